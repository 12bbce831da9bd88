// What administrators ask of the accounts, as zod reads it from an address or a form.
import { z } from "zod";

/** Which accounts to show. What cannot be read is taken for the beginning of all. */
export const FindAccounts = z.object({
  words: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type FindAccounts = z.infer<typeof FindAccounts>;
