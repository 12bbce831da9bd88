// The use-cases of a document: begin, save, publish, withdraw. Reading is in `reading.server.ts`.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { demand, can, type Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { conflict, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { StandingText } from "./document";
import type { CreateDocument, PublishDocument, SaveDocument } from "./document-orders";

/**
 * Begins a document of the member's own city. `id` comes from the form, so that a form sent twice begins one document.
 * Refuses `forbidden` whoever writes for no city; `invalid` a partner that is not theirs.
 */
export async function createDocument(
  member: Member,
  order: CreateDocument,
  id = newId(),
): Promise<{ id: string }> {
  demand(member, "write-document");
  if (!can(member, "write-document", order.partnershipId)) throw invalid("partnershipId", "notYourCity");
  const { partnershipId, kind, title, language, text } = order;
  await change(async (transaction, record) => {
    const existing = await transaction.document.findUnique({
      where: { id },
      select: { createdById: true, networkId: true },
    });
    if (existing) {
      if (existing.createdById === member.personId && existing.networkId === member.network.id) return;
      throw notFound();
    }
    const at = now();
    await transaction.document.create({
      data: {
        id,
        networkId: member.network.id,
        partnershipId,
        kind,
        title,
        language,
        text,
        createdById: member.personId,
        responsibleId: member.personId,
        createdAt: at,
        updatedAt: at,
        saves: { create: { revision: 1, title, text, language, savedById: member.personId, savedAt: at } },
      },
    });
    await record({
      kind: "document-created",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      after: { title },
      audience: [{ room: "working", partnershipId }],
    });
  });
  return { id };
}

/**
 * Saves the working text as its next revision. Saving what already stands there changes nothing.
 * Refuses `conflict` (with the text that stands) when somebody saved since the revision the writer started from: both texts
 * are whole, the standing one in the database, the refused one in the writer's hands.
 */
export async function saveDocument(
  member: Member,
  id: string,
  order: SaveDocument,
): Promise<{ revision: number }> {
  return change(async (transaction, record) => {
    const document = await writable(transaction, member, id);
    const isSame =
      document.title === order.title && document.text === order.text && document.language === order.language;
    if (isSame) return { revision: document.revision };
    if (document.revision !== order.revision)
      throw conflict(await standingText(transaction, id, document.revision));
    const revision = document.revision + 1;
    const at = now();
    const { title, text, language } = order;
    await transaction.document.update({
      where: { id },
      data: { title, text, language, revision, updatedAt: at },
    });
    await transaction.documentSave.create({
      data: { documentId: id, revision, title, text, language, savedById: member.personId, savedAt: at },
    });
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

/** Freezes the working text as the published one, readable by the network. Refuses `conflict` when it was saved since. */
export async function publishDocument(member: Member, id: string, order: PublishDocument): Promise<void> {
  await change(async (transaction, record) => {
    const document = await writable(transaction, member, id);
    demand(member, "publish-document", document.partnershipId);
    if (document.revision !== order.revision)
      throw conflict(await standingText(transaction, id, document.revision));
    if (document.text.trim() === "") throw invalid("text", "nothingToPublish");
    if (document.publishedRevision === document.revision) return;
    await transaction.document.update({
      where: { id },
      data: {
        publishedVisibility: "network",
        publishedTitle: document.title,
        publishedText: document.text,
        publishedLanguage: document.language,
        publishedRevision: document.revision,
        publishedAt: now(),
        publishedById: member.personId,
      },
    });
    await record({
      kind: "document-published",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { revision: document.publishedRevision },
      after: { revision: document.revision, title: document.title },
      audience: audienceOf(document, "published"),
    });
  });
}

/** Takes the published text away from its readers at once; the working text stays, and every published text stays among the saves. */
export async function withdrawDocument(member: Member, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await writable(transaction, member, id);
    demand(member, "publish-document", document.partnershipId);
    if (document.publishedRevision === null) return;
    await transaction.document.update({
      where: { id },
      data: {
        publishedVisibility: null,
        publishedTitle: null,
        publishedText: null,
        publishedLanguage: null,
        publishedRevision: null,
        publishedAt: null,
        publishedById: null,
      },
    });
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

/** Loads the document once, inside what the member may know of, and refuses who may not write it. */
async function writable(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      partnershipId: true,
      visibility: true,
      title: true,
      text: true,
      language: true,
      revision: true,
      publishedRevision: true,
      publishedTitle: true,
    },
  });
  if (!document) throw notFound();
  demand(member, "write-document", document.partnershipId);
  return document;
}

async function standingText(
  transaction: Transaction,
  documentId: string,
  revision: number,
): Promise<StandingText> {
  const save = await transaction.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId, revision } },
    select: { title: true, language: true, text: true, savedAt: true, savedBy: { select: { name: true } } },
  });
  return { ...save, revision, savedBy: save.savedBy.name };
}
