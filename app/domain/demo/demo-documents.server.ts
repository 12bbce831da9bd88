// Writes the demo documents of a network, all at once, and tells what happened to them, to be sealed with the rest of their network.
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import type { ActivityRow } from "../activity/chain.server";
import type { DemoDocument } from "./demo-document";
import { rowsOf } from "./demo-document-rows.server";
import type { DemoIds } from "./demo-ids";

/** Writes the documents with all that belongs to them; answers what happened, in no order. */
export async function insertDocuments(
  transaction: Transaction,
  documents: readonly DemoDocument[],
  place: Omit<DemoIds, "documents" | "elements">,
): Promise<ActivityRow[]> {
  const ids: DemoIds = { ...place, documents: new Map(), elements: new Map() };
  for (const document of documents) {
    ids.documents.set(document.key, newId());
    // An element keeps its id through all saves.
    for (const key of elementKeys(document)) ids.elements.set(`${document.key} ${key}`, newId());
  }
  const rows = documents.map((document) => rowsOf(document, ids));
  // One after the other: an original stands before its translations.
  await transaction.document.createMany({ data: rows.map(({ document }) => document) });
  await transaction.documentSave.createMany({ data: rows.flatMap(({ saves }) => saves) });
  await transaction.publication.createMany({ data: rows.flatMap(({ publications }) => publications) });
  await transaction.naming.createMany({ data: rows.flatMap(({ namings }) => namings) });
  await transaction.elementMark.createMany({ data: rows.flatMap(({ marks }) => marks) });
  await transaction.comment.createMany({ data: rows.flatMap(({ comments }) => comments) });
  await transaction.documentTopic.createMany({ data: rows.flatMap(({ topics }) => topics) });
  await transaction.documentLink.createMany({ data: rows.flatMap(({ links }) => links) });
  await transaction.visitStatement.createMany({ data: rows.flatMap(({ statements }) => statements) });
  await transaction.signOff.createMany({ data: rows.flatMap(({ signOffs }) => signOffs) });
  await transaction.reflection.createMany({ data: rows.flatMap(({ reflections }) => reflections) });
  return rows.flatMap(({ happened }) => happened);
}

function elementKeys({ facts, since = [] }: DemoDocument): Set<string> {
  const stated = [facts, ...since.flatMap((one) => ("saved" in one && one.saved.facts) || [])];
  return new Set(
    stated.flatMap((one) => (one.kind === "good-practice" ? (one.elements ?? []).map(({ id }) => id) : [])),
  );
}
