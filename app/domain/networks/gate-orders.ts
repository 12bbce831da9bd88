// The orders about a phase's end and its gate, as zod reads them from a form.
import { z } from "zod";
import { longLimit } from "./network";
import { Day, Id, Line } from "./network-orders";

export const ExtendPhase = z.object({
  /** Made by the form, so that a form sent twice puts off once. */
  id: Id,
  phaseId: Id,
  to: Day,
  reason: Line(longLimit),
});
export type ExtendPhase = z.infer<typeof ExtendPhase>;

/** What would move by it; nothing is put off yet. */
export const PreviewExtension = z.object({ phaseId: Id, to: Day });

export const TakeBackExtension = z.object({ id: Id });

export const AddGateItem = z.object({ id: Id, phaseId: Id, item: Line(longLimit) });
export type AddGateItem = z.infer<typeof AddGateItem>;

export const TickGateItem = z.object({
  id: Id,
  isDone: z.enum(["yes", "no"]).transform((said) => said === "yes"),
});
export type TickGateItem = z.infer<typeof TickGateItem>;

export const RemoveGateItem = z.object({ id: Id });
