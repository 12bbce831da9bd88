// What a writer may do with the document: the three things that are done daily, the rest in one menu.
import { useParams } from "@remix-run/react";
import type { ReadDocument } from "~/domain/documents/reading.server";
import { useT } from "~/i18n/use-t";
import { whoWroteWhat } from "~/ui/authorship/who-wrote-what";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Menu } from "~/ui/menu";

type Document = Omit<ReadDocument, "rendered">;

interface DocumentActionsProps {
  document: Document;
  /** Who wrote what is told: also where one goes on to write. */
  isTold: boolean;
}

export function DocumentActions({ document, isTold }: DocumentActionsProps) {
  const t = useT("documents", "frame");
  const { mayWrite, mayShare, visibility, state } = document;
  const more = useMore(document, isTold);
  return (
    <>
      {mayWrite ? (
        <LinkButton weight="main" to={isTold ? `edit?${whoWroteWhat}` : "edit"}>
          {t("edit.open")}
        </LinkButton>
      ) : null}
      {mayShare && visibility !== "private" && state !== "published" ? (
        <LinkButton to="publish">
          {t(state === "changed-since-published" ? "publish.again" : "publish.button")}
        </LinkButton>
      ) : null}
      {mayShare ? <LinkButton to="share">{t("share.open")}</LinkButton> : null}
      {more.length > 0 ? (
        <Menu
          label={t("frame:do.more")}
          buttonClassName="button button-bare button-icon"
          items={more.map((item) => ({ kind: "link", key: item.to, ...item }))}
        >
          <Icon name="more" />
        </Menu>
      ) : null}
    </>
  );
}

function useMore(
  document: Document,
  isTold: boolean,
): Array<{ label: string; to: string; isCurrent?: boolean }> {
  const t = useT("documents");
  const { network } = useParams();
  const { id, mayShare, mayManage, publishedVisibility, visibility, hasOtherText, text, files } = document;
  const isWorking = text === "working";
  return [
    ...(hasOtherText
      ? [
          {
            label: t(isWorking ? "read.toPublished" : "read.toWorking"),
            to: isWorking ? "?" : "?text=working",
          },
        ]
      : []),
    ...(visibility === null
      ? []
      : [
          { label: t("versions"), to: "versions" },
          {
            label: t("whoWrote"),
            to: isTold ? "?text=working" : `?text=working&${whoWroteWhat}`,
            isCurrent: isTold,
          },
        ]),
    ...(files === null
      ? []
      : [{ label: files > 0 ? t("filesCount", { number: files }) : t("files"), to: "files" }]),
    ...(mayShare && publishedVisibility !== null ? [{ label: t("withdraw.button"), to: "withdraw" }] : []),
    ...(mayManage ? [{ label: t("manage"), to: "manage" }] : []),
    { label: t("attention"), to: `/networks/${network}/attention?document=${id}` },
  ];
}
