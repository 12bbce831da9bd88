// The use-cases of a document: begin and save. Publishing is in `publishing.server.ts`, reading in `reading.server.ts`.
import { isDeepStrictEqual } from "node:util";
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { inTurn } from "~/platform/in-turn";
import { can, demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { DocumentKind } from "./document";
import { dayOf, factsIn, noFacts, type DocumentFacts } from "./document-facts";
import type { CreateDocument, SaveDocument } from "./document-orders";
import { asFileRow, type FileCopy } from "./copied-files.server";
import { asJson, keepAside } from "./kept-aside.server";
import { judgeNamed } from "./named-in-facts.server";
import { withLinksById } from "./own-addresses.server";
import { standingText, writable } from "./one-document.server";
import { keepFollowed, keepProjection, saysTheSame } from "./projection.server";
import { keepRevision } from "./revisions.server";
import { textTurn } from "./text-turn";
import { isWrittenTogether } from "./together.server";
import { withTogether, type Standing } from "./written-together.server";

/** What a document was made from, and the files that came along: adapted from another, or a translation that follows a publication or a revision of its original. */
export interface Source {
  adaptedFromId?: string;
  originalId?: string;
  followsPublication?: number;
  followsRevision?: number;
  files?: FileCopy[];
}

/**
 * Begins a document of the member's own city; an expert's visit note of a city they work with is private until they share it.
 * `id` comes from the form, so that a form sent twice begins one document; `source` is what it was made from, judged by the caller.
 * Refuses `forbidden` whoever writes for no city; `invalid` a partner that is not theirs.
 */
export async function createDocument(
  member: Member,
  order: CreateDocument,
  id = newId(),
  source: Source = {},
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
  const { files = [], ...from } = source;
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
        ...from,
        files: { create: files.map((file) => asFileRow(file, network.id, personId, at)) },
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
 * Saves the working text as its next revision. Saving what already stands there changes nothing. Addresses of documents at `host`, under
 * which the house was reached, become links by id. Where the text is written together, what is saved goes into it as a difference.
 * Refuses `invalid` facts that name what is not of the network, or documents that the member may not read. Refuses `conflict` (with the
 * text that stands) when somebody saved, or wrote, since the revision the writer started from: both texts are whole, the standing one in
 * the database, the refused one in the writer's hands.
 */
export async function saveDocument(
  member: Member,
  id: string,
  written: SaveDocument,
  host?: string,
): Promise<{ revision: number }> {
  const order =
    host === undefined ? written : { ...written, text: await withLinksById(member, written.text, host) };
  return inTurn(textTurn(id), async () => {
    if (!(await isWrittenTogether(id))) return saveNow(member, id, order);
    return saveTogether(member, id, order);
  });
}

/** Saves into the text that is written together: first in the log, then in its rows. */
async function saveTogether(member: Member, id: string, order: SaveDocument): Promise<{ revision: number }> {
  await change((transaction) => writable(transaction, member, id));
  return withTogether(id, async (together) => {
    // The form is judged by what stands in the text now, not by what of it was in the rows when it was opened.
    await keepProjection(id, together.standing.markdown, together.standing.number);
    const { text: kept } = await change((transaction) => writable(transaction, member, id));
    // In other signs, or as it was before it was written together: nobody has written anything.
    const isSameText = saysTheSame(order.text, kept);
    const saved = isSameText ? { ...order, text: kept } : order;
    const { isSame } = await change((transaction) => judgedSave(transaction, member, id, saved));
    if (isSame || isSameText) return saveNow(member, id, saved);
    const stands = await together.write(member, order.text);
    // It holds what a form knows nothing of, and would delete: the text stands, and what was typed stays with its writer.
    if (!stands) throw conflict(await change((transaction) => standingNow(transaction, member, id)));
    return saveNow(member, id, order, stands);
  });
}

async function standingNow(transaction: Transaction, member: Member, id: string) {
  const document = await writable(transaction, member, id);
  return standingText(transaction, document, document.revision);
}

/** `stands` is what came of it in the text that is written together. */
async function saveNow(
  member: Member,
  id: string,
  order: SaveDocument,
  stands?: Standing,
): Promise<{ revision: number }> {
  return change(async (transaction, record) => {
    const { document, facts, isSame } = await judgedSave(transaction, member, id, order);
    if (isSame) return { revision: document.revision };
    if (stands) await keepFollowed(transaction, id, stands.number);
    const { title, language } = order;
    const text = stands?.markdown ?? order.text;
    return keepRevision(transaction, record, document, { title, text, language, facts }, member.personId);
  });
}

async function judgedSave(transaction: Transaction, member: Member, id: string, order: SaveDocument) {
  const document = await writable(transaction, member, id);
  const kept = factsIn(document.kind, document.facts);
  const facts = ofKind(document.kind, order.facts) ?? kept;
  const isSame =
    document.title === order.title &&
    document.text === order.text &&
    document.language === order.language &&
    isDeepStrictEqual(facts, kept);
  if (!isSame) {
    if (document.revision !== order.revision)
      throw conflict(await standingText(transaction, document, document.revision));
    await judgeNamed(transaction, member, facts, kept, id);
  }
  return { document, facts, isSame };
}

/** Facts of another kind than the document's are a form that was tampered with. */
function ofKind(kind: DocumentKind, facts: DocumentFacts | undefined): DocumentFacts | undefined {
  if (facts && facts.kind !== kind) throw invalid("form", "malformed");
  return facts;
}
