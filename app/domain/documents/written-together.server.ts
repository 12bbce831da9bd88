// The use-cases of writing in one text at once: who may, what they write, and what was Markdown alone before.
import * as Y from "yjs";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { forget, once } from "~/platform/once";
import { inTurn } from "~/platform/in-turn";
import { documentSchemaVersion } from "~/text/document-schema";
import { readMarkdown } from "~/text/markdown-to-document";
import { fromShared, toShared } from "~/text/shared-document";
import { mayWrite, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { invalid, notFound } from "../refusal";
import { newDocument } from "./document-state";
import type { LiveDocument, Seat, UpdateRefusalReason } from "./live-document";
import { liveDocumentsIfOpen, openLive, openLiveDocuments } from "./live-documents.server";
import { followTexts, markdownOf, textTurn, wroteLast } from "./projection.server";

/** Opens the texts of this process; `file` is their log. Once, by whoever starts it. */
export function openTexts(file: string): { close(patience: number): Promise<void> } {
  forget("written-together");
  const live = openLiveDocuments({ file });
  followTexts();
  return {
    close: async (patience) => {
      await live.close(patience);
      forget("live-documents");
    },
  };
}

/**
 * What the member may do with the working text, judged now: be there and, maybe, write. Refuses `not-found` whoever may not read it.
 */
export async function judgeWriting(member: Member, id: string): Promise<{ mayWrite: boolean }> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: { ...sharedDocument, kind: true, sealedAt: true },
  });
  if (!document || !readsWorkingText(member, document)) throw notFound();
  return { mayWrite: mayWrite(member, document) };
}

/**
 * A seat at the text, which becomes one that is written together if it was Markdown alone. Refuses `not-found` whoever may not read it.
 */
export async function joinText(member: Member, id: string): Promise<Seat> {
  await judgeWriting(member, id);
  const seat = await openLive(id);
  try {
    await converted(id, seat.document);
    return seat;
  } catch (error) {
    seat.leave();
    throw error;
  }
}

/**
 * What a member whose right to write was judged hands in. Resolves when it is on the disk; rejects as `LiveDocument.receive` does.
 * `origin` is not told of it.
 */
export async function writeText(
  { personId }: Pick<Member, "personId">,
  document: LiveDocument,
  update: Uint8Array,
  from: { clientIds: number[]; origin?: unknown; isOrder?: boolean },
): Promise<number> {
  const number = await document.receive(update, { personId, ...from });
  wroteLast(document.id, personId);
  return number;
}

/** The number of the schema in which documents are written now: an editor of another would delete what it does not know. */
export const schemaInUse = documentSchemaVersion;

/** Erases all that was ever written in these texts, for good. Called when their rows are gone; one never written together is passed over. Never
 * fails: what is left is told in the log, and that of emptied texts goes at the next start. */
export async function eraseTexts(ids: readonly string[]): Promise<void> {
  try {
    const known = await together();
    for (const id of ids) {
      if (!known.has(id)) continue;
      await liveDocumentsIfOpen()?.erase(id);
      known.delete(id);
    }
  } catch (error) {
    log().error({ error }, "texts that are gone could not be erased from their log");
  }
}

/** What the server has of the text, as a Yjs state vector. */
export function stateVectorOf({ doc }: LiveDocument): Uint8Array {
  return Y.encodeStateVector(doc);
}

/** What somebody lacks who has this (a Yjs state vector). Refuses `invalid` what is none. */
export function lackedBy({ doc }: LiveDocument, has: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, has);
  } catch {
    throw invalid("form", "malformed");
  }
}

/** Why an update was refused, where that is what was thrown. */
export function refusedUpdate(thrown: unknown): UpdateRefusalReason | undefined {
  const { kind, reason } = (thrown ?? {}) as { kind?: string; reason?: UpdateRefusalReason };
  return kind === "update-refused" ? reason : undefined;
}

/** The texts that have anything in the log, asked of it once. */
async function together(): Promise<Set<string>> {
  const live = liveDocumentsIfOpen();
  if (!live) return new Set();
  const asked = once("written-together", () =>
    live.states.heads().then((heads) => new Set(heads.map(({ document }) => document))),
  );
  return asked.catch((error: unknown) => {
    forget("written-together");
    throw error;
  });
}

/** Whether this text is one that is written together: then its Markdown only follows. */
export async function isWrittenTogether(id: string): Promise<boolean> {
  return (await together()).has(id);
}

/** Once for each text, however many come at the same time; on the disk before anybody sees it. */
async function converted(id: string, document: LiveDocument): Promise<void> {
  if (await isWrittenTogether(id)) return;
  await inTurn(textTurn(id), async () => {
    const known = await together();
    if (known.has(id)) return;
    const { text } = await database().read.document.findUniqueOrThrow({
      where: { id },
      select: { text: true },
    });
    const { document: node, losses } = readMarkdown(text);
    const frame = await document.change(null, (copy) => toShared(copy, node));
    known.add(id);
    log().info(
      { document: id, frame, losses: losses.length },
      "a text in Markdown is written together from now on",
    );
  });
}

export interface Together {
  /** What stands in the text, as Markdown; all of it is on the disk. */
  standing: string;
  /**
   * Makes `standing` into this, beside what others write meanwhile, and answers, when it is on the disk, what stands there then. Does
   * nothing where the text holds what this house's schema does not know.
   */
  write(member: Member, markdown: string): Promise<string | undefined>;
}

/** Works on the text as it stands now. Called in the text's turn. */
export async function withTogether<Value>(
  id: string,
  work: (together: Together) => Promise<Value>,
): Promise<Value> {
  const { document, leave } = await openLive(id);
  const copy = newDocument();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.doc));
    const standing = markdownOf(copy);
    await document.flush();
    return await work({
      standing,
      write: async (member, markdown) => {
        const updates: Uint8Array[] = [];
        copy.on("update", (update: Uint8Array) => updates.push(update));
        if (fromShared(copy).setAside.some(({ why }) => why === "unknown")) return undefined;
        toShared(copy, readMarkdown(markdown).document);
        if (updates.length > 0)
          await writeText(member, document, Y.mergeUpdates(updates), {
            clientIds: [copy.clientID],
            isOrder: true,
          });
        const stands = markdownOf(document.doc);
        await document.flush();
        return stands;
      },
    });
  } finally {
    copy.destroy();
    leave();
  }
}
