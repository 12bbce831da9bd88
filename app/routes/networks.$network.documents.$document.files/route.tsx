// The gallery of a document: its pictures and files, what is said of them, adding, replacing and taking out.
import { redirect } from "@remix-run/node";
import { useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { demandAttachable } from "~/domain/files/attaching.server";
import { describeFile, keepFile, removeFile, restoreFile } from "~/domain/files/describing.server";
import { safeName } from "~/domain/files/file-name";
import { AddFiles, DescribeFile, NameFile } from "~/domain/files/file-orders";
import { listFiles } from "~/domain/files/listing.server";
import { replaceFile } from "~/domain/files/replacing.server";
import { takeIn } from "~/domain/files/taking-in.server";
import { invalid, refusalIn, RefusalError, type FieldWrong } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { memberAction, memberLoader, type AskedByMember } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { AddForm } from "./add-form";
import { DoneNotice } from "./done-notice";
import { ErasedFiles } from "./erased-files";
import { FileList } from "./file-list";
import { LackingAltText } from "./lacking-alt-text";
import { PictureGrid } from "./picture-grid";
import { RemovedFiles } from "./removed-files";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const gallery = await listFiles(member, param("document"));
  return { title: pageTitle(member.language, gallery.document.title, member.network.name), ...gallery };
});

export const action = memberAction(({ member, param, door }) => {
  const id = param("document");
  const back = (done: string) =>
    redirect(`/networks/${member.network.slug}/documents/${id}/files?done=${done}`);
  const named = (done: string, work: typeof keepFile) => async (order: NameFile) => {
    await work(member, id, order.id);
    return back(done);
  };
  return {
    add: on(AddFiles, async (_order, form) => {
      await demandAttachable(member, id);
      const files = filesIn(form);
      if (files.length === 0) throw invalid("file", "files:wrong.noFile");
      const refused: Array<[name: string, why: FieldWrong]> = [];
      for (const file of files)
        await takeIn(member, id, offered(file, member, door)).catch((thrown: unknown) => {
          const refusal = refusalIn(thrown);
          if (refusal?.kind !== "invalid") throw thrown;
          const name = files.length > 1 ? safeName(file.name) : "file";
          refused.push(...Object.values(refusal.fields).map((why) => [name, why] as [string, FieldWrong]));
        });
      // One that is refused keeps no other out.
      if (refused.length > 0)
        throw new RefusalError({ kind: "invalid", fields: Object.fromEntries(refused) });
      return back(`added-${files.length}`);
    }),
    describe: on(DescribeFile, async (order) => {
      await describeFile(member, id, order);
      return back("described");
    }),
    replace: on(NameFile, async (order, form) => {
      await demandAttachable(member, id);
      const [file] = filesIn(form);
      if (!file) throw invalid("file", "files:wrong.noFile");
      const { isInPlace } = await replaceFile(member, id, {
        ...offered(file, member, door),
        isKept: false,
        replaces: order.id,
      });
      return back(isInPlace ? "replaced" : "replaced-here");
    }),
    keep: on(NameFile, named("kept", keepFile)),
    remove: on(NameFile, named("removed", removeFile)),
    restore: on(NameFile, named("restored", restoreFile)),
  };
});

/** The files chosen; a field in which none was chosen holds an empty one without a name. */
function filesIn(form: FormData): File[] {
  return form
    .getAll("file")
    .filter((one): one is File => typeof one !== "string" && (one.name !== "" || one.size > 0));
}

function offered(file: File, member: AskedByMember["member"], door: AskedByMember["door"]) {
  const memberNow = async () => {
    await door.judgeAfresh();
    return door.member(member.network.slug);
  };
  const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
  return { name: file.name, bytes: file.size, content, isKept: true, memberNow };
}

export default function Files() {
  const t = useT("files");
  const { network } = useParams();
  const { document, files, removed, erased, limits, ...may } = useLoaderData<typeof loader>();
  const { mayWrite, mayErase } = may;
  const answer = useAnswer<typeof action>();
  const [search] = useSearchParams();
  const pictures = files.filter(({ size }) => size !== null);
  const others = files.filter(({ size }) => size === null);
  return (
    <div className="page">
      <PageHeader
        title={t("title", { title: document.title })}
        lead={t("lead")}
        actions={<LinkButton to={`/networks/${network}/documents/${document.id}`}>{t("backTo")}</LinkButton>}
      />
      <DoneNotice done={answer?.errors ? null : search.get("done")} />
      {/* Above what is there: the latest comes first, and nothing moves away from under what is on its way. */}
      {mayWrite ? <AddForm megabytes={limits.megabytes} answer={answer} /> : null}
      <LackingAltText files={pictures} />
      {files.length === 0 ? (
        <EmptyState title={t("none")} what={t("noneWhat")} who={t("noneWho")} />
      ) : (
        <>
          <PictureGrid files={pictures} mayWrite={mayWrite} mayErase={mayErase} answer={answer} />
          <FileList files={others} mayWrite={mayWrite} mayErase={mayErase} answer={answer} />
        </>
      )}
      <RemovedFiles files={removed} mayWrite={mayWrite} mayErase={mayErase} days={limits.days} />
      <ErasedFiles files={erased} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
