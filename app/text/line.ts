// A name as it may stand among other words: on one line, with nothing in it that hides or turns what stands around it.
import { isVisible } from "./visible-text";

/** Signs nobody sees and which change how others are read: controls, marks of direction, soft hyphens, spaces of no width. */
const unseen = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/**
 * The words on one line, spaces as one, without the signs that nobody sees; joiners stay, whole scripts need them. Empty where nothing
 * is left to be seen.
 */
export function oneLine(words: string): string {
  const line = words.replace(/\s+/gu, " ").replace(unseen, "").replace(/ +/g, " ").trim();
  return isVisible(line) ? line : "";
}
