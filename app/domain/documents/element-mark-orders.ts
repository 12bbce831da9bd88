// The orders that say what a city does with a transfer element, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { isDay } from "../networks/calendar-day";
import { elementStates, reasonLimit } from "./element-mark";

const Id = z.string().refine(isId, "malformed");

/** One cell of the matrix: an element of the practice and a city. */
const Cell = z.object({ elementId: Id, partnershipId: Id });

export const MarkElement = Cell.extend({
  state: z.enum(elementStates),
  reason: z.string().trim().min(1).max(reasonLimit),
  markedOn: z.string().refine(isDay, "badDay"),
});
export type MarkElement = z.infer<typeof MarkElement>;

export const UnmarkElement = Cell;
export type UnmarkElement = z.infer<typeof UnmarkElement>;
