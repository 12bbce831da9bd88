// The order that names a version, as zod reads it from a form.
import { z } from "zod";
import { versionNameLimit, versionNoteLimit } from "./version";

export const NameVersion = z.object({
  name: z.string().trim().min(1).max(versionNameLimit),
  note: z.string().trim().max(versionNoteLimit).default(""),
});
export type NameVersion = z.infer<typeof NameVersion>;

/** A version in an address: the number of its revision; anything else is none. */
export const RevisionInAddress = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
