// The orders that change a document as a whole, as zod reads them from a form.
import { z } from "zod";
import { contentLanguages } from "./document";
import { Title } from "./document-orders";

/** `was` is the title that the writer had before them. */
export const RenameDocument = z.object({ title: Title, was: z.string() });
export type RenameDocument = z.infer<typeof RenameDocument>;

/** Of the text that one reads, the published one where there is a choice and none is made. */
export const DuplicateDocument = z.object({
  partnershipId: z.string().min(1),
  text: z.enum(["working", "published"]).optional(),
});
export type DuplicateDocument = z.infer<typeof DuplicateDocument>;

export const MoveDocument = z.object({ partnershipId: z.string().min(1) });
export type MoveDocument = z.infer<typeof MoveDocument>;

export const TranslateDocument = z.object({
  partnershipId: z.string().min(1),
  language: z.enum(contentLanguages),
});
export type TranslateDocument = z.infer<typeof TranslateDocument>;

/** The revision of the original, as published or named, that a translation follows now. */
export const FollowOriginal = z.object({ revision: z.coerce.number().int().positive() });
export type FollowOriginal = z.infer<typeof FollowOriginal>;
