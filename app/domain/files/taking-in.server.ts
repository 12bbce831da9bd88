// Takes a file in: to the disk as it comes, judged by its content, kept under its hash, and only then named by a row.
import { open, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { fileStore } from "~/platform/files.server";
import { newId } from "~/platform/id";
import { inTurn } from "~/platform/in-turn";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { audienceOf } from "../documents/audience";
import { invalid, notFound } from "../refusal";
import { attachableDocument, noRoom, reserve, roomLeft } from "./attaching.server";
import { contentsTurn, removeUnnamed } from "./contents.server";
import { fileLimit, type TakenFile } from "./file";
import { nameBeside, safeName, withEnding } from "./file-name";
import type { Judgement } from "./judging";
import { withJudgement } from "./judging.server";

export interface Offered {
  /** As its owner calls it. */
  name: string;
  /** As many as were announced. */
  bytes: number;
  content: AsyncIterable<Uint8Array>;
  /** Put here to stay, whether a text names it or not. */
  isKept: boolean;
  /** Put in the place of this file of the document; what is said of that one is said of it. */
  replaces?: string;
  /** Who sends it, judged afresh when all of it is there: a role may have ended meanwhile. */
  memberNow(): Promise<Member>;
}

type Taken = Exclude<Judgement, { is: "refused" }>;

/**
 * Attaches a file to the document. What breaks off or is refused leaves nothing. Refuses as `attachableDocument` does; `not-found` where
 * there is nothing to replace; `invalid` an empty file, one that is too large or that the network has no room for, and a picture that
 * cannot be one.
 */
export async function takeIn(member: Member, documentId: string, offered: Offered): Promise<TakenFile> {
  await attachableDocument(database().read, member, documentId);
  if (offered.bytes > fileLimit) throw tooLarge();
  const release = await reserve(database().read, member.network.id, offered.bytes);
  const path = fileStore().incoming();
  try {
    // There before anything comes: a place that is still being made when what comes breaks off would be made after it was taken away.
    const place = await open(path, "wx", 0o600);
    await pipeline(
      offered.content,
      (chunks: AsyncIterable<Uint8Array>) => asAnnounced(chunks, offered.bytes),
      place.createWriteStream(),
    );
    return await withJudgement(path, async (judgement) => {
      const present = await offered.memberNow();
      return inTurn(contentsTurn, () => keep(present, documentId, offered, judgement));
    });
  } finally {
    release();
    await rm(path, { force: true });
  }
}

async function keep(
  member: Member,
  documentId: string,
  offered: Offered,
  judgement: Taken,
): Promise<TakenFile> {
  const contents = judgement.is === "picture" ? judgement.contents : [judgement.content];
  try {
    for (const { path, hash } of contents) await fileStore().put(path, hash);
    return await change((transaction, record) => named(transaction, record));
  } catch (error) {
    await removeUnnamed(contents.map(({ hash }) => hash));
    throw error;
  }

  async function named(
    transaction: Transaction,
    record: Parameters<Parameters<typeof change>[0]>[1],
  ): Promise<TakenFile> {
    const document = await attachableDocument(transaction, member, documentId);
    const { networkId } = document;
    const bytes = contents.reduce((sum, content) => sum + content.bytes, 0);
    // What it was announced with is counted as coming in.
    if ((await roomLeft(transaction, networkId)) + offered.bytes < bytes) throw noRoom();
    const before = await replaced(transaction, documentId, offered.replaces);
    const at = now();
    if (before) await transaction.attachedFile.update({ where: { id: before.id }, data: { removedAt: at } });
    const name = await freeName(transaction, documentId, shownName(offered.name, judgement));
    const { type } = judgement;
    const size =
      judgement.is === "picture" ? { width: judgement.width, height: judgement.height } : undefined;
    const id = newId();
    await transaction.attachedFile.create({
      data: {
        ...{ id, networkId, documentId, name, type, bytes },
        ...size,
        ...(before && { altText: before.altText, caption: before.caption, licence: before.licence }),
        isKept: offered.isKept || before?.isKept === true,
        uploadedById: member.personId,
        uploadedAt: at,
        contents: {
          create: contents.map(({ path: _path, ...content }) => ({ ...content, checkedAt: at })),
        },
      },
    });
    if (before)
      await transaction.attachedFile.update({ where: { id: before.id }, data: { replacedById: id } });
    await record({
      kind: before ? "file-replaced" : "file-added",
      personId: member.personId,
      networkId,
      documentId,
      subjectId: id,
      ...(before && { before: { name: before.name } }),
      after: { name },
      audience: audienceOf(document, "working"),
    });
    return { id, name, bytes, type, ...(size && { picture: size }) };
  }
}

async function replaced(transaction: Transaction, documentId: string, id: string | undefined) {
  if (id === undefined) return null;
  const before = await transaction.attachedFile.findFirst({
    where: { id, documentId, removedAt: null },
    select: { id: true, name: true, altText: true, caption: true, licence: true, isKept: true },
  });
  if (!before) throw notFound();
  return before;
}

/** A name that no other present file of the document has. */
export async function freeName(transaction: Transaction, documentId: string, name: string): Promise<string> {
  const others = await transaction.attachedFile.findMany({
    where: { documentId, removedAt: null },
    select: { name: true },
  });
  return nameBeside(
    name,
    others.map((other) => other.name),
  );
}

/** A picture is called by what it was encoded into. */
function shownName(given: string, judgement: Taken): string {
  const name = safeName(given);
  if (judgement.is === "file") return name;
  return withEnding(name, judgement.ending, judgement.ending === "jpg" ? ["jpeg", "jfif"] : []);
}

/** Lets through no more than was announced, and nothing that is less. */
async function* asAnnounced(chunks: AsyncIterable<Uint8Array>, announced: number) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > announced) throw bytes > fileLimit ? tooLarge() : invalid("file", "files:wrong.cutOff");
    yield chunk;
  }
  if (bytes < announced) throw invalid("file", "files:wrong.cutOff");
  if (bytes === 0) throw invalid("file", "files:wrong.empty");
}

function tooLarge() {
  return invalid("file", "files:wrong.tooLarge", { megabytes: fileLimit / 1_000_000 });
}
