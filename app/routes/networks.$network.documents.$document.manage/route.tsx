// What is done to a document as a whole: renamed, copied, translated, moved, archived, put into the trash.
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { duplicateDocument, translateDocument } from "~/domain/documents/duplicating.server";
import {
  DuplicateDocument,
  MoveDocument,
  RenameDocument,
  TranslateDocument,
} from "~/domain/documents/managing-orders";
import {
  archiveDocument,
  documentToManage,
  moveDocument,
  renameDocument,
} from "~/domain/documents/managing.server";
import { trashDocument } from "~/domain/documents/trash.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { isId, newId } from "~/platform/id";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { Notice } from "~/ui/notice";
import { useWrongWords } from "~/ui/use-wrong-words";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { ArchiveUndo } from "./archive-undo";
import { CopyForm, TranslateForm } from "./copy-forms";
import { ArchiveForm, MoveForm, RenameForm, TrashForm } from "./own-forms";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const document = await documentToManage(member, param("document"));
  return {
    title: pageTitle(member.language, document.title, member.network.name),
    document,
    newId: newId(),
  };
});

export const action = memberAction(({ member, param }) => {
  const id = param("document");
  const documents = `/networks/${member.network.slug}/documents`;
  const given = (form: FormData) => {
    const wanted = String(form.get("newId"));
    return isId(wanted) ? wanted : undefined;
  };
  return {
    rename: on(RenameDocument, async (order) => {
      await renameDocument(member, id, order);
      return redirect(`${documents}/${id}?text=working`);
    }),
    duplicate: on(DuplicateDocument, async (order, form) => {
      const copy = await duplicateDocument(member, id, order, given(form));
      return redirect(`${documents}/${copy.id}/edit`);
    }),
    translate: on(TranslateDocument, async (order, form) => {
      const translation = await translateDocument(member, id, order, given(form));
      return redirect(`${documents}/${translation.id}/edit`);
    }),
    move: on(MoveDocument, async (order) => {
      await moveDocument(member, id, order);
      return redirect(`${documents}/${id}?done=moved`);
    }),
    archive: on(z.object({}), async () => {
      await archiveDocument(member, id, true);
      return redirect(`${documents}/${id}/manage?archived`);
    }),
    unarchive: on(z.object({}), async () => {
      await archiveDocument(member, id, false);
      return redirect(`${documents}/${id}/manage`);
    }),
    trash: on(z.object({}), async () => {
      await trashDocument(member, id);
      return redirect(`/networks/${member.network.slug}/trash?trashed=${id}`);
    }),
  };
});

export default function Manage() {
  const t = useT("managing");
  const wrong = useWrongWords();
  const { document, newId: newDocumentId } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { mayRename, mayArchive, mayTrash, copyTo, moveTo } = document;
  const isNothing = !mayRename && !mayArchive && copyTo.length === 0 && moveTo.length === 0;
  return (
    <div className="page page-narrow">
      <PageHeader title={t("title", { title: document.title })} />
      {answer?.errors?.form ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {wrong(answer.errors.form)}
          </Notice>
        </div>
      ) : null}
      <ArchiveUndo document={document} />
      {isNothing ? <Notice>{t("nothing")}</Notice> : null}
      <div className="grid gap-10">
        {mayRename ? <RenameForm document={document} answer={answer} /> : null}
        {copyTo.length > 0 ? (
          <>
            <CopyForm cities={copyTo} newId={newDocumentId} answer={answer} />
            <TranslateForm
              cities={copyTo}
              newId={newDocumentId}
              language={document.language}
              answer={answer}
            />
          </>
        ) : null}
        {moveTo.length > 0 ? <MoveForm cities={moveTo} answer={answer} /> : null}
        {mayArchive ? <ArchiveForm isArchived={document.isArchived} /> : null}
        {mayTrash ? <TrashForm answer={answer} /> : null}
      </div>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
