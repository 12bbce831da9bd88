// What lists ask of a text without reading it: its topics, the documents it links to and its tasks, kept beside it at each save and
// publication.
import type { Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { fold } from "~/text/fold";
import type { DocumentText } from "../access/document-texts";
import type { DocumentFacts } from "./document-facts";
import { keepTasks } from "./kept-tasks.server";

interface Place {
  id: string;
  networkId: string;
}

/** Keeps what this text of the document says now; null where there is none any more. */
export async function keepAside(
  transaction: Transaction,
  { id: documentId, networkId }: Place,
  of: DocumentText,
  said: { text: string; facts: DocumentFacts } | null,
): Promise<void> {
  await transaction.documentTopic.deleteMany({ where: { documentId, of } });
  await transaction.documentLink.deleteMany({ where: { fromId: documentId, of } });
  await keepTasks(
    transaction,
    { id: documentId, networkId },
    of,
    said && { text: said.text, kind: said.facts.kind },
  );
  if (!said) return;
  const topics = topicsOf(said.facts);
  if (topics.length > 0) {
    await transaction.documentTopic.createMany({
      data: topics.map((topic) => ({ documentId, networkId, of, ...topic })),
    });
  }
  // Only what is there and in the same network: an id in a text may be anything.
  const linked = await transaction.document.findMany({
    where: { id: { in: linkedIds(said), not: documentId }, networkId },
    select: { id: true },
  });
  if (linked.length > 0) {
    await transaction.documentLink.createMany({
      data: linked.map(({ id: toId }) => ({ fromId: documentId, of, toId })),
    });
  }
}

/** More links than this nobody follows back. */
const mostLinks = 500;

/** What the facts call the topics, each once however it is spelt. */
export function topicsOf({ topics }: DocumentFacts): Array<{ topic: string; label: string }> {
  return [...new Map(topics.map((label) => [fold(label), label]))].map(([topic, label]) => ({
    topic,
    label,
  }));
}

/** The ids of the documents that a text links to by their addresses, and those named beside it. */
export function linkedIds({ text, facts }: { text: string; facts: DocumentFacts }): string[] {
  const named = facts.kind === "visit-note" ? facts.linked : [];
  const inText = [...text.matchAll(/\/documents\/([0-9a-hjkmnp-tv-z]{20})(?![0-9a-z])/gu)].map(
    ([, id = ""]) => id,
  );
  return [...new Set([...named, ...inText])].slice(0, mostLinks);
}

/** Facts as the database keeps them. */
export function asJson(facts: DocumentFacts): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(facts)) as Prisma.InputJsonObject;
}
