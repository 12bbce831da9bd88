// Sharing a working text with the local groups of its city, and taking it back.
import type { Transaction } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { isSharedWithGroup } from "../access/document-texts";
import { visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { conflict, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { WorkingVisibility } from "./document";
import type { ShareDocument } from "./document-orders";

/**
 * Lets the local groups of the document's city read its working text and all that is said on it, now and as it changes. Sharing what
 * is shared changes nothing. Refuses `not-found` and `forbidden` as publishing does; `conflict` when it was saved since.
 */
export async function shareWithLocalGroup(
  member: Member,
  id: string,
  order: ShareDocument = {},
): Promise<void> {
  await show(member, id, "local-group", order.revision);
}

/** Takes the working text from the local groups at once, on open pages too. What they said on it stays with the city. */
export async function unshareFromLocalGroup(member: Member, id: string): Promise<void> {
  await show(member, id, "draft");
}

async function show(
  member: Member,
  id: string,
  visibility: WorkingVisibility,
  revision?: number,
): Promise<void> {
  await change(async (transaction, record) => {
    const document = await shareable(transaction, member, id);
    if (document.visibility === visibility) return;
    if (revision !== undefined && revision !== document.revision) throw conflict();
    await transaction.document.update({ where: { id }, data: { visibility } });
    const { partnershipId } = document;
    await record({
      kind: isSharedWithGroup({ visibility }) ? "document-shared" : "document-unshared",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { visibility: document.visibility },
      after: { visibility, title: document.title },
      // Those from whom it is taken hear of it as well.
      audience: audienceOf({ partnershipId, visibility: "local-group" }, "working"),
    });
  });
}

/** Loads the document once, inside what the member may know of, and refuses who may not decide who sees it. */
async function shareable(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: { partnershipId: true, visibility: true, title: true, revision: true },
  });
  if (!document) throw notFound();
  demand(member, "publish-document", document.partnershipId);
  return document;
}
