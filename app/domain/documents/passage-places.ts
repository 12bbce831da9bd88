// What is asked of a text's letters: which passage somebody has picked, and where passages stand.
import { foundWords, withoutBlanks } from "./found-words";
import { indexOf, movedTo, passageAt, placeOf, surroundings, type MovedTo, type Passage } from "./passage";
import type { PassageStands, PickedPassage, SectionOf } from "./picked-passage";
import type { TextLetters } from "./text-letters";

/** The passage that was picked; nothing where it is not, or not with certainty, in this text. */
export function passagePicked(letters: TextLetters, picked: PickedPassage): Passage | undefined {
  if (picked.kind === "picture") {
    const ofFile = letters.pictures.filter(({ file }) => file === picked.file);
    const { number, element } = picked;
    const picture = element
      ? ofFile.find(({ client, clock }) => client === element[0] && clock === element[1])
      : ofFile[number];
    if (!picture) return undefined;
    const others = ofFile
      .filter((one) => one !== picture)
      .map((one): [number, number] => [one.client, one.clock]);
    const { client, clock, file, words, at } = picture;
    const before = letters.text.slice(Math.max(0, at - surroundings), at);
    const after = letters.text.slice(at, at + surroundings);
    return { letters: [], quotation: words, before, after, picture: { client, clock, file, others } };
  }
  const range = picked.letters ? rangeOfLetters(letters, picked.letters) : rangeOfWords(letters, picked);
  if (!range) return undefined;
  const passage = passageAt(letters, ...range);
  return passage && withoutBlanks(passage.quotation) === withoutBlanks(picked.words) ? passage : undefined;
}

/** From the first to the last of these that stands. */
function rangeOfLetters(
  letters: TextLetters,
  picked: ReadonlyArray<[client: number, clock: number, length: number]>,
): [from: number, to: number] | undefined {
  let [from, to] = [Infinity, -1];
  const { byClient } = indexOf(letters);
  for (const [client, clock, length] of picked) {
    for (const run of byClient.get(client) ?? []) {
      const first = Math.max(clock, run.clock);
      const end = Math.min(clock + length, run.clock + run.length);
      if (end <= first) continue;
      from = Math.min(from, run.at + first - run.clock);
      to = Math.max(to, run.at + end - run.clock);
    }
  }
  return to > from ? [from, to] : undefined;
}

function rangeOfWords(
  { text }: TextLetters,
  picked: Extract<PickedPassage, { kind: "words" }>,
): [from: number, to: number] | undefined {
  const squeezed = squeezedOf(text);
  const at = foundWords(squeezed.text, picked);
  if (at === undefined) return undefined;
  const end = at + withoutBlanks(picked.words).length - 1;
  return [squeezed.places[at] ?? 0, (squeezed.places[end] ?? 0) + 1];
}

/** The text without its blanks, and where each of its letters stands in it. */
function squeezedOf(text: string): { text: string; places: Uint32Array } {
  const places = new Uint32Array(text.length);
  const parts: string[] = [];
  let count = 0;
  for (const { 0: part, index } of text.matchAll(/\S+/g)) {
    parts.push(part);
    for (let letter = 0; letter < part.length; letter += 1) places[count++] = index + letter;
  }
  return { text: parts.join(""), places };
}

/** Where each of the passages stands. */
export function placesIn(
  letters: TextLetters,
  passages: readonly Passage[],
  moves: Parameters<typeof movedTo>[0],
): PassageStands[] {
  const index = indexOf(letters);
  const moved: MovedTo = movedTo(moves);
  const lettersBefore = countedBefore(letters.text);
  const sectionAt = sectionsOf(letters);
  return passages.map((passage): PassageStands => {
    const place = placeOf(index, passage, moved);
    if ("gone" in place) return { kind: "gone", why: place.gone };
    if ("picture" in place) {
      const { picture } = place;
      const { file, at, client, clock } = picture;
      const number = letters.pictures.filter((one) => one.file === file).indexOf(picture);
      const element: [number, number] = [client, clock];
      return { kind: "picture", file, number, element, at: lettersBefore(at), section: sectionAt(at) };
    }
    const { from, to, isAsItWas } = place;
    return {
      kind: "words",
      words: letters.text.slice(from, to),
      before: letters.text.slice(Math.max(0, from - surroundings), from),
      after: letters.text.slice(to, to + surroundings),
      at: lettersBefore(from),
      isAsItWas,
      letters: place.letters.map(({ client, clock, length }) => [client, clock, length]),
      section: sectionAt(from),
    };
  });
}

/** How many letters stand before a place, blanks not counted. */
function countedBefore(text: string): (at: number) => number {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: { length }, index }) => ({
    at: index,
    length,
    before: 0,
  }));
  let count = 0;
  for (const word of words) {
    word.before = count;
    count += word.length;
  }
  return (at) => {
    const word = words[lastAtMost(words, at)];
    return word ? word.before + Math.min(at - word.at, word.length) : 0;
  };
}

function sectionsOf({ headings }: TextLetters): (at: number) => SectionOf | null {
  const times = new Map<string, number>();
  const sections = headings.map(({ at, words }) => {
    const number = times.get(words) ?? 0;
    times.set(words, number + 1);
    return { at, section: { words, number } };
  });
  return (at) => sections[lastAtMost(sections, at)]?.section ?? null;
}

/** The last of these that stands at this place or before it; -1: none does. */
function lastAtMost(places: ReadonlyArray<{ at: number }>, at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
