// What people write together, as Markdown beside it: for reading, search and exports. It follows the text; nobody writes it alone.
import type * as Y from "yjs";
import { database, type Transaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { inTurn } from "~/platform/in-turn";
import { once } from "~/platform/once";
import { toMarkdown } from "~/text/document-to-markdown";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared } from "~/text/shared-document";
import { change } from "../activity/activities.server";
import type { DocumentKind } from "./document";
import { factsIn } from "./document-facts";
import type { LiveDocument } from "./live-document";
import { liveDocuments, openLive } from "./live-documents.server";
import { keepRevision } from "./revisions.server";
import { textTurn } from "./text-turn";

/** What the shared document says, as Markdown. Reads only. */
export function markdownOf(shared: Y.Doc): string {
  return toMarkdown(fromShared(shared).document);
}

const lastWriters = () => once("last-writers", () => new Map<string, string>());

/** Remembers by whose hand the text is what it is when it is next kept. */
export function wroteLast(documentId: string, personId: string): void {
  lastWriters().set(documentId, personId);
}

/** Makes the rows follow the texts from now on: when a text is quiet, and every two seconds where it never is. */
export function followTexts(): void {
  liveDocuments().followBy<LiveDocument>({
    read: (document) => document,
    write: (_id, document) => follow(document),
  });
}

/** Read in its turn: what was read before a form saved into the text would take that back for a moment. */
function follow(document: LiveDocument): Promise<void> {
  return inTurn(textTurn(document.id), async () => {
    const markdown = projected(document);
    if (markdown === undefined) return;
    await keepProjection(document.id, markdown, await document.last());
  });
}

/** Nothing where the text is not whole: what a damaged log has lost is still in the rows. */
function projected(document: LiveDocument): string | undefined {
  const isLost = document.aside > 0 && document.doc.store.clients.size === 0;
  return isLost ? undefined : markdownOf(document.doc);
}

/**
 * Keeps this Markdown as the next revision, by whoever wrote last, if it says something else than what is kept, and that the rows follow
 * the text up to that number of its log. Called in the text's turn, with what is on the disk already.
 */
export async function keepProjection(id: string, markdown: string, number: number): Promise<void> {
  await change(async (transaction, record) => {
    const document = await transaction.document.findUnique({
      where: { id },
      select: {
        id: true,
        networkId: true,
        partnershipId: true,
        visibility: true,
        named: { select: { personId: true } },
        kind: true,
        facts: true,
        title: true,
        text: true,
        language: true,
        revision: true,
        createdById: true,
        purgedAt: true,
        followed: { select: { number: true } },
        saves: { select: { savedById: true }, orderBy: { revision: "desc" }, take: 1 },
      },
    });
    if (!document || document.purgedAt) return;
    if (number !== document.followed?.number) await keepFollowed(transaction, id, number);
    if (saysTheSame(document.text, markdown)) return;
    const { title, language, kind } = document;
    const facts = factsIn(kind as DocumentKind, document.facts);
    const writer = lastWriters().get(id) ?? document.saves[0]?.savedById ?? document.createdById;
    await keepRevision(transaction, record, document, { title, text: markdown, language, facts }, writer);
  });
}

/** Markdown typed by hand says in other signs what the text written together says: that is no change. */
export function saysTheSame(kept: string, markdown: string): boolean {
  return kept === markdown || toMarkdown(toDocument(kept)) === markdown;
}

/** Keeps up to which number of its log the rows of a document follow its text. */
export async function keepFollowed(
  transaction: Transaction,
  documentId: string,
  number: number,
): Promise<void> {
  await transaction.followedText.upsert({
    where: { documentId },
    update: { number },
    create: { documentId, number },
  });
}

/** Brings the rows up to every text that was written further than they knew when the process ended. For the start; never fails. */
export async function catchUpWithTexts(isStopped = () => false): Promise<void> {
  try {
    const followed = await database().read.followedText.findMany();
    const numbers = new Map(followed.map(({ documentId, number }) => [documentId, number]));
    for (const { document: id, number } of await liveDocuments().states.heads()) {
      if (isStopped()) return;
      if (numbers.get(id) === number) continue;
      const known = await database().read.document.findUnique({
        where: { id },
        select: { purgedAt: true },
      });
      // One that was emptied when the process ended is erased in the log as well.
      if (known?.purgedAt) await liveDocuments().erase(id);
      if (!known || known.purgedAt) continue;
      const seat = await openLive(id);
      try {
        await follow(seat.document);
      } finally {
        seat.leave();
      }
    }
  } catch (error) {
    if (!isStopped()) log().error({ error }, "what follows the texts could not be brought up to them");
  }
}
