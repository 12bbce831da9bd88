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

/** Keeps what was written as the next revision, with what lists and search ask of it. Judges nothing. */
export async function keepRevision(
  transaction: Transaction,
  record: Record,
  document: Standing,
  written: { title: string; text: string; language: string; facts: DocumentFacts },
  personId: string,
): Promise<{ revision: number }> {
  const { id, networkId } = document;
  const { title, text, language, facts } = written;
  const revision = document.revision + 1;
  const at = now();
  const kept = { title, text, language, facts: asJson(facts), revision };
  await transaction.document.update({ where: { id }, data: { ...kept, day: dayOf(facts), updatedAt: at } });
  await transaction.documentSave.create({
    data: { ...kept, documentId: id, savedById: personId, savedAt: at },
  });
  await keepAside(transaction, { id, networkId }, "working", { text, facts });
  await record({
    kind: "document-saved",
    personId,
    networkId,
    documentId: id,
    subjectId: id,
    before: { revision: document.revision, title: document.title },
    after: { revision, title },
    audience: audienceOf(document, "working"),
  });
  return { revision };
}
