// What a writer may do with the document, and the way to its other text.
import type { ReadDocument } from "~/domain/documents/reading.server";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";

export function DocumentActions({ document }: { document: ReadDocument }) {
  const t = useT("documents");
  const { mayWrite, mayManage, hasOtherText, text, state, isShared } = document;
  return (
    <>
      {mayWrite ? (
        <LinkButton weight="main" to="edit">
          {t("edit.open")}
        </LinkButton>
      ) : null}
      {mayWrite && state !== "published" ? (
        <LinkButton to="publish">{t(state === "draft" ? "publish.button" : "publish.again")}</LinkButton>
      ) : null}
      {hasOtherText ? (
        <LinkButton weight="bare" to={text === "working" ? "?" : "?text=working"}>
          {t(text === "working" ? "read.toPublished" : "read.toWorking")}
        </LinkButton>
      ) : null}
      {mayWrite ? (
        <LinkButton weight="bare" to="share">
          {t(isShared ? "share.stop" : "share.button")}
        </LinkButton>
      ) : null}
      {mayWrite && state !== "draft" ? (
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
