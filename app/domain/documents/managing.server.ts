// What is done to a document as a whole: renamed, moved to another partner, put into the archive and taken out of it.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { mayShare, mayTrash, mayWrite, sharedDocument } from "../access/document-texts";
import { can, type Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { change, type NewActivity } from "../activity/activities.server";
import { dayOf } from "../networks/calendar-day";
import { cityName, placesOf, type Place } from "../networks/places.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import { beginningFor } from "./beginning";
import type { DocumentKind } from "./document";
import { asJson } from "./kept-aside.server";
import { factsIn } from "./document-facts";
import type { MoveDocument, RenameDocument } from "./managing-orders";
import { bringUp } from "./projection.server";

/** What is asked of a document to judge it as a whole; no text. */
const managed = {
  ...sharedDocument,
  kind: true,
  title: true,
  language: true,
  revision: true,
  createdById: true,
  sealedAt: true,
  archivedAt: true,
  named: { select: { personId: true } },
} as const;

/**
 * Gives the working text another title, as its next revision: a text being written on top of the one before is told so and loses
 * nothing. The same title changes nothing. Refuses `forbidden` whoever may not write it, `conflict` where it was renamed meanwhile.
 */
export async function renameDocument(member: Member, id: string, order: RenameDocument): Promise<void> {
  await bringUp(id);
  await change(async (transaction, record) => {
    const document = await known(transaction, member, id);
    if (!mayWrite(member, document)) throw forbidden();
    const { title } = order;
    if (document.title === title) return;
    if (document.title !== order.was) throw conflict({ title: document.title });
    const { text, facts } = await transaction.document.findUniqueOrThrow({
      where: { id },
      select: { text: true, facts: true },
    });
    const revision = document.revision + 1;
    const at = now();
    await transaction.document.update({ where: { id }, data: { title, revision, updatedAt: at } });
    await transaction.documentSave.create({
      data: {
        documentId: id,
        revision,
        title,
        text,
        language: document.language,
        facts: asJson(factsIn(document.kind, facts)),
        savedById: member.personId,
        savedAt: at,
      },
    });
    await record({
      ...happened(member, id, "document-renamed"),
      before: { revision: document.revision, title: document.title },
      after: { revision, title },
      audience: audienceOf(document, "working"),
    });
  });
}

/** Where the member may move the document: partners of today other than its own. Empty where they may not move it at all. */
export async function placesToMoveTo(member: Member, document: Managed): Promise<Place[]> {
  const places = await placesOf(member.network.id);
  const today = dayOf(now());
  const isOver = hasEnded(places.get(document.partnershipId), today);
  const others = [...places.values()].filter(
    (place) => place.partnershipId !== document.partnershipId && !hasEnded(place, today),
  );
  if (document.visibility === "private" || document.sealedAt !== null) return [];
  if (isOver && can(member, "manage-network")) return others;
  if (!mayWrite(member, document) || !can(member, "publish-document", document.partnershipId)) return [];
  return others.filter(({ partnershipId }) => can(member, "write-document", partnershipId));
}

/**
 * Makes the document another partner's, text, remarks and all. What its local groups read they read no more: the new city decides about
 * its own. Open to whoever publishes for the one city and writes for the other and, where the partnership has ended, to the lead partner
 * for what they can read. Refuses `forbidden` everybody else, and for private and sealed texts; `invalid` a partner it cannot be.
 */
export async function moveDocument(member: Member, id: string, order: MoveDocument): Promise<void> {
  await bringUp(id);
  await change(async (transaction, record) => {
    const document = await known(transaction, member, id);
    const places = await placesToMoveTo(member, document);
    if (places.length === 0) throw forbidden();
    const target = places.find(({ partnershipId }) => partnershipId === order.partnershipId);
    if (!target) throw invalid("partnershipId", "unknownChoice");
    const { partnershipId } = target;
    const visibility = document.visibility === "local-group" ? "draft" : document.visibility;
    await transaction.document.update({ where: { id }, data: { partnershipId, visibility } });
    // Nobody has signed for the new city.
    await transaction.signOff.deleteMany({ where: { documentId: id, side: "city" } });
    const from = (await placesOf(member.network.id)).get(document.partnershipId);
    const text = document.publishedVisibility === null ? "working" : "published";
    await record({
      ...happened(member, id, "document-moved"),
      partnershipId,
      before: { partnershipId: document.partnershipId, city: cityName(from, "") },
      after: { partnershipId, city: cityName(target, "") },
      // Those from whom it is taken hear of it as well.
      audience: [
        ...audienceOf({ ...document, partnershipId, visibility }, text),
        ...audienceOf(document, text),
      ],
    });
  });
}

/** Takes the document out of the lists, or puts it back; it is read and found as before. Refuses `forbidden` who does not decide about it. */
export async function archiveDocument(member: Member, id: string, isArchived: boolean): Promise<void> {
  await change(async (transaction, record) => {
    const document = await known(transaction, member, id);
    if (!mayShare(member, document)) throw forbidden();
    if ((document.archivedAt !== null) === isArchived) return;
    await transaction.document.update({ where: { id }, data: { archivedAt: isArchived ? now() : null } });
    await record({
      ...happened(member, id, isArchived ? "document-archived" : "document-unarchived"),
      after: { title: document.title },
      audience: audienceOf(document, "working"),
    });
  });
}

export interface DocumentToManage {
  id: string;
  kind: DocumentKind;
  title: string;
  language: string;
  /** It was put into the archive. */
  isArchived: boolean;
  mayRename: boolean;
  mayArchive: boolean;
  mayTrash: boolean;
  /** Cities for which the member may begin a copy or a translation of it, and to which they may move it. */
  copyTo: Array<{ id: string; city: string }>;
  moveTo: Array<{ id: string; city: string }>;
}

/** What the member may do with the document as a whole. Refuses `not-found` whoever may read neither of its texts. */
export async function documentToManage(member: Member, id: string): Promise<DocumentToManage> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: { ...managed, publishedTitle: true, publishedLanguage: true },
  });
  if (!document) throw notFound();
  const kind = document.kind as DocumentKind;
  const isWriter = mayWrite(member, { ...document, kind });
  const places = [...(await placesOf(member.network.id)).values()];
  const named = (all: Place[]) =>
    all.map((place) => ({ id: place.partnershipId, city: cityName(place, member.language) }));
  const isOfVisit = kind === "visit-note";
  return {
    id,
    kind,
    title: isWriter ? document.title : (document.publishedTitle ?? document.title),
    language: isWriter ? document.language : (document.publishedLanguage ?? document.language),
    isArchived: document.archivedAt !== null,
    mayRename: isWriter,
    mayArchive: mayShare(member, document),
    mayTrash: mayTrash(member, document),
    copyTo: named(
      places.filter(({ partnershipId }) => {
        const begins = beginningFor(member, partnershipId);
        return begins === "draft" || (begins === "private" && isOfVisit);
      }),
    ),
    moveTo: named(await placesToMoveTo(member, document)),
  };
}

interface Managed {
  id: string;
  kind: string;
  partnershipId: string;
  visibility: string;
  publishedVisibility: string | null;
  trashedAt: Date | null;
  sealedAt: Date | null;
}

function hasEnded(place: Place | undefined, today: string): boolean {
  return typeof place?.until === "string" && place.until <= today;
}

function happened(member: Member, id: string, kind: NewActivity["kind"]) {
  const { personId, network } = member;
  return { kind, personId, networkId: network.id, documentId: id, subjectId: id };
}

/** Loads the document once, inside what the member may know of. */
async function known(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: managed,
  });
  if (!document) throw notFound();
  return { ...document, kind: document.kind as DocumentKind };
}
