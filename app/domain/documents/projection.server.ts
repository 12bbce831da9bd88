// What people write together, as Markdown beside it: for reading, search and exports. It follows the text; nobody writes it alone.
import type * as Y from "yjs";
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { inTurn } from "~/platform/in-turn";
import { once } from "~/platform/once";
import { toMarkdown } from "~/text/document-to-markdown";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared } from "~/text/shared-document";
import { change, tellAgain } from "../activity/activities.server";
import { audienceOf } from "./audience";
import { conflict } from "../refusal";
import type { DocumentKind } from "./document";
import { factsIn } from "./document-facts";
import { holdStill } from "./held-still";
import type { LiveDocument } from "./live-document";
import { liveDocuments, liveDocumentsIfOpen, openLive } from "./live-documents.server";
import { cameOfWriting, keepOpenSave, lastWriter, openSaveOf, wroteAfter } from "./live-writing.server";
import { goOnWithSave, keepSave, recordSave } from "./revisions.server";
import { textTurn } from "./text-turn";

/** What the shared document says, as Markdown. Reads only. */
export function markdownOf(shared: Y.Doc): string {
  return toMarkdown(fromShared(shared).document);
}

/** Makes the rows follow the texts from now on: when a text is quiet, and every two seconds where it never is. */
export function followTexts(): void {
  liveDocuments().followBy<LiveDocument>({
    read: (document) => document,
    write: (_id, document) => follow(document),
  });
}

/** Texts whose rows are known to be behind though nobody has them open: following failed, or the house was just opened. */
const behind = () => once("texts-behind", () => new Set<string>());

/** Read in its turn: what was read before a form saved into the text would take that back for a moment. */
function follow(document: LiveDocument): Promise<void> {
  return inTurn(textTurn(document.id), () => followNow(document));
}

async function followNow(document: LiveDocument): Promise<void> {
  const { id } = document;
  const markdown = projected(document);
  if (markdown === undefined) return;
  behind().add(id);
  await keepProjection(id, markdown, await document.last());
  behind().delete(id);
}

/**
 * Brings the rows up to what stands in the text at this moment. For whoever is about to do something with them (publish, copy, sign).
 * While the log cannot be written it does nothing: what is not on the disk is not acted on.
 */
export async function bringUp(id: string): Promise<void> {
  const live = liveDocumentsIfOpen();
  if (!live || !(live.isBusy(id) || behind().has(id)) || live.log.state().kind === "failing") return;
  const seat = await live.open(id);
  try {
    await follow(seat.document);
  } finally {
    seat.leave();
  }
}

/**
 * Judges the text exactly as it stands: all that was handed in is in the rows, and nobody's edit comes in until the work is done. What it
 * calls sealed nobody writes any more. Refuses `conflict` while something waits for a log that cannot be written.
 */
export async function whileStill<Value>(
  id: string,
  work: (seal: () => void) => Promise<Value>,
): Promise<Value> {
  return inTurn(textTurn(id), () =>
    holdStill(id, async (seal) => {
      const live = liveDocumentsIfOpen();
      if (!live || !(live.isBusy(id) || behind().has(id))) return work(seal);
      if (live.log.state().kind === "failing") throw conflict();
      const seat = await live.open(id);
      try {
        await seat.document.flush();
        await followNow(seat.document);
        return await work(seal);
      } finally {
        seat.leave();
      }
    }),
  );
}

/** Brings up for somebody who reads, where they wrote what the rows do not have yet; others' words follow within two seconds by themselves. */
export async function bringUpOwn(personId: string, id: string): Promise<void> {
  if (!liveDocumentsIfOpen()?.isBusy(id)) return;
  const followed = await database().read.followedText.findUnique({ where: { documentId: id } });
  if (wroteAfter(id, personId, followed?.number ?? 0)) await bringUp(id);
}

/** Nothing where the text is not whole: what a damaged log has lost is still in the rows. */
function projected(document: LiveDocument): string | undefined {
  const isLost = document.aside > 0 && document.doc.store.clients.size === 0;
  return isLost ? undefined : markdownOf(document.doc);
}

/**
 * Keeps this Markdown as the next revision, by whoever wrote last, if it says something else than what is kept, and that the rows follow
 * the text up to that number of its log. What is written within ten minutes is one save, which takes the number of its last revision, and
 * one row of what happened for each who wrote; open screens hear of every revision. Called in the text's turn, with what is on the disk
 * already.
 */
export async function keepProjection(id: string, markdown: string, number: number): Promise<void> {
  const told = await change(async (transaction, record) => {
    const document = await transaction.document.findUnique({ where: { id }, select: followedColumns });
    if (!document || document.purgedAt) return undefined;
    const was = { revision: document.revision, number: document.followed?.number ?? 0 };
    if (number !== document.followed?.number) await keepFollowed(transaction, id, number);
    const { title, language, kind, revision, publishings, signOffs, versions } = document;
    const at = now();
    // What came of writing a moment ago is in these signs already: to read it once more would hold everybody up at every projection.
    const isOfWriting = openSaveOf(id, revision, at) !== undefined;
    if (isOfWriting ? document.text === markdown : saysTheSame(document.text, markdown)) return undefined;
    const facts = factsIn(kind as DocumentKind, document.facts);
    const writer = lastWriter(id) ?? document.saves[0]?.savedById ?? document.createdById;
    // What was published, signed or named as it stood is a save for good.
    const isForGood = [...publishings, ...signOffs, ...versions].some((fixed) => fixed.revision === revision);
    const open = isForGood ? undefined : openSaveOf(id, revision, at);
    const written = { title, text: markdown, language, facts };
    if (open) await goOnWithSave(transaction, document, written, writer);
    else await keepSave(transaction, document, written, writer);
    const isToldAlready = open?.told.has(writer) ?? false;
    if (!isToldAlready) await recordSave(record, document, written, writer);
    const is = { revision: revision + 1, number };
    const save = {
      revision: is.revision,
      since: open?.since ?? at.getTime(),
      told: new Set([...(open?.told ?? []), writer]),
    };
    return { was, is, save, audience: isToldAlready ? audienceOf(document, "working") : [] };
  });
  if (!told) return;
  cameOfWriting(id, told.was, told.is);
  keepOpenSave(id, told.save);
  if (told.audience.length > 0) tellAgain({ kind: "document-saved", id }, told.audience);
}

const followedColumns = {
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
  publishings: { select: { revision: true } },
  signOffs: { select: { revision: true } },
  versions: { select: { revision: true } },
} as const;

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
    const heads = await liveDocuments().states.heads();
    const further = heads.flatMap(({ document, number }) =>
      numbers.get(document) === number ? [] : document,
    );
    for (const id of further) behind().add(id);
    for (const id of further) {
      if (isStopped()) return;
      const known = await database().read.document.findUnique({
        where: { id },
        select: { purgedAt: true },
      });
      // One that was emptied when the process ended is erased in the log as well.
      if (known?.purgedAt) await liveDocuments().erase(id);
      if (!known || known.purgedAt) {
        behind().delete(id);
        continue;
      }
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
