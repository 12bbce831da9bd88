// Words that were moved and not written: an editor parts a paragraph, wraps it, drags it or brings it back by deleting and writing anew.
import * as Y from "yjs";
import type { Origin } from "~/platform/update-log";

/** A stretch of letters of one Yjs client, in their order. */
export interface Piece {
  text: string;
  client: number;
  clock: number;
}

/** Words that stand (or stood) beside each other. */
export interface Chunk {
  text: string;
  pieces: Piece[];
}

/** Letters that have to be the same where a part of a passage is found again; fewer only where one is all of the other. */
const [enough, few, fewPasted] = [16, 3, 6];
/** Letters of something short, and the part of it that is most of it. */
const [longestShort, mostOf] = [40, 0.7];
/** How far apart the places of a passage are by which it is looked up. */
const step = 8;
/** Letters beside a find in which something shorter is looked for. */
const nearby = 200;
/** Letters, items and pairs beyond which nothing is looked for. */
const [mostLetters, mostNeighbours, mostPairs] = [400_000, 50, 2_000];

/**
 * What in this transaction is new under these Yjs client ids, and is, letter for letter, what was deleted in it, or stands deleted right
 * beside it (as an undone deletion does), or was `cut` before and is not there
 * again already: from where each stretch came. Called when the transaction is applied and not yet tidied up.
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

/** What was cut and is put in: in parts of some length, or most of something short. */
function putIn(pasted: readonly Chunk[], cut: readonly Chunk[]): Origin[] {
  let lookup: Map<string, Place[]> | undefined;
  return pasted.flatMap((chunk) => {
    const origins = chunk.text.length < enough ? [] : parts(chunk, (lookup ??= placesIn(cut)));
    return origins.length > 0 ? origins : mostOfShort(chunk, cut);
  });
}

/** Where letters are alike at the ends an editor may tell a stretch shifted by some: the longest that both have is looked for. */
function mostOfShort(chunk: Chunk, cut: readonly Chunk[]): Origin[] {
  if (chunk.text.length > longestShort) return [];
  let best = { length: 0, at: 0, there: 0, other: chunk };
  for (const other of cut) {
    if (other.text.length > longestShort) continue;
    for (let at = 0; at < chunk.text.length; at += 1)
      for (let there = 0; there < other.text.length; there += 1) {
        let length = 0;
        while (at + length < chunk.text.length && chunk.text[at + length] === other.text[there + length])
          length += 1;
        if (length > best.length) best = { length, at, there, other };
      }
  }
  const isMost =
    best.length >= fewPasted && best.length >= mostOf * Math.max(chunk.text.length, best.other.text.length);
  return isMost ? originsOf(chunk, best.at, best.other, best.there, best.length) : [];
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

function found(written: readonly Chunk[], gone: readonly Chunk[]): Origin[] {
  const whole = new Map(gone.map((chunk) => [chunk.text, chunk]));
  const isFew = written.length * gone.length <= mostPairs;
  let lookup: Map<string, Place[]> | undefined;
  const origins: Origin[] = [];
  for (const chunk of written) {
    const same = whole.get(chunk.text);
    if (same) {
      origins.push(...originsOf(chunk, 0, same, 0, chunk.text.length));
      continue;
    }
    const inside = isFew ? insideOf(chunk, gone) : undefined;
    if (inside) origins.push(...inside);
    else if (chunk.text.length >= enough) origins.push(...parts(chunk, (lookup ??= placesIn(gone))));
  }
  return origins;
}

/** One is all of the other's beginning, middle or end. */
function insideOf(chunk: Chunk, gone: readonly Chunk[]): Origin[] | undefined {
  if (chunk.text.length < few) return undefined;
  for (const other of gone) {
    const at = other.text.indexOf(chunk.text);
    if (at >= 0) return originsOf(chunk, 0, other, at, chunk.text.length);
  }
  return undefined;
}

interface Place {
  chunk: Chunk;
  at: number;
}

/** Where every so manieth stretch of letters stands; of those that stand in many places, the first few. */
function placesIn(gone: readonly Chunk[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const chunk of gone)
    for (let at = 0; at + step <= chunk.text.length; at += step) {
      const key = chunk.text.slice(at, at + step);
      const known = places.get(key);
      if (!known) places.set(key, [{ chunk, at }]);
      else if (known.length < 4) known.push({ chunk, at });
    }
  return places;
}

function parts(chunk: Chunk, lookup: ReadonlyMap<string, Place[]>): Origin[] {
  const origins: Origin[] = [];
  const { text } = chunk;
  /** What was found last: what lies between two finds may be short, and is looked for beside them alone. */
  let last: Place | undefined;
  let from = 0;
  const lookBetween = (to: number, next?: Place) => {
    const between = text.slice(from, to);
    if (between === "") return;
    const before = next ? next.chunk.text.slice(Math.max(0, next.at - nearby), next.at) : "";
    const at = before.lastIndexOf(between);
    const after = last ? last.chunk.text.slice(last.at, last.at + nearby) : "";
    const behind = after.indexOf(between);
    if (next && at >= 0)
      origins.push(...originsOf(chunk, from, next.chunk, next.at - before.length + at, between.length));
    else if (last && behind >= 0)
      origins.push(...originsOf(chunk, from, last.chunk, last.at + behind, between.length));
  };
  for (let at = 0; at + step <= text.length;) {
    let best = { start: at, length: 0, place: undefined as Place | undefined };
    for (const { chunk: other, at: there } of lookup.get(text.slice(at, at + step)) ?? []) {
      let [before, after] = [0, step];
      while (at - before > from && there > before && text[at - before - 1] === other.text[there - before - 1])
        before += 1;
      while (at + after < text.length && text[at + after] === other.text[there + after]) after += 1;
      if (before + after > best.length)
        best = { start: at - before, length: before + after, place: { chunk: other, at: there - before } };
    }
    const { start, length, place } = best;
    if (place && length >= enough) {
      lookBetween(start, place);
      origins.push(...originsOf(chunk, start, place.chunk, place.at, length));
      last = { chunk: place.chunk, at: place.at + length };
      at = from = start + length;
    } else at += 1;
  }
  if (last) lookBetween(text.length);
  return origins;
}

/** Stretches in which neither side goes over to another client's letters. */
function originsOf(chunk: Chunk, at: number, source: Chunk, there: number, length: number): Origin[] {
  const origins: Origin[] = [];
  const [own, theirs] = [stretches(chunk, at, length), stretches(source, there, length)];
  for (let i = 0, j = 0; i < own.length && j < theirs.length;) {
    const [one, other] = [own[i], theirs[j]];
    if (!one || !other) break;
    const both = Math.min(one.length, other.length);
    origins.push({
      ...{ client: one.client, clock: one.clock, length: both },
      from: { client: other.client, clock: other.clock },
    });
    for (const stretch of [one, other]) {
      stretch.clock += both;
      stretch.length -= both;
    }
    if (one.length === 0) i += 1;
    if (other.length === 0) j += 1;
  }
  return origins;
}

function stretches({ pieces }: Chunk, from: number, length: number) {
  const found: Array<{ client: number; clock: number; length: number }> = [];
  let at = 0;
  for (const { text, client, clock } of pieces) {
    const [start, end] = [Math.max(from - at, 0), Math.min(from + length - at, text.length)];
    if (end > start) found.push({ client, clock: clock + start, length: end - start });
    at += text.length;
  }
  return found;
}
