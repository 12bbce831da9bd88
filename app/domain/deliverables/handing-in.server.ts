// Handing in: a version of one of the city's documents, or one of their files, sealed for good and readable from then on by those who judge it.
import { database, type Transaction } from "~/platform/db.server";
import { filesNamedIn } from "~/text/file-addresses";
import { opened, opening, readsHandedIn } from "../access/handed-in.server";
import { demand, type Member } from "../access/member";
import { visibleWorkingTexts } from "../access/visible-to.server";
import type { DocumentKind } from "../documents/document";
import { factsIn, type DocumentFacts } from "../documents/document-facts";
import { withPresentTitles } from "../documents/linked-titles.server";
import { withPresentNames } from "../documents/mentioned-names.server";
import { factsForReaders, namesIn, type NamesInFacts } from "../documents/named-in-facts.server";
import { writable } from "../documents/one-document.server";
import { bringUp } from "../documents/projection.server";
import { rendered, type Rendered } from "../documents/rendering.server";
import { hashOf, said, sealPublished } from "../documents/sealing.server";
import { RevisionInAddress } from "../documents/version-orders";
import { invalid, notFound } from "../refusal";
import type { HandIn } from "./deliverable-orders";
import { demandOn, type CellKey } from "./one-cell.server";
import { stepOnce, type HandedIn } from "./steps.server";

/** A document of the city that may be handed in: as it stands, one of its named versions, or one of its files. */
export interface HandInChoice {
  documentId: string;
  title: string;
  /** Each with the form's value. */
  now: string;
  versions: Array<{ value: string; name: string; at: Date }>;
  files: Array<{ value: string; name: string }>;
}

/** Documents offered. */
const offered = 100;

/** What the member may hand in for this partner, the linked document first, then what was changed last. Refuses whoever does not hand in. */
export async function handInChoices(
  member: Member,
  partnershipId: string,
  linkedId: string | null,
): Promise<HandInChoice[]> {
  demand(member, "hand-in-deliverables", partnershipId);
  const documents = await database().read.document.findMany({
    where: { AND: [visibleWorkingTexts(member), { partnershipId, visibility: { not: "private" } }] },
    select: {
      id: true,
      title: true,
      revision: true,
      versions: {
        select: { revision: true, name: true, namedAt: true },
        orderBy: { revision: "desc" },
        take: 20,
      },
      files: {
        where: { removedAt: null, erasedAt: null, width: null },
        select: { id: true, name: true },
        orderBy: { uploadedAt: "desc" },
        take: 20,
      },
    },
    orderBy: { updatedAt: "desc" },
    take: offered,
  });
  return documents
    .sort((one, other) => Number(other.id === linkedId) - Number(one.id === linkedId))
    .map(({ id, title, revision, versions, files }) => ({
      documentId: id,
      title,
      now: `${id}:now`,
      versions: versions
        .filter((version) => version.revision !== revision || version.name !== "")
        .map(({ revision: of, name, namedAt }) => ({ value: `${id}:${of}`, name, at: namedAt })),
      files: files.map((file) => ({ value: `${id}:file:${file.id}`, name: file.name })),
    }));
}

/**
 * Hands in what `order.what` names. Refuses as every step does, and `invalid` what is not a version or a file of a document of this city
 * that the member writes, and what was handed in before and is asked for anew: an older version, the same one, or the same file.
 */
export async function handIn(member: Member, key: CellKey, { what, ...order }: HandIn): Promise<void> {
  await demandOn(member, "hand-in-deliverables", key);
  const [documentId = "", which = "", fileId = ""] = what.split(":");
  // What stands in the text at this moment is what is handed in.
  if (which === "now" && (await isOfCity(member, key, documentId))) await bringUp(documentId);
  await stepOnce(member, key, "hand-in", order, async (transaction): Promise<HandedIn> => {
    const document = await transaction.document.findFirst({
      where: { AND: [visibleWorkingTexts(member), { id: documentId, partnershipId: key.partnershipId }] },
      select: { id: true, visibility: true },
    });
    if (!document || document.visibility === "private") throw notOffered();
    const before = await lastHandedIn(transaction, member, key);
    if (which === "file") {
      // A version brings along the files that its text names: the same one alone is another thing.
      const isSame = before?.revision === null && before.files.some((file) => file.fileId === fileId);
      if (isSame) throw notNewer();
      return oneFile(transaction, document.id, fileId);
    }
    const { revision: now } = await mayBeHandedIn(transaction, member, document.id);
    const asked = RevisionInAddress.safeParse(which === "now" ? String(now) : which);
    if (!asked.success) throw notOffered();
    const revision = asked.data;
    if (before?.documentId === documentId && revision <= (before.revision ?? 0)) throw notNewer();
    const where = { documentId_revision: { documentId, revision } };
    const save = await transaction.documentSave.findUnique({ where, select: { text: true } });
    if (!save) throw notOffered();
    await sealPublished(transaction, member, { documentId, revision, name: "" });
    const named = await transaction.attachedFile.findMany({
      where: { documentId, id: { in: filesNamedIn(save.text) } },
      select: { id: true },
    });
    return { documentId, revision, fileIds: named.map(({ id }) => id) };
  });
}

