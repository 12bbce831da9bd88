// The use-cases of a document: begin, save, publish, withdraw. Reading is in `reading.server.ts`.
import { isDeepStrictEqual } from "node:util";
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import { mayShare, mayWrite, sharedDocument } from "../access/document-texts";
import { can, demand, type Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { DocumentKind, StandingText } from "./document";
import { dayOf, factsIn, noFacts, type DocumentFacts } from "./document-facts";
import type { CreateDocument, PublishDocument, SaveDocument } from "./document-orders";
import { asJson, keepAside } from "./kept-aside.server";
import { judgeNamed } from "./named-in-facts.server";

/**
 * Begins a document of the member's own city; an expert's visit note of a city they work with is private until they share it.
 * `id` comes from the form, so that a form sent twice begins one document; `source` is what it was made from, judged by the caller.
 * Refuses `forbidden` whoever writes for no city; `invalid` a partner that is not theirs.
 */
export async function createDocument(
  member: Member,
  order: CreateDocument,
  id = newId(),
  source: { adaptedFromId?: string; originalId?: string; followsPublication?: number } = {},
): Promise<{ id: string }> {
  const { partnershipId, kind, title, language, text } = order;
  if (kind !== "visit-note" || !can(member, "write-visit-note")) demand(member, "write-document");
  const isOwnCity = can(member, "write-document", partnershipId);
  const isVisit = kind === "visit-note" && can(member, "write-visit-note", partnershipId);
  if (!isOwnCity && !isVisit) throw invalid("partnershipId", "notYourCity");
  const facts = ofKind(kind, order.facts) ?? noFacts(kind);
  const visibility = isOwnCity ? "draft" : "private";
  const { personId, network } = member;
  const named = isOwnCity ? [] : [{ personId }];
  await change(async (transaction, record) => {
    const existing = await transaction.document.findUnique({
      where: { id },
      select: { createdById: true, networkId: true },
    });
    if (existing) {
      if (existing.createdById === member.personId && existing.networkId === member.network.id) return;
      throw notFound();
    }
    const partnership = await transaction.partnership.findFirst({
      where: { id: partnershipId, networkId: network.id },
      select: { id: true },
    });
    if (!partnership) throw invalid("partnershipId", "notYourCity");
    await judgeNamed(transaction, member, facts);
    const at = now();
    await transaction.document.create({
      data: {
        id,
        networkId: network.id,
        partnershipId,
        kind,
        title,
        language,
        text,
        facts: asJson(facts),
        day: dayOf(facts),
        visibility,
        ...source,
        createdById: personId,
        responsibleId: personId,
        createdAt: at,
        updatedAt: at,
        saves: {
          create: {
            revision: 1,
            title,
            text,
            language,
            facts: asJson(facts),
            savedById: personId,
            savedAt: at,
          },
        },
        named: {
          create: named.map((one) => ({
            ...one,
            networkId: network.id,
            level: "writer",
            namedById: personId,
            at,
          })),
        },
      },
    });
    await keepAside(transaction, { id, networkId: network.id }, "working", { text, facts });
    await record({
      kind: "document-created",
      personId,
      networkId: network.id,
      documentId: id,
      subjectId: id,
      after: { title },
      audience: audienceOf({ partnershipId, visibility, named }, "working"),
    });
  });
  return { id };
}

/**
 * Saves the working text as its next revision. Saving what already stands there changes nothing.
 * Refuses `invalid` facts that name what is not of the network, or documents that the member may not read. Refuses `conflict` (with the
 * text that stands) when somebody saved since the revision the writer started from: both texts
 * are whole, the standing one in the database, the refused one in the writer's hands.
 */
export async function saveDocument(
  member: Member,
  id: string,
  order: SaveDocument,
): Promise<{ revision: number }> {
  return change(async (transaction, record) => {
    const document = await writable(transaction, member, id);
    const kept = factsIn(document.kind, document.facts);
    const facts = ofKind(document.kind, order.facts) ?? kept;
    const isSame =
      document.title === order.title &&
      document.text === order.text &&
      document.language === order.language &&
      isDeepStrictEqual(facts, kept);
    if (isSame) return { revision: document.revision };
    if (document.revision !== order.revision)
      throw conflict(await standingText(transaction, document, document.revision));
    await judgeNamed(transaction, member, facts, kept, id);
    const revision = document.revision + 1;
    const at = now();
    const { title, text, language } = order;
    await transaction.document.update({
      where: { id },
      data: { title, text, language, facts: asJson(facts), day: dayOf(facts), revision, updatedAt: at },
    });
    await transaction.documentSave.create({
      data: {
        documentId: id,
        revision,
        title,
        text,
        language,
        facts: asJson(facts),
        savedById: member.personId,
        savedAt: at,
      },
    });
    await keepAside(transaction, { id, networkId: member.network.id }, "working", { text, facts });
    await record({
      kind: "document-saved",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { revision: document.revision, title: document.title },
      after: { revision, title },
      audience: audienceOf(document, "working"),
    });
    return { revision };
  });
}

/**
 * Freezes the working text as the published one, readable by the network or by everybody. Publishing what is published changes at most
 * who reads it; from whom it is taken that way it is taken at once, on open pages too. Refuses `conflict` when it was saved since; `forbidden` whoever does not decide about the text, and for everybody
 * whoever does not so for the city.
 */
export async function publishDocument(member: Member, id: string, order: PublishDocument): Promise<void> {
  await change(async (transaction, record) => {
    const document = await decidable(transaction, member, id);
    const { visibility = "network" } = order;
    if (visibility === "public") demand(member, "publish-document", document.partnershipId);
    if (document.visibility === "private") throw invalid("form", "stillPrivate");
    if (document.revision !== order.revision)
      throw conflict(await standingText(transaction, document, document.revision));
    if (document.text.trim() === "") throw invalid("text", "nothingToPublish");
    const isPublished = document.publishedRevision === document.revision;
    if (isPublished && document.publishedVisibility === visibility) return;
    const number = isPublished ? document.publications : document.publications + 1;
    const at = now();
    const facts = factsIn(document.kind, document.facts);
    await transaction.document.update({
      where: { id },
      data: {
        publishedVisibility: visibility,
        publishedTitle: document.title,
        publishedText: document.text,
        publishedLanguage: document.language,
        publishedFacts: asJson(facts),
        publishedDay: dayOf(facts),
        publishedRevision: document.revision,
        ...(isPublished ? {} : { publishedAt: at, publishedById: member.personId }),
        publications: number,
      },
    });
    await transaction.publication.upsert({
      where: { documentId_number: { documentId: id, number } },
      update: { visibility },
      create: {
        documentId: id,
        number,
        revision: document.revision,
        visibility,
        publishedById: member.personId,
        publishedAt: at,
      },
    });
    await keepAside(transaction, { id, networkId: member.network.id }, "published", {
      text: document.text,
      facts,
    });
    const was = document.publishedVisibility;
    const isNarrower = was === "public" && visibility !== "public";
    await record({
      kind: isNarrower ? "document-narrowed" : "document-published",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { revision: document.publishedRevision, publishedVisibility: was },
      after: { revision: document.revision, title: document.title, publishedVisibility: visibility },
      // Those from whom it is taken hear of it as well.
      audience: audienceOf({ ...document, publishedVisibility: isNarrower ? was : visibility }, "published"),
    });
  });
}

/** Takes the published text away from its readers at once; the working text stays, and every published text stays among the saves. */
export async function withdrawDocument(member: Member, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await decidable(transaction, member, id);
    if (document.publishedRevision === null) return;
    await transaction.document.update({
      where: { id },
      data: {
        publishedVisibility: null,
        publishedTitle: null,
        publishedText: null,
        publishedLanguage: null,
        publishedFacts: Prisma.DbNull,
        publishedDay: null,
        publishedRevision: null,
        publishedAt: null,
        publishedById: null,
      },
    });
    await transaction.publication.updateMany({
      where: { documentId: id, withdrawnAt: null },
      data: { withdrawnAt: now() },
    });
    await keepAside(transaction, { id, networkId: member.network.id }, "published", null);
    await record({
      kind: "document-withdrawn",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { revision: document.publishedRevision, title: document.publishedTitle },
      audience: audienceOf(document, "published"),
    });
  });
}

