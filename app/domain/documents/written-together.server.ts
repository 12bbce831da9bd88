// The use-cases of writing in one text at once: who may, what they write, and what was Markdown alone before.
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { forget } from "~/platform/once";
import { inTurn } from "~/platform/in-turn";
import { documentSchemaVersion } from "~/text/document-schema";
import { carriedOver } from "~/text/carried-over";
import { readMarkdown } from "~/text/markdown-to-document";
import { fromShared, toShared } from "~/text/shared-document";
import { mayWrite, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { invalid, notFound } from "../refusal";
import { closeConversion, convertWorkingText } from "./converting.server";
import { newOrderedDocument, taking } from "./document-state";
import { whenMoving } from "./held-still";
import type { LiveDocument, Seat, UpdateRefusalReason } from "./live-document";
import { liveDocumentsIfOpen, openLive, openLiveDocuments, type LiveOptions } from "./live-documents.server";
import { wrote } from "./live-writing.server";
import { followTexts, markdownOf } from "./projection.server";
import { closePassages } from "./passage-work.server";
import { passagesOf } from "./passages.server";
import { textTurn } from "./text-turn";
import { closeAuthorship } from "./authorship-work.server";
import type { Origin } from "~/platform/update-log";
import { forgetTexts, isWrittenTogether, textsTogether } from "./together.server";

/** Opens the texts of this process; `file` is their log. Once, by whoever starts it. */
export function openTexts(
  file: string,
  options: Omit<LiveOptions, "file"> = {},
): { close(patience: number): Promise<void> } {
  forgetTexts();
  const live = openLiveDocuments({ file, passagesOf, ...options });
  followTexts();
  return {
    close: async (patience) => {
      await closeConversion();
      await closeAuthorship();
      await closePassages();
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
 * A seat at the text, which becomes one that is written together if it was Markdown alone. Refuses `not-found` whoever may not read it,
 * `invalid` a text in Markdown that is too large for that.
 */
export async function joinText(member: Member, id: string): Promise<Seat> {
  await judgeWriting(member, id);
  // Before it is opened: what the conversion writes goes into the log by itself.
  const converted = (await isWrittenTogether(id)) ? undefined : await convertWorkingText(id, true);
  if (converted?.outcome === "too-large") throw invalid("form", "malformed");
  return openLive(id);
}

/**
 * What a member whose right to write was judged hands in. Resolves when it is on the disk; rejects as `LiveDocument.receive` does.
 * `origin` is not told of it. While the text is held still (`holdStill`) it waits.
 */
export async function writeText(
  { personId }: Pick<Member, "personId">,
  document: LiveDocument,
  update: Uint8Array,
  from: { clientIds: number[]; origin?: unknown; isOrder?: boolean; origins?: readonly Origin[] },
): Promise<number> {
  const number = await whenMoving(document.id, () => document.receive(update, { personId, ...from }));
  wrote(document.id, personId, number);
  return number;
}

/** The number of the schema in which documents are written now: an editor of another would delete what it does not know. */
export const schemaInUse = documentSchemaVersion;

/** Erases all that was ever written in these texts, for good. Called when their rows are gone; one never written together is passed over. Never
 * fails: what is left is told in the log, and that of emptied texts goes at the next start. */
export async function eraseTexts(ids: readonly string[]): Promise<void> {
  try {
    const known = await textsTogether();
    for (const id of ids)
      await inTurn(textTurn(id), async () => {
        if (known.delete(id)) await liveDocumentsIfOpen()?.erase(id);
      });
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

export interface Standing {
  markdown: string;
  /** The last number of its log that is in it. */
  number: number;
}

export interface Together {
  /** What stands in the text, all of it on the disk. */
  standing: Standing;
  /**
   * Makes `standing` into this Markdown, beside what others write meanwhile, and answers, when it is on the disk, what stands there then.
   * Does nothing where the text holds what this house's schema does not know.
   */
  write(member: Member, markdown: string): Promise<Standing | undefined>;
  /**
   * Does this work on a copy of the text, all of it at one moment, and hands in what differs. The work answers whose the words are that it
   * brings, or null where nothing is to be done. Answers what stands there then, and under which number the change is kept.
   */
  change(
    member: Member,
    work: (copy: Y.Doc, stood: Node) => readonly Origin[] | null,
  ): Promise<(Standing & { done: number }) | undefined>;
}

/** Works on the text as it stands now. Called in the text's turn. */
export async function withTogether<Value>(
  id: string,
  work: (together: Together) => Promise<Value>,
): Promise<Value> {
  const { document, leave } = await openLive(id);
  const copy = newOrderedDocument();
  try {
    const updates: Uint8Array[] = [];
    copy.on("update", (update: Uint8Array, origin: unknown) => origin !== taking && updates.push(update));
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.doc), taking);
    const number = document.last();
    const standsNow = async () => {
      const markdown = markdownOf(document.doc);
      return { markdown, number: await document.last() };
    };
    return await work({
      standing: { markdown: markdownOf(copy), number: await number },
      write: async (member, written) => {
        const { document: stood, setAside } = fromShared(copy);
        if (setAside.some(({ why }) => why === "unknown")) return undefined;
        toShared(copy, carriedOver(stood, readMarkdown(written).document));
        if (updates.length > 0)
          await writeText(member, document, Y.mergeUpdates(updates), {
            clientIds: [copy.clientID],
            isOrder: true,
          });
        return standsNow();
      },
      change: async (member, work) => {
        const { document: stood, setAside } = fromShared(copy);
        if (setAside.some(({ why }) => why === "unknown")) return undefined;
        const origins = work(copy, stood);
        if (origins === null || updates.length === 0) return undefined;
        const from = {
          ...{ clientIds: [copy.clientID], isOrder: true },
          ...(origins.length > 0 && { origins }),
        };
        const done = await writeText(member, document, Y.mergeUpdates(updates), from);
        return { ...(await standsNow()), done };
      },
    });
  } finally {
    copy.destroy();
    leave();
  }
}