/** What was handed in last, where it stands. */
function lastHandedIn(transaction: Transaction, member: Member, key: CellKey) {
  return transaction.deliverableStep.findFirst({
    where: { of: { ...key, networkId: member.network.id }, kind: "hand-in", takenBackAt: null },
    orderBy: { number: "desc" },
    select: { documentId: true, revision: true, files: { select: { fileId: true } } },
  });
}

const notNewer = () => invalid("what", "deliverables:wrong.notNewer");

const notOffered = () => invalid("what", "deliverables:wrong.notOffered");

async function isOfCity(member: Member, key: CellKey, id: string): Promise<boolean> {
  const where = { AND: [visibleWorkingTexts(member), { id, partnershipId: key.partnershipId }] };
  return (await database().read.document.count({ where })) > 0;
}

async function mayBeHandedIn(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findUniqueOrThrow({
    where: { id },
    select: { sealedAt: true },
  });
  // A sealed visit note is written by nobody any more, and handed in all the same.
  if (document.sealedAt === null) return writable(transaction, member, id);
  return transaction.document.findUniqueOrThrow({ where: { id }, select: { revision: true } });
}

async function oneFile(transaction: Transaction, documentId: string, fileId: string): Promise<HandedIn> {
  const file = await transaction.attachedFile.findFirst({
    where: { id: fileId, documentId, removedAt: null, erasedAt: null },
    select: { id: true },
  });
  if (!file) throw notOffered();
  return { documentId, revision: null, fileIds: [fileId] };
}

export interface ReadHandedIn {
  document: { id: string; title: string; language: string; kind: DocumentKind };
  by: { id: string; name: string };
  at: Date;
  isTakenBack: boolean;
  facts: DocumentFacts;
  names: NamesInFacts;
  rendered: Rendered;
  /** Its words are those that were handed in. */
  isUnchanged: boolean;
}

/** A version that was handed in, as it stood. Refuses `not-found` whoever may not read it, and what is no version. */
export async function readHandedIn(member: Member, key: CellKey, stepId: string): Promise<ReadHandedIn> {
  const step = await database().read.deliverableStep.findFirst({
    where: { id: stepId, kind: "hand-in", of: { ...key, networkId: member.network.id } },
    select: {
      ...opening,
      at: true,
      by: { select: { id: true, name: true } },
      documentId: true,
      revision: true,
      document: { select: { kind: true } },
    },
  });
  if (!step?.documentId || step.revision === null || !step.document) throw notFound();
  if (!readsHandedIn(member, opened(step))) throw notFound();
  const { documentId, revision, by, at } = step;
  const save = await database().read.documentSave.findUnique({
    where: { documentId_revision: { documentId, revision } },
    select: { ...said, document: { select: { versions: { where: { revision }, select: { hash: true } } } } },
  });
  if (!save) throw notFound();
  const kind = step.document.kind as DocumentKind;
  const facts = factsIn(kind, save.facts);
  const names = await namesIn(member, facts);
  const written = await rendered(save.text, { topHeading: 2 }, member.language);
  const html = await withPresentNames(member, await withPresentTitles(member, written.html));
  const hash = save.document.versions[0]?.hash;
  return {
    document: { id: documentId, title: save.title, language: save.language, kind },
    ...{ by, at, isTakenBack: step.takenBackAt !== null },
    facts: factsForReaders(facts, names),
    names,
    rendered: { ...written, html },
    isUnchanged: hash === undefined || hash === hashOf(save),
  };
}
