// What is said about a text, for whoever has it open to write.
import type { Member } from "../access/member";
import { readsExpertRemarks } from "../access/remarks";
import { readDocument } from "../documents/reading.server";
import type { ThreadFilter } from "./thread-filter";
import { listThreads, type Threads } from "./threads.server";

export interface RemarksForWriting {
  said: Threads;
  outline: Array<{ id: string; text: string }>;
  mayComment: boolean;
  mayAddressExperts: boolean;
}

/** The threads beside the working text. Refuses `not-found` whoever does not read it. */
export async function remarksForWriting(
  member: Member,
  documentId: string,
  filter: ThreadFilter,
): Promise<RemarksForWriting> {
  const { rendered, mayComment, partnershipId } = await readDocument(member, documentId, "working");
  const outline = rendered.outline.map(({ id, text }) => ({ id, text }));
  return {
    said: await listThreads(member, documentId, filter, { text: "working", outline }),
    outline,
    mayComment,
    mayAddressExperts: readsExpertRemarks(member, partnershipId),
  };
}
