// What a deliverable asks for, as its form has it and as a change keeps it.
import type { ChangeDeliverable } from "./deliverable-orders";

export type Definition = Omit<ChangeDeliverable, "found">;

/** These fields alone of whatever has more. */
export function definitionOf(from: Definition): Definition {
  const { title, what, phaseId, anchor, months, fixedOn, afterId } = from;
  const { owedBy, partnershipId, asksExpert, goesToProgramme } = from;
  return {
    ...{ title, what, phaseId, anchor, months, fixedOn, afterId },
    ...{ owedBy, partnershipId, asksExpert, goesToProgramme },
  };
}
