// The next revision of a working text, however it came about: by a form, or by what people wrote together.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import type { change } from "../activity/activities.server";
import { audienceOf } from "./audience";
import { dayOf, type DocumentFacts } from "./document-facts";
import { asJson, keepAside } from "./kept-aside.server";

type Record = Parameters<Parameters<typeof change>[0]>[1];

/** The document as it stands, as far as its next revision depends on it. */
export interface Standing {
  id: string;
  networkId: string;
  partnershipId: string;
  visibility: string;
  named: Array<{ personId: string }>;
  revision: number;
  title: string;
}

export interface Written {
  title: string;
  text: string;
  language: string;
  facts: DocumentFacts;
}

/** Keeps what was written as the next revision, with what lists and search ask of it, and records it. Judges nothing. */
export async function keepRevision(
  transaction: Transaction,
  record: Record,
  document: Standing,
  written: Written,
  personId: string,
): Promise<{ revision: number }> {
  await keepSave(transaction, document, written, personId);
  await recordSave(record, document, written, personId);
  return { revision: document.revision + 1 };
}

/** Keeps what was written as the next revision, in a save of its own, without recording it. */
export async function keepSave(
  transaction: Transaction,
  document: Standing,
  written: Written,
  savedById: string,
): Promise<void> {
  const { kept, at } = await keepInRow(transaction, document, written);
  await transaction.documentSave.create({
    data: { ...kept, documentId: document.id, savedById, savedAt: at },
  });
}

/** Keeps what was written as the next revision, in the save of the revision before, which is gone by that. */
export async function goOnWithSave(
  transaction: Transaction,
  document: Standing,
  written: Written,
  savedById: string,
): Promise<void> {
  const { id: documentId, revision } = document;
  const { kept, at } = await keepInRow(transaction, document, written);
  await transaction.documentSave.update({
    where: { documentId_revision: { documentId, revision } },
    data: { ...kept, savedById, savedAt: at },
  });
}

async function keepInRow(transaction: Transaction, document: Standing, written: Written) {
  const { id, networkId } = document;
  const { title, text, language, facts } = written;
  const at = now();
  const kept = { title, text, language, facts: asJson(facts), revision: document.revision + 1 };
  await transaction.document.update({ where: { id }, data: { ...kept, day: dayOf(facts), updatedAt: at } });
  await keepAside(transaction, { id, networkId }, "working", { text, facts });
  return { kept, at };
}

/** Records that the document was saved. */
export async function recordSave(
  record: Record,
  document: Standing,
  { title }: Written,
  personId: string,
): Promise<void> {
  const { id, networkId, revision } = document;
  await record({
    kind: "document-saved",
    personId,
    networkId,
    documentId: id,
    subjectId: id,
    before: { revision, title: document.title },
    after: { revision: revision + 1, title },
    audience: audienceOf(document, "working"),
  });
}
