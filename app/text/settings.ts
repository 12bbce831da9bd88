/** What a caller may choose about one rendering, and how the rules learn of it. */
import type { Env } from "markdown-it";

/** The dialect knows no language: words that only a screen reader hears come from the caller. */
export interface RenderOptions {
  /** Put before every id, so that two texts on one page do not collide: `"c42-"`. Letters, digits, `-` and `_`; others are dropped. */
  idPrefix?: string;
  /** The level that a text's highest heading gets, 1 to 6; 2 by default, since the page's own title is its only h1. */
  topHeading?: number;
  /** Whether a line's end is a line break, as people expect in a comment. */
  lineBreaks?: boolean;
  /** Names a table's frame, followed by the table's number. */
  tableLabel?: string;
  /** Names the list of footnotes. */
  footnotesLabel?: string;
  /** Names the link to a footnote, followed by the footnote's number. */
  footnoteLabel?: string;
  /** Names the link from a footnote back to the text, followed by the footnote's number. */
  backLabel?: string;
  /** What is heard in place of a picture that nobody has described. */
  undescribedLabel?: string;
  /** What whoever may describe such a picture is shown below it; nothing by default. */
  undescribedNote?: string;
}

export type Settings = Required<RenderOptions>;

const neutral: Settings = {
  idPrefix: "",
  topHeading: 2,
  lineBreaks: false,
  tableLabel: "Table",
  footnotesLabel: "Footnotes",
  footnoteLabel: "Footnote",
  backLabel: "Back to footnote reference",
  undescribedLabel: "Picture without a description",
  undescribedNote: "",
};

const settings = new WeakMap<Env, Settings>();

/** Starts a rendering: the returned environment is handed to markdown-it and carries these options to every rule. */
export function environment(options: RenderOptions = {}): Env {
  const env: Env = {};
  const chosen = { ...neutral, ...options };
  settings.set(env, {
    ...chosen,
    idPrefix: chosen.idPrefix.replace(/[^\w-]/g, ""),
    topHeading: Math.min(6, Math.max(1, Math.trunc(chosen.topHeading) || neutral.topHeading)),
  });
  return env;
}

/** The options of the rendering under way; the neutral ones where nobody chose. */
export function settingsOf(env: Env | undefined): Settings {
  return (env && settings.get(env)) ?? neutral;
}

const asWritten = new WeakSet<Env>();

/** Starts a reading of a text as its author wrote it: footnotes stay where they stand, links to headings as they are spelt. */
export function environmentAsWritten(): Env {
  const env = environment();
  asWritten.add(env);
  return env;
}

export function isAsWritten(env: Env): boolean {
  return asWritten.has(env);
}
