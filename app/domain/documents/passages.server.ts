// Passages of texts that something is tied to: picked, kept, followed while the text is written, and where they stand in what is read.
import { LRUCache } from "lru-cache";
import { database, type Transaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { once } from "~/platform/once";
import { convertWorkingText } from "./converting.server";
import { liveDocumentsIfOpen } from "./live-documents.server";
import type { Passage } from "./passage";
import { askedOfPassages } from "./passage-work.server";
import type { PassageStands, PickedPassage } from "./picked-passage";
import { isWrittenTogether } from "./together.server";

export type TextOfPassage = "working" | "published";

/**
 * The passage that was picked in this text as it stands now. Nothing where it is not in it any more, or cannot be told from others of the
 * same words. Whoever asks has judged that the text may be read.
 */
export async function pickPassage(
  documentId: string,
  text: TextOfPassage,
  picked: PickedPassage,
): Promise<Passage | undefined> {
  if (!(await isWrittenTogether(documentId))) await convertWorkingText(documentId, true);
  const live = liveDocumentsIfOpen();
  if (!live || !(await isWrittenTogether(documentId))) return undefined;
  if (text === "working") await handedIn(documentId);
  const until = text === "published" ? await publishedSince(documentId) : undefined;
  const { passage } = await askedOfPassages({ file: live.file, document: documentId, until, picked });
  return passage;
}

/** What was handed in a moment ago is in the log when this resolves. */
async function handedIn(documentId: string): Promise<void> {
  const live = liveDocumentsIfOpen();
  if (!live?.isOpen(documentId)) return;
  const seat = await live.open(documentId);
  try {
    await seat.document.flush();
  } finally {
    seat.leave();
  }
}

/** Follows the passage from now on, where somebody has the text open; else it is followed when the text is opened. */
export async function followPassage(documentId: string, id: string, passage: Passage): Promise<void> {
  const live = liveDocumentsIfOpen();
  if (!live?.isOpen(documentId)) return;
  const seat = await live.open(documentId);
  seat.document.passages.watch(id, passage);
  seat.leave();
}

export async function keepPassage(
  transaction: Transaction,
  documentId: string,
  id: string,
  { letters, picture, ...words }: Passage,
): Promise<void> {
  await transaction.passage.create({
    data: { id, documentId, ...words, letters: letters.map(flat), ...(picture && { picture }) },
  });
}

const flat = ({ client, clock, length }: Passage["letters"][number]) => [client, clock, length];

const kept = () => once("kept-passages", () => new LRUCache<string, Map<string, Passage>>({ max: 100 }));

/** The passages of a text, by what they were kept for. They are only ever added to: what is known is read once. */
export async function passagesOf(documentId: string): Promise<ReadonlyMap<string, Passage>> {
  const { read } = database();
  const known = kept().get(documentId);
  const count = await read.passage.count({ where: { documentId } });
  if (known?.size === count) return known;
  const rows = await read.passage.findMany({ where: { documentId } });
  const passages = new Map(
    rows.map(({ id, letters, quotation, before, after, picture }) => [
      id,
      {
        letters: (letters as number[][]).map(([client = 0, clock = 0, length = 0]) => ({
          client,
          clock,
          length,
        })),
        ...{ quotation, before, after },
        ...(picture !== null && { picture: picture as Passage["picture"] }),
      },
    ]),
  );
  kept().set(documentId, passages);
  return passages;
}

interface Placed {
  /** Which state of the text it is. */
  key: string;
  places: Map<string, PassageStands>;
}

const known = () => once("placed-passages", () => new LRUCache<string, Placed>({ max: 100 }));

/**
 * Where these passages stand in the text as its readers see it; not those of which it cannot be found out. Whoever asks has judged that it
 * may be read.
 */
export async function placesOf(
  documentId: string,
  text: TextOfPassage,
  passages: ReadonlyMap<string, Passage>,
): Promise<ReadonlyMap<string, PassageStands>> {
  const live = liveDocumentsIfOpen();
  if (!live || passages.size === 0 || !(await isWrittenTogether(documentId))) return new Map();
  const until = text === "published" ? await publishedSince(documentId) : undefined;
  const key = text === "published" ? `since ${until}` : `number ${await followedNumber(documentId)}`;
  const name = `${text} ${documentId}`;
  let placed = known().get(name);
  if (placed?.key !== key) known().set(name, (placed = { key, places: new Map() }));
  const missing = [...passages].filter(([id]) => !placed.places.has(id));
  if (missing.length === 0) return placed.places;
  const places = await askedOfPassages({
    ...{ file: live.file, document: documentId, until },
    passages: missing.map(([, passage]) => passage),
  }).then(
    (answer) => answer.places,
    (error: unknown) => {
      // The text is read all the same, and what is said about it; the next reader asks again.
      log().warn({ error, document: documentId }, "it could not be found out where passages stand");
      return [];
    },
  );
  for (const [index, [id]] of missing.entries()) {
    const place = places[index];
    if (place) placed.places.set(id, place);
  }
  return placed.places;
}

async function followedNumber(documentId: string): Promise<number> {
  const followed = await database().read.followedText.findUnique({ where: { documentId } });
  return followed?.number ?? 0;
}

/** When the text that is published now was saved, in ms. */
async function publishedSince(documentId: string): Promise<number> {
  const document = await database().read.document.findUnique({
    where: { id: documentId },
    select: { publishedRevision: true },
  });
  const save = await database().read.documentSave.findUnique({
    where: { documentId_revision: { documentId, revision: document?.publishedRevision ?? 0 } },
    select: { savedAt: true },
  });
  return save?.savedAt.getTime() ?? 0;
}
