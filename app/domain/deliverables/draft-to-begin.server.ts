// A document that is begun for a partner's deliverable: what it is called, and that it is linked with it from its first word.
import { can, type Member } from "../access/member";
import { refusalIn } from "../refusal";
import { linkDraft } from "./cells.server";
import { readMatrix } from "./matrix.server";
import type { CellKey } from "./one-cell.server";

export interface DraftToBegin extends CellKey {
  title: string;
  city: string;
}

/** For whoever hands it in; null for everybody else, and where it is not owed. */
export async function draftToBegin(member: Member, key: CellKey): Promise<DraftToBegin | null> {
  if (!can(member, "hand-in-deliverables", key.partnershipId)) return null;
  const { cells, deliverables, partners } = await readMatrix(member, key);
  const title = deliverables.find(
    ({ id, droppedAt }) => id === key.deliverableId && droppedAt === null,
  )?.title;
  const city = partners.find(({ id }) => id === key.partnershipId)?.city;
  return cells.length > 0 && title && city !== undefined ? { ...key, title, city } : null;
}

/** Links the document that was begun for it. Where that may not be any more, the document stands alone: nothing of it is lost. */
export async function linkBegun(member: Member, key: CellKey, documentId: string): Promise<void> {
  await linkDraft(member, key, documentId).catch((thrown: unknown) => {
    if (!refusalIn(thrown)) throw thrown;
  });
}
