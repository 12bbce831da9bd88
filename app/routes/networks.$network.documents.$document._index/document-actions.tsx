// What a writer may do with the document, and the way to its other text.
import type { ReadDocument } from "~/domain/documents/reading.server";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";

export function DocumentActions({ document }: { document: ReadDocument }) {
  const t = useT("documents");
  const { mayWrite, mayShare, mayManage, visibility, publishedVisibility, hasOtherText, text, state } =
    document;
  return (
    <>
      {mayWrite ? (
        <LinkButton weight="main" to="edit">
          {t("edit.open")}
        </LinkButton>
      ) : null}
      {mayShare && visibility !== "private" && state !== "published" ? (
        <LinkButton to="publish">{t(state === "draft" ? "publish.button" : "publish.again")}</LinkButton>
      ) : null}
      {hasOtherText ? (
        <LinkButton weight="bare" to={text === "working" ? "?" : "?text=working"}>
          {t(text === "working" ? "read.toPublished" : "read.toWorking")}
        </LinkButton>
      ) : null}
      {mayShare ? (
        <LinkButton weight="bare" to="share">
          {t("share.open")}
        </LinkButton>
      ) : null}
      {mayShare && publishedVisibility !== null ? (
        <LinkButton weight="bare" to="withdraw">
          {t("withdraw.button")}
        </LinkButton>
      ) : null}
      {mayManage ? (
        <LinkButton weight="bare" to="manage">
          {t("manage")}
        </LinkButton>
      ) : null}
    </>
  );
}
