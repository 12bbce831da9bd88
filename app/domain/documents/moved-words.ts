// Words that were moved and not written: an editor parts a paragraph, wraps it, drags it or brings it back by deleting and writing anew.
import * as Y from "yjs";
import type { Origin } from "~/platform/update-log";
import { few, found, originsOf, putIn, type Chunk } from "./same-words";

/** Fewer letters than these at once are typed, not put in. */
const fewPasted = 6;
/** Letters and items beyond which nothing is looked for. */
const [mostLetters, mostNeighbours] = [400_000, 50];

/**
 * What in this transaction is new under these Yjs client ids, and is, letter for letter, what was deleted in it, or stands deleted right
 * beside it (as an undone deletion does), or was `cut` before and is not there again already: from
 * where each stretch came. Called when the transaction is applied and not yet tidied up.
 */
export function movedWords(
  transaction: Y.Transaction,
  clients: readonly number[],
  cut: readonly Chunk[] = [],
  isThere: (origin: Origin) => boolean = () => false,
): Origin[] {
  const fresh = freshItems(transaction, clients);
  if (fresh.length === 0) return [];
  const undoneOnes = fresh.flatMap((item) => undone(transaction, item));
  const others = without(fresh, undoneOnes);
  const written = writtenChunks(others);
  if (written.length === 0) return undoneOnes;
  const deleted = goneChunks(transaction);
  const gone = [...deleted, ...goneBeside(transaction, others)];
  const moved = isMany(written, gone) ? [] : found(written, gone);
  const origins = [...undoneOnes, ...moved];
  // Typing comes in few letters: those are nobody's who once deleted the same ones. Whoever puts in deletes next to nothing.
  const pasted = cut.length > 0 ? writtenChunks(without(fresh, origins)) : [];
  const long = pasted.filter(({ text }) => text.length >= fewPasted);
  const isPutIn = long.length > 0 && lettersIn(deleted) * 4 < lettersIn(long) && !isMany(long, cut);
  return isPutIn ? [...origins, ...putIn(long, cut).filter((origin) => !isThere(origin))] : origins;
}

const lettersIn = (chunks: readonly Chunk[]) => chunks.reduce((sum, { text }) => sum + text.length, 0);
const isMany = (...all: Array<readonly Chunk[]>) => lettersIn(all.flat()) > mostLetters;

/** Items of which nothing is known yet. */
function without(items: readonly Y.Item[], origins: readonly Origin[]): Y.Item[] {
  if (origins.length === 0) return [...items];
  return items.filter(
    ({ id, length }) =>
      !origins.some(
        ({ client, clock, length: letters }) =>
          client === id.client && clock < id.clock + length && id.clock < clock + letters,
      ),
  );
}

const isFresh = ({ beforeState }: Y.Transaction, { client, clock }: Y.ID) =>
  clock >= (beforeState.get(client) ?? 0);

function freshItems({ doc, beforeState, afterState }: Y.Transaction, clients: readonly number[]): Y.Item[] {
  const fresh: Y.Item[] = [];
  for (const client of clients) {
    const [from, to] = [beforeState.get(client) ?? 0, afterState.get(client) ?? 0];
    const structs = doc.store.clients.get(client);
    if (to <= from || !structs) continue;
    for (let place = structs.length - 1; place >= 0; place -= 1) {
      const struct = structs[place];
      if (!struct || struct.id.clock < from) break;
      if (struct instanceof Y.Item && !struct.deleted) fresh.push(struct);
    }
  }
  return fresh.reverse();
}

function writtenChunks(fresh: readonly Y.Item[]): Chunk[] {
  const own = new Set(fresh);
  const parents = new Set(
    fresh.flatMap(({ content, parent }) => (content instanceof Y.ContentString ? parent : [])),
  );
  return [...parents].flatMap((parent) =>
    parent instanceof Y.AbstractType
      ? chunksOf(parent, (item) => (item.deleted ? "passed" : own.has(item) ? "taken" : "between"))
      : [],
  );
}

