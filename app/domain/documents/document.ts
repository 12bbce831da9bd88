// What a document is: kinds, languages, limits, states. Light enough for every screen; the orders are in document-orders.ts.
import type { DocumentFacts } from "./document-facts";

export const documentKinds = [
  "good-practice",
  "visit-note",
  "action-plan",
  "diary-entry",
  "minutes",
  "note",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The languages in which cities of the programme write. */
export const contentLanguages = [
  "en",
  "lt",
  "lv",
  "ro",
  "it",
  "pl",
  "hr",
  "nl",
  "fr",
  "es",
  "pt",
  "el",
  "fi",
] as const;
export type ContentLanguage = (typeof contentLanguages)[number];

/** Characters of a title. */
export const titleLimit = 200;
/** Bytes of a text in UTF-8: 2 MB. */
export const textLimit = 2_000_000;

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The text that stands, shown to whoever saved on top of an older one. */
export interface StandingText {
  revision: number;
  title: string;
  language: string;
  text: string;
  facts: DocumentFacts;
  savedBy: string;
  savedAt: Date;
}

/**
 * Who reads a working text besides those named on it: nobody, the project officers of its city, that city's local groups as well, the
 * network as well. Each opens further than the one before it; a text that was more than private never becomes private again.
 */
export const workingVisibilities = ["private", "draft", "local-group", "network"] as const;
export type WorkingVisibility = (typeof workingVisibilities)[number];

/** Who reads a published text. */
export const publishedVisibilities = ["network", "public"] as const;
export type PublishedVisibility = (typeof publishedVisibilities)[number];

export type DocumentState = "draft" | "published" | "changed-since-published";

/** The state of a document in a word. */
export function stateOf(document: { revision: number; publishedRevision: number | null }): DocumentState {
  if (document.publishedRevision === null) return "draft";
  return document.publishedRevision === document.revision ? "published" : "changed-since-published";
}
