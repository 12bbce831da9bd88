// What a document is: kinds, languages, limits, and the orders that change one.
import { z } from "zod";

export const documentKinds = ["good-practice"] as const;
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

const Title = z
  .string()
  .transform((title) => title.replace(/\s+/gu, " ").trim())
  .pipe(z.string().min(1).max(titleLimit));

const Text = z.string().superRefine((text, context) => {
  const bytes = bytesOf(text);
  if (bytes > textLimit) {
    context.addIssue({ code: "custom", message: "textTooLong", params: { limit: textLimit, length: bytes } });
  }
});

/** What a writer gives of a document. */
const Written = z.object({ title: Title, language: z.enum(contentLanguages), text: Text });

export const CreateDocument = Written.extend({
  /** The writer's own partner. */
  partnershipId: z.string().min(1),
  kind: z.enum(documentKinds),
});
export type CreateDocument = z.infer<typeof CreateDocument>;

/** The revision from which the writer started: a save on top of a newer one is a conflict. */
const Revision = z.coerce.number().int().positive();

export const SaveDocument = Written.extend({ revision: Revision });
export type SaveDocument = z.infer<typeof SaveDocument>;

export const PublishDocument = z.object({ revision: Revision });
export type PublishDocument = z.infer<typeof PublishDocument>;

/** The text that stands, shown to whoever saved on top of an older one. */
export interface StandingText {
  revision: number;
  title: string;
  language: string;
  text: string;
  savedBy: string;
  savedAt: Date;
}

export type DocumentState = "draft" | "published" | "changed-since-published";

/** The state of a document in a word. */
export function stateOf(document: { revision: number; publishedRevision: number | null }): DocumentState {
  if (document.publishedRevision === null) return "draft";
  return document.publishedRevision === document.revision ? "published" : "changed-since-published";
}
