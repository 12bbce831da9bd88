// One thread for a page of its own, on which all that can be done with it is a plain form.
import { database } from "~/platform/db.server";
import { mayCommentOn, readsWorkingText } from "../access/document-texts";
import type { Member } from "../access/member";
import { notFound } from "../refusal";
import { isAnswerable, type ThreadView } from "./comment";
import { documentToComment } from "./one-comment.server";
import { peopleToAssign, type PersonOffered } from "./people-offered.server";
import { listThreads } from "./threads.server";

export interface OneThread {
  /** The document, as the member may know it. */
  document: { id: string; title: string; language: string; kind: string };
  thread: ThreadView;
  /** On which text they answer. */
  madeOn: "working" | "published";
  mayComment: boolean;
  /** Who can be asked to see to it; nobody where the member asks nobody. */
  people: PersonOffered[];
}

/** The thread of this remark, or the trace that is left of it. Refuses `not-found` a remark that the member may not read. */
export async function readThread(member: Member, documentId: string, id: string): Promise<OneThread> {
  const { read } = database();
  const document = await documentToComment(read, member, documentId);
  // Of all threads the one alone: nobody has written in the others.
  const { threads } = await listThreads(member, documentId, { show: "open", personId: "nobody", remark: id });
  const [thread] = threads;
  if (!thread) throw notFound();
  const isWorking = readsWorkingText(member, document);
  const madeOn = isWorking ? "working" : "published";
  const named = await read.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { title: true, language: true, publishedTitle: true, publishedLanguage: true },
  });
  return {
    document: {
      id: documentId,
      kind: document.kind,
      title: (isWorking ? named.title : named.publishedTitle) ?? "",
      language: (isWorking ? null : named.publishedLanguage) ?? named.language,
    },
    thread,
    madeOn,
    mayComment: isAnswerable(thread) && mayCommentOn(member, madeOn, document),
    people: thread.mayAssign ? await peopleToAssign(member, documentId, thread.id) : [],
  };
}
