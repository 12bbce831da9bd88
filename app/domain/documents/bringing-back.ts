// What becomes of a text when a version of it, or a section of one, comes back: worked out before anything is written.
import type { Node } from "@tiptap/pm/model";
import { aligned } from "~/text/alignment";
import { documentSchema } from "~/text/document-schema";
import { slug } from "~/text/slug";
import { passagesOf } from "./letters";

/** A heading with all that belongs under it, its subsections too; blocks are counted at the outermost level. */
export interface TextSection {
  anchor: string;
  words: string;
  level: number;
  from: number;
  to: number;
}

/** The text as it will be. */
export interface Plan {
  document: Node;
  /** The stretch of its blocks that come from the version. */
  from: number;
  to: number;
  /** Where each of them stands in the version; null: it is the text's own. */
  places: ReadonlyArray<number | null>;
  /** The stretch of the text's own blocks in whose place they come. */
  standing: { from: number; to: number };
  /** Of a section that is not in the text any more: the heading behind which it comes back; null: at the beginning. */
  behind?: string | null;
}

/** Sections by their outermost headings, in reading order; named as the reading view names them. */
export function sectionsIn(document: Node): TextSection[] {
  const sections: TextSection[] = [];
  const taken = new Set<string>();
  document.forEach((block, _at, place) => {
    const words = block.type.name === "heading" ? block.textContent.trim() : "";
    if (words === "") return;
    const name = slug(words) || "section";
    let anchor = name;
    for (let number = 2; taken.has(anchor); number += 1) anchor = `${name}-${number}`;
    taken.add(anchor);
    const level = Number(block.attrs.level);
    for (const open of sections) if (open.to < 0 && open.level >= level) open.to = place;
    sections.push({ anchor, words, level, from: place, to: -1 });
  });
  return sections.map((section) => ({ ...section, to: section.to < 0 ? document.childCount : section.to }));
}

/** The whole version in the place of the text. */
export function wholePlan(text: Node, version: Node): Plan {
  return {
    document: version,
    ...{ from: 0, to: version.childCount, places: version.children.map((_, place) => place) },
    standing: { from: 0, to: text.childCount },
  };
}

/**
 * One section of the version in the place of the text's section of that heading or, where there is none any more, behind the section before
 * which it stood. Footnotes that it needs and the text lacks come along; those of the text stay. Nothing where the version has no such section.
 */
export function sectionPlan(text: Node, version: Node, anchor: string): Plan | undefined {
  const versionSections = sectionsIn(version);
  const section = versionSections.find((one) => one.anchor === anchor);
  if (!section) return undefined;
  const sections = sectionsIn(text);
  const here = sections.find((one) => one.anchor === anchor);
  const place: Gap = here ?? placeOfGone(versionSections, section, sections);
  const blocks = text.children;
  const places = [...version.children.keys()]
    .slice(section.from, section.to)
    .filter((one) => isNoFootnote(version.child(one)));
  const back = places.map((one) => version.child(one));
  const stretch = blocks.slice(place.from, place.to);
  const document = documentSchema.node("doc", null, [
    ...blocks.slice(0, place.from),
    ...back,
    ...stretch.filter((block) => !isNoFootnote(block)),
    ...blocks.slice(place.to),
    ...footnotesFor(back, text.children, version.children),
  ]);
  return {
    document,
    from: place.from,
    to: place.from + back.length,
    ...{ places, standing: { from: place.from, to: place.to } },
    ...(!here && { behind: place.behind ?? null }),
  };
}

const isNoFootnote = ({ type }: Node) => type.name !== "footnote";

interface Gap {
  from: number;
  to: number;
  behind?: string;
}

function placeOfGone(
  versions: readonly TextSection[],
  gone: TextSection,
  sections: readonly TextSection[],
): Gap {
  for (const before of versions.slice(0, versions.indexOf(gone)).reverse()) {
    const index = sections.findIndex(({ anchor }) => anchor === before.anchor);
    const there = sections[index];
    if (!there) continue;
    // Behind the words of the section it belonged to; behind all of one that stood beside it.
    const isInside = before.level < gone.level;
    const at = isInside ? Math.min(there.to, sections[index + 1]?.from ?? there.to) : there.to;
    return { from: at, to: at, behind: there.words };
  }
  const at = sections[0]?.from ?? 0;
  return { from: at, to: at };
}

/** Those footnotes of `from` that these blocks need and `text` lacks. */
export function footnotesFor(back: readonly Node[], text: readonly Node[], from: readonly Node[]): Node[] {
  const there = labelsOf(text, "footnote");
  const needed = labelsOf(back, "footnoteReference");
  return from.filter(
    (block) =>
      !isNoFootnote(block) && needed.has(String(block.attrs.label)) && !there.has(String(block.attrs.label)),
  );
}

function labelsOf(blocks: readonly Node[], name: "footnote" | "footnoteReference"): Set<string> {
  const labels = new Set<string>();
  for (const block of blocks) {
    if (block.type.name === name) labels.add(String(block.attrs.label));
    block.descendants(({ type, attrs }) => {
      if (type.name === name) labels.add(String(attrs.label));
    });
  }
  return labels;
}

export interface Difference {
  /** Words that come back, and that go. */
  comes: number;
  goes: number;
  /** The headings of the sections that change, in reading order; what stands before the first heading has an empty one. */
  sections: string[];
  isSame: boolean;
}

/** What is otherwise afterwards. */
export function differenceOf(text: Node, plan: Pick<Plan, "document">): Difference {
  const [before, after] = [text, plan.document].map(wordsIn);
  const stays = aligned(before ?? [], after ?? []).filter((place) => place >= 0).length;
  const [stood, will] = [text, plan.document].map(partsOf);
  const changed = new Map([...(will ?? []), ...(stood ?? [])].map(([anchor, part]) => [anchor, part.words]));
  return {
    comes: (after?.length ?? 0) - stays,
    goes: (before?.length ?? 0) - stays,
    sections: [...changed].flatMap(([anchor, words]) =>
      stood?.get(anchor)?.said === will?.get(anchor)?.said ? [] : words,
    ),
    isSame: text.eq(plan.document),
  };
}

export function wordsIn(document: Node): string[] {
  return passagesOf(document).flatMap((passage) => passage.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** Each heading with what stands between it and the next one. */
function partsOf(document: Node): Map<string, { words: string; said: string }> {
  const parts = new Map<string, { words: string; said: string }>();
  const sections = sectionsIn(document);
  const starts = [{ anchor: "", words: "", from: 0 }, ...sections];
  for (const [index, { anchor, words, from }] of starts.entries()) {
    const blocks = document.children.slice(from, starts[index + 1]?.from ?? document.childCount);
    if (blocks.length > 0)
      parts.set(anchor, { words, said: JSON.stringify(blocks.map((block) => block.toJSON())) });
  }
  return parts;
}
