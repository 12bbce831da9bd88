// What a device asks about the texts it holds.
import { z } from "zod";

/** Documents asked about at once. */
const most = 200;

/** Ids with commas between them. */
export const StillReadable = z.object({
  ids: z
    .string()
    .min(1)
    .max(most * 41)
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.string().min(1).max(40)).max(most)),
});
