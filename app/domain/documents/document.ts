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

/** "signed": by both sides of a visit, and not published. */
export type DocumentState = "draft" | "signed" | "published" | "changed-since-published";

interface Stands {
  revision: number;
  publishedRevision: number | null;
  sealedAt: unknown;
}

/** The state of a document in a word. */
export function stateOf({ revision, publishedRevision, sealedAt }: Stands): DocumentState {
  if (publishedRevision === null) return sealedAt === null ? "draft" : "signed";
  return publishedRevision === revision ? "published" : "changed-since-published";
}

/** Whether this text of it is the one that both sides have signed: since then its working text is no other. */
export function isSignedText(
  text: "working" | "published",
  { revision, publishedRevision, sealedAt }: Stands,
): boolean {
  return sealedAt !== null && (text === "working" || publishedRevision === revision);
}
