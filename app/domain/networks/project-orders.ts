// The order that holds a project's stated value against its parts, as zod reads it from an address.
import { z } from "zod";
import { parseAmount, parseRate, projectPartLimit, wholeRate } from "./money";

const Amount = z
  .string()
  .trim()
  .min(1)
  .refine((text) => parseAmount(text) !== null, "badAmount")
  .transform((text) => parseAmount(text) ?? 0);

const rows = (text: string) => text.split(/\r?\n/).filter((row) => row.trim() !== "");

export const CheckProject = z.object({
  /** One amount a line. Cents. */
  activities: z
    .string()
    .trim()
    .min(1)
    .refine(
      (text) => rows(text).length <= projectPartLimit && rows(text).every((row) => parseAmount(row) !== null),
      "badAmount",
    )
    .transform((text) => rows(text).map((row) => parseAmount(row) ?? 0)),
  /** Hundredths of a per cent, under the whole. */
  administration: z
    .string()
    .trim()
    .min(1)
    .refine((text) => (parseRate(text) ?? wholeRate) < wholeRate, "badRate")
    .transform((text) => parseRate(text) ?? 0),
  /** Cents. */
  value: Amount,
});
export type CheckProject = z.infer<typeof CheckProject>;
