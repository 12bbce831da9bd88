// What is said about a text, for a screen that has it before its reader and asks again and again.
import type { Member } from "../access/member";
import { readsExpertRemarks } from "../access/remarks";
import { readDocument } from "../documents/reading.server";
import { notFound } from "../refusal";
import type { ThreadFilter } from "./thread-filter";
import { listThreads, type Threads } from "./threads.server";

export interface RemarksBeside {
  said: Threads;
  outline: Array<{ id: string; text: string }>;
  mayComment: boolean;
  mayAddressExperts: boolean;
}

/** All threads beside this text; for an editor they say where passages are by their letters. Refuses `not-found` whoever does not read it. */
export async function remarksBeside(
  member: Member,
  documentId: string,
  text: "working" | "published",
  filter: ThreadFilter,
  isForWriting: boolean,
): Promise<RemarksBeside> {
  const document = await readDocument(member, documentId, text === "working" ? "working" : undefined);
  if (document.text !== text) throw notFound();
  const { rendered, mayComment, partnershipId } = document;
  const outline = rendered.outline.map(({ id, text: words }) => ({ id, text: words }));
  return {
    said: await listThreads(member, documentId, filter, { text, outline, isForWriting }),
    outline,
    mayComment,
    mayAddressExperts: readsExpertRemarks(member, partnershipId),
  };
}
