// Bringing back beside those who are writing: a passage in which others wrote since it was told what changes stays as it stands.
import type { Node } from "@tiptap/pm/model";
import { aligned } from "~/text/alignment";
import { documentSchema } from "~/text/document-schema";
import { footnotesFor, wordsIn, type Plan } from "./bringing-back";

/**
 * The plan with those blocks of the text that somebody has written in (`written`, by their places) left as they stand. What the version has
 * in the place of one stands before it, unless all its words are in it anyway. `kept`: how many stay that would have changed or gone.
 */
export function besideWriters(
  plan: Plan,
  stood: Node,
  written: ReadonlySet<number>,
): { plan: Plan; kept: number } {
  const old = stood.children.slice(plan.standing.from, plan.standing.to);
  const back = plan.document.children.slice(plan.from, plan.to);
  const partners = aligned(old.map(nameOf), back.map(nameOf));
  const same = new Set(partners);
  const stays = old.flatMap((block, place) =>
    written.has(plan.standing.from + place) && !same.has(place) && saysAnything(block) ? [place] : [],
  );
  if (stays.length === 0) return { plan, kept: 0 };
  const merged: Placed[] = [];
  let oldFrom = 0;
  let gap: Placed[] = [];
  const close = (oldTo: number) => {
    const here = stays.filter((place) => place >= oldFrom && place < oldTo);
    merged.push(
      ...leftStanding(
        gap,
        here.flatMap((place) => old[place] ?? []),
      ),
    );
    [gap, oldFrom] = [[], oldTo + 1];
  };
  for (const [index, block] of back.entries()) {
    const placed = { block, place: plan.places[index] ?? null };
    const there = partners[index] ?? -1;
    if (there < 0) gap.push(placed);
    else {
      close(there);
      merged.push(placed);
    }
  }
  close(old.length);
  const blocks = plan.document.children;
  const whole = [
    ...blocks.slice(0, plan.from),
    ...merged.map(({ block }) => block),
    ...blocks.slice(plan.to),
  ];
  const notes = footnotesFor(
    stays.flatMap((place) => old[place] ?? []),
    whole,
    stood.children,
  );
  return {
    kept: stays.length,
    plan: {
      ...plan,
      document: documentSchema.node("doc", null, [...whole, ...notes]),
      to: plan.from + merged.length,
      places: merged.map(({ place }) => place),
    },
  };
}

interface Placed {
  block: Node;
  /** In the version; null: it is the text's own. */
  place: number | null;
}

/** What stays stands in the place of what is in it anyway, else behind what comes back there. */
function leftStanding(gap: readonly Placed[], stays: readonly Node[]): Placed[] {
  const placed = [...gap];
  let from = 0;
  for (const block of stays) {
    const found = placed.findIndex(
      (one, index) => index >= from && one.place !== null && isIn(one.block, block),
    );
    if (found < 0) placed.push({ block, place: null });
    else placed[found] = { block, place: null };
    from = found < 0 ? from : found + 1;
  }
  return placed;
}

function isIn(version: Node, block: Node): boolean {
  if (version.type !== block.type) return false;
  // Two notes of one label cannot stand in one text.
  if (block.type.name === "footnote") return version.attrs.label === block.attrs.label;
  const [words, own] = [version, block].map((one) => wordsIn(documentSchema.node("doc", null, [one])));
  return !!words && !!own && words.length > 0 && aligned(own, words).every((place) => place >= 0);
}

const nameOf = (block: Node) => JSON.stringify(block.toJSON());

const saysAnything = (block: Node) => block.isLeaf || block.textContent.trim() !== "";