/** What was deleted in this transaction and stood there before. */
export function goneChunks(transaction: Y.Transaction): Chunk[] {
  const { deleteSet } = transaction;
  if (deleteSet.clients.size === 0) return [];
  const parents = new Set<Y.Item["parent"]>();
  Y.iterateDeletedStructs(transaction, deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) parents.add(struct.parent);
  });
  const isGone = (item: Y.Item) => Y.isDeleted(deleteSet, item.id) && !isFresh(transaction, item.id);
  return [...parents].flatMap((parent) =>
    parent instanceof Y.AbstractType
      ? chunksOf(parent, (item) => (!item.deleted ? "between" : isGone(item) ? "taken" : "passed"))
      : [],
  );
}

/** What is written anew right before where it stands deleted: so an undone deletion does. */
function undone(transaction: Y.Transaction, { content, id, right }: Y.Item): Origin[] {
  if (!(content instanceof Y.ContentString)) return [];
  const { str } = content;
  const beside: Y.Item[] = [];
  let letters = 0;
  for (let next = right; next && letters < str.length && isPassed(next); next = next.right)
    if (next.content instanceof Y.ContentString && !isFresh(transaction, next.id)) {
      beside.push(next);
      letters += next.length;
    }
  const gone = chunkOf(beside);
  if (!gone?.text.startsWith(str) || (str.length < few && gone.text !== str)) return [];
  return originsOf({ text: str, pieces: [{ text: str, ...id }] }, 0, gone, 0, str.length);
}

const isPassed = (item: Y.Item) => item.deleted || !item.countable;

/** What stands deleted right behind the new passages, or behind the passages into which new words came: those may be written anew as well. */
function goneBeside(transaction: Y.Transaction, fresh: readonly Y.Item[]): Chunk[] {
  const own = new Set(fresh);
  const types = new Set<Y.AbstractType<unknown>>();
  for (const item of fresh) {
    const holder = holderOf(item);
    // What stands in something new is found with that.
    if (holder && own.has(holder)) continue;
    if (item.content instanceof Y.ContentString && item.length <= few) continue;
    for (let place: Y.Item | null = item; place; place = holderOf(place)) {
      let count = 0;
      for (
        let next = place.right;
        next && count < mostNeighbours && isPassed(next);
        next = next.right, count += 1
      )
        if (next.content instanceof Y.ContentType && !isFresh(transaction, next.id))
          types.add(next.content.type);
    }
  }
  return [...types].flatMap((type) => chunksWithin(type));
}

function holderOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

function chunksWithin(type: Y.AbstractType<unknown>, depth = 0): Chunk[] {
  const chunks = chunksOf(type, (item) => (item.deleted ? "taken" : "passed"));
  for (let item = type._start; item && depth < 20; item = item.right)
    if (item.content instanceof Y.ContentType) chunks.push(...chunksWithin(item.content.type, depth + 1));
  return chunks;
}

/** What of a parent is taken, parted at what stands between. */
function chunksOf(
  parent: Y.AbstractType<unknown>,
  judge: (item: Y.Item) => "taken" | "passed" | "between",
): Chunk[] {
  const chunks: Chunk[] = [];
  let taken: Y.Item[] = [];
  const end = () => {
    const chunk = chunkOf(taken);
    if (chunk) chunks.push(chunk);
    taken = [];
  };
  for (let item = parent._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const judged = judge(item);
    if (judged === "taken") taken.push(item);
    if (judged === "between") end();
  }
  end();
  return chunks;
}

function chunkOf(items: readonly Y.Item[]): Chunk | undefined {
  const pieces = items.flatMap(({ content, id }) =>
    content instanceof Y.ContentString ? { text: content.str, client: id.client, clock: id.clock } : [],
  );
  const text = pieces.map((piece) => piece.text).join("");
  return text === "" ? undefined : { text, pieces };
}
