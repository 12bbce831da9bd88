// The boxes of texts that were read a moment ago: a text is read anew at each save, and by each writer's page that tells what is no task yet.
import { once } from "~/platform/once";
import { readMarkdown } from "~/text/markdown-to-document";
import { boxesIn, type Box } from "./tasks-in-text";

/** Texts of which the boxes are known; the longest are of two megabytes. */
const most = 8;

/** The boxes of this text, in their order. */
export function boxesOfText(text: string): readonly Box[] {
  const known = once("boxes-of-texts", () => new Map<string, readonly Box[]>());
  const boxes = known.get(text) ?? boxesIn(readMarkdown(text).document);
  // What was asked for last goes last.
  known.delete(text);
  known.set(text, boxes);
  for (const [oldest] of known) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return boxes;
}
