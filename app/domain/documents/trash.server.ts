// The trash: out of everybody's sight at once, brought back within thirty days, and then emptied for good.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { Prisma } from "~/platform/generated/client";
import { wasHandedIn } from "../access/handed-in.server";
import { mayRestore, mayTrash, sharedDocument, trashDays, trashOverBefore } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { cityName, placesOf } from "../networks/places.server";
import { forbidden, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { DocumentKind } from "./document";
import { eraseTexts } from "./written-together.server";

const judged = {
  ...sharedDocument,
  kind: true,
  title: true,
  createdById: true,
  sealedAt: true,
  purgedAt: true,
  named: { select: { personId: true } },
} as const;

/**
 * Puts the document into the trash: nobody reads it from now on, on open pages neither, but who may bring it back. Refuses `not-found`
 * whoever may not read it, `forbidden` whoever does not both write it and decide about it, and everybody a signed visit note;
 * `invalid` what was handed in, which is kept.
 */
export async function trashDocument(member: Member, id: string): Promise<void> {
  const { personId, network } = member;
  await change(async (transaction, record) => {
    const document = await transaction.document.findFirst({
      where: { id, ...visibleDocuments(member) },
      select: judged,
    });
    if (!document) throw notFound();
    if (!mayTrash(member, document)) throw forbidden();
    if (await wasHandedIn(transaction, id)) throw invalid("form", "managing:wrong.handedIn");
    await transaction.document.update({ where: { id }, data: { trashedAt: now(), trashedById: personId } });
    await record({
      kind: "document-trashed",
      personId,
      networkId: network.id,
      documentId: id,
      subjectId: id,
      audience: audienceOf(document, textOf(document)),
    });
  });
}

/** Brings it back as it was. Refuses `not-found` whoever may not, and when its thirty days are over. */
export async function restoreDocument(member: Member, id: string): Promise<void> {
  const { personId, network } = member;
  await change(async (transaction, record) => {
    const document = await transaction.document.findFirst({
      where: { id, networkId: network.id, trashedAt: { gt: trashOverBefore() } },
      select: judged,
    });
    if (!document || !mayRestore(member, document)) throw notFound();
    await transaction.document.update({ where: { id }, data: { trashedAt: null, trashedById: null } });
    await record({
      kind: "document-restored",
      personId,
      networkId: network.id,
      documentId: id,
      subjectId: id,
      audience: audienceOf(document, textOf(document)),
    });
  });
}

export interface TrashedRow {
  id: string;
  kind: DocumentKind;
  title: string;
  language: string;
  city: string;
  by: string;
  at: Date;
  /** Until then it can be brought back. */
  until: Date;
}

/** What the member may bring back, the latest first. */
export async function listTrash(member: Member): Promise<TrashedRow[]> {
  const [documents, places] = await Promise.all([
    database().read.document.findMany({
      where: { networkId: member.network.id, trashedAt: { gt: trashOverBefore() }, purgedAt: null },
      select: { ...judged, language: true, trashedBy: { select: { name: true } } },
      orderBy: { trashedAt: "desc" },
    }),
    placesOf(member.network.id),
  ]);
  return documents
    .filter((document) => mayRestore(member, document))
    .map(({ id, kind, title, language, partnershipId, trashedAt, trashedBy }) => {
      const at = trashedAt ?? now();
      return {
        id,
        kind: kind as DocumentKind,
        title,
        language,
        city: cityName(places.get(partnershipId), member.language),
        by: trashedBy?.name ?? "",
        at,
        until: new Date(at.getTime() + trashDays * day),
      };
    });
}

/**
 * Empties what has been in the trash for thirty days, in every network: its words, saves, remarks, facts, links and all that people
 * said beside it. The row stays, so that the record of what happened can still be verified. Answers how many there were.
 */
export async function purgeTrash(): Promise<number> {
  const over = await database().read.document.findMany({
    where: { trashedAt: { lte: trashOverBefore() }, purgedAt: null },
    select: { id: true },
  });
  for (const { id } of over) await purge(id);
  await eraseTexts(over.map(({ id }) => id));
  return over.length;
}

async function purge(id: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await transaction.document.findFirst({
      where: { id, trashedAt: { lte: trashOverBefore() }, purgedAt: null },
      select: { networkId: true, partnershipId: true },
    });
    if (!document) return;
    const ofIt = { documentId: id };
    await transaction.comment.deleteMany({ where: { ...ofIt, parentId: { not: null } } });
    await transaction.comment.deleteMany({ where: ofIt });
    await transaction.documentSave.deleteMany({ where: ofIt });
    await transaction.namedVersion.deleteMany({ where: ofIt });
    await transaction.readText.deleteMany({ where: ofIt });
    await transaction.formerMarkdown.deleteMany({ where: ofIt });
    await transaction.followedText.deleteMany({ where: ofIt });
    await transaction.passage.deleteMany({ where: ofIt });
    await transaction.documentTopic.deleteMany({ where: ofIt });
    await transaction.task.deleteMany({ where: ofIt });
    await transaction.documentLink.deleteMany({ where: { OR: [{ fromId: id }, { toId: id }] } });
    await transaction.naming.deleteMany({ where: ofIt });
    await transaction.elementMark.deleteMany({ where: ofIt });
    await transaction.signOff.deleteMany({ where: ofIt });
    await transaction.visitStatement.deleteMany({ where: ofIt });
    await transaction.reflection.deleteMany({ where: ofIt });
    // What they were lies on the disk until the next sweep: a backup that has begun still finds it.
    await transaction.attachedFile.deleteMany({ where: ofIt });
    await transaction.document.update({
      where: { id },
      data: {
        title: "",
        text: "",
        facts: {},
        day: null,
        publishedVisibility: null,
        publishedTitle: null,
        publishedText: null,
        publishedFacts: Prisma.DbNull,
        publishedDay: null,
        publishedLanguage: null,
        publishedRevision: null,
        purgedAt: now(),
      },
    });
    await record({
      kind: "document-purged",
      personId: null,
      networkId: document.networkId,
      documentId: id,
      subjectId: id,
      audience: [{ room: "working", partnershipId: document.partnershipId }],
    });
  });
}

const day = 86_400_000;

function textOf({ publishedVisibility }: { publishedVisibility: string | null }): "working" | "published" {
  return publishedVisibility === null ? "working" : "published";
}
