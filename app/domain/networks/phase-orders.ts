// The orders that set a network's phases, as zod reads them from a form.
import { z } from "zod";
import { Id, inOrder, Line, MaybeDay } from "./network-orders";
import { shortLimit } from "./network";

const Phase = {
  phaseName: Line(shortLimit),
  plannedStart: MaybeDay,
  plannedEnd: MaybeDay,
  actualStart: MaybeDay,
  actualEnd: MaybeDay,
};

export const AddPhase = z
  .object(Phase)
  .superRefine(inOrder("plannedStart", "plannedEnd"))
  .superRefine(inOrder("actualStart", "actualEnd"));
export type AddPhase = z.infer<typeof AddPhase>;

/** `found`: what the form found where it was opened. */
export const ChangePhase = z
  .object({ id: Id, ...Phase, found: z.object(Phase).optional() })
  .superRefine(inOrder("plannedStart", "plannedEnd"))
  .superRefine(inOrder("actualStart", "actualEnd"));
export type ChangePhase = z.infer<typeof ChangePhase>;

export const MovePhase = z.object({ id: Id, by: z.enum(["-1", "1"]).transform(Number) });
export type MovePhase = z.infer<typeof MovePhase>;