/** Facts of another kind than the document's are a form that was tampered with. */
function ofKind(kind: DocumentKind, facts: DocumentFacts | undefined): DocumentFacts | undefined {
  if (facts && facts.kind !== kind) throw invalid("form", "malformed");
  return facts;
}

/** Loads the document once, inside what the member may know of, and refuses who may not write it. */
async function writable(transaction: Transaction, member: Member, id: string) {
  const document = await known(transaction, member, id);
  if (!mayWrite(member, document)) throw forbidden();
  return document;
}

/** The same, for who decides who reads it. */
async function decidable(transaction: Transaction, member: Member, id: string) {
  const document = await known(transaction, member, id);
  if (!mayShare(member, document)) throw forbidden();
  return document;
}

async function known(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      kind: true,
      createdById: true,
      sealedAt: true,
      facts: true,
      publications: true,
      named: { select: { personId: true } },
      title: true,
      text: true,
      language: true,
      revision: true,
      publishedRevision: true,
      publishedTitle: true,
    },
  });
  if (!document) throw notFound();
  return { ...document, kind: document.kind as DocumentKind };
}

async function standingText(
  transaction: Transaction,
  { id: documentId, kind }: { id: string; kind: DocumentKind },
  revision: number,
): Promise<StandingText> {
  const save = await transaction.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId, revision } },
    select: {
      title: true,
      language: true,
      text: true,
      facts: true,
      savedAt: true,
      savedBy: { select: { name: true } },
    },
  });
  return { ...save, facts: factsIn(kind, save.facts), revision, savedBy: save.savedBy.name };
}
