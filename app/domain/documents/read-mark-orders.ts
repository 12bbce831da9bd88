// The order that says which text somebody has before their eyes, as zod reads it.
import { z } from "zod";

export const NoteRead = z.object({
  /** Without it, the one that they are shown first. */
  text: z.enum(["working", "published"]).optional(),
  /** When the text that they see was saved or published; without it, the one that stands. */
  at: z.iso
    .datetime()
    .transform((at) => new Date(at))
    .optional(),
});
export type NoteRead = z.infer<typeof NoteRead>;
