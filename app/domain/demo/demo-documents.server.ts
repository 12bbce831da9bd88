// Writes the demo documents of a network, all at once, and tells what happened to them, to be sealed with the rest of their network.
import type { Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import type { ActivityRow } from "../activity/chain.server";
import type { DocumentKind } from "../documents/document";
import { keepTasks } from "../documents/kept-tasks.server";
import type { DemoDocument } from "./demo-document";
import { rowsOf } from "./demo-document-rows.server";
import type { DemoIds } from "./demo-ids";
import type { DemoSave } from "./demo-told.server";

export interface WrittenDocuments {
  ids: DemoIds;
  saves: DemoSave[];
  versions: Prisma.NamedVersionCreateManyInput[];
  /** What happened, in no order. */
  happened: ActivityRow[];
}

/** Writes the documents with all that belongs to them. */
export async function insertDocuments(
  transaction: Transaction,
  documents: readonly DemoDocument[],
  place: Omit<DemoIds, "documents" | "elements">,
): Promise<WrittenDocuments> {
  const ids: DemoIds = { ...place, documents: new Map(), elements: new Map() };
  for (const document of documents) {
    ids.documents.set(document.key, newId());
    // An element keeps its id through all saves.
    for (const key of elementKeys(document)) ids.elements.set(`${document.key} ${key}`, newId());
  }
  const rows = documents.map((document) => rowsOf(document, ids));
  // One after the other: an original stands before its translations.
  await transaction.document.createMany({ data: rows.map(({ document }) => document) });
  const saves = rows.flatMap((row) => row.saves);
  const versions = rows.flatMap((row) => row.versions);
  await transaction.documentSave.createMany({ data: saves });
  await transaction.namedVersion.createMany({ data: versions });
  await transaction.publication.createMany({ data: rows.flatMap(({ publications }) => publications) });
  await transaction.naming.createMany({ data: rows.flatMap(({ namings }) => namings) });
  await transaction.elementMark.createMany({ data: rows.flatMap(({ marks }) => marks) });
  await transaction.comment.createMany({ data: rows.flatMap(({ comments }) => comments) });
  await transaction.documentTopic.createMany({ data: rows.flatMap(({ topics }) => topics) });
  await transaction.documentLink.createMany({ data: rows.flatMap(({ links }) => links) });
  for (const { document } of rows) await keepTasksOf(transaction, document);
  await transaction.visitStatement.createMany({ data: rows.flatMap(({ statements }) => statements) });
  await transaction.signOff.createMany({ data: rows.flatMap(({ signOffs }) => signOffs) });
  await transaction.reflection.createMany({ data: rows.flatMap(({ reflections }) => reflections) });
  return { ids, saves, versions, happened: rows.flatMap(({ happened }) => happened) };
}

/** By the house's own hand: whose they are depends on who is in the network. */
async function keepTasksOf(
  transaction: Transaction,
  { id, networkId, text, publishedText, ...document }: ReturnType<typeof rowsOf>["document"],
): Promise<void> {
  const kind = document.kind as DocumentKind;
  await keepTasks(transaction, { id, networkId }, "working", { text, kind });
  if (publishedText)
    await keepTasks(transaction, { id, networkId }, "published", { text: publishedText, kind });
}

function elementKeys({ facts, since = [] }: DemoDocument): Set<string> {
  const stated = [facts, ...since.flatMap((one) => ("saved" in one && one.saved.facts) || [])];
  return new Set(
    stated.flatMap((one) => (one.kind === "good-practice" ? (one.elements ?? []).map(({ id }) => id) : [])),
  );
}
