// The orders about tasks, as zod reads them from a form: a box carries in one value which task it is and what it is to become.
import { z } from "zod";
import { Id } from "../networks/network-orders";

export const TickTask = z.object({
  task: z
    .string()
    .regex(/^(done|open):/)
    .transform((value) => ({ id: value.slice(5), isDone: value.startsWith("done") }))
    .pipe(z.object({ id: Id, isDone: z.boolean() })),
  /** Where a page without a script came from: one's week, or the document of this id. */
  back: z.union([z.enum(["week", "home"]), Id]).optional(),
});
export type TickTask = z.infer<typeof TickTask>["task"];
