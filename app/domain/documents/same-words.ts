// Which letters are those of which others, by the words that they make: whole passages, parts of some length, and what lies between.
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

/** Letters that have to be the same where one passage is all of a part of the other. */
export const few = 3;
/** Letters that have to be the same where a part of a passage is found again; of something short most of it, and these at least. */
const [enough, leastOfShort, longestShort, mostOf] = [16, 6, 40, 0.7];
/** How far apart the places of a passage are by which it is looked up. */
const step = 8;
/** Letters beside a find in which something shorter is looked for. */
const nearby = 200;
/** Pairs beyond which the passages are not held against each other. */
const mostPairs = 2_000;

/** What is written, by what is gone: whole or all of a part at any length, else in parts of some length. */
export function found(written: readonly Chunk[], gone: readonly Chunk[]): Origin[] {
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
export function originsOf(chunk: Chunk, at: number, source: Chunk, there: number, length: number): Origin[] {
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

/** What was cut and is put in: in parts of some length, or most of something short. */
export function putIn(pasted: readonly Chunk[], cut: readonly Chunk[]): Origin[] {
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
    best.length >= leastOfShort &&
    best.length >= mostOf * Math.max(chunk.text.length, best.other.text.length);
  return isMost ? originsOf(chunk, best.at, best.other, best.there, best.length) : [];
}
