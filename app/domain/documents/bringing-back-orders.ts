// The orders that bring back a version or a section, and take that back, as zod reads them from a form.
import { z } from "zod";

/** The longest anchor of a heading, with the number of one that repeats. */
const anchorLimit = 80;

const number = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number);

export const BringBack = z.object({
  /** The anchor of a section; left out, all of the text comes back. */
  section: z.string().max(anchorLimit).optional(),
  /** As of which number of the text's log it was told what changes; what others wrote since stays. */
  shown: number.optional(),
  /** Title, language and facts as well. */
  head: z
    .literal("on")
    .optional()
    .transform((chosen) => chosen === "on"),
});
export type BringBack = z.infer<typeof BringBack>;

export const TakeBack = z.object({
  /** What was done, as the number in the log under which it is kept. */
  done: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
});
export type TakeBack = z.infer<typeof TakeBack>;
