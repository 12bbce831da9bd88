// Which partners owe a deliverable: those who are partners on the day it is due, and whoever has begun it.
import { isLeading } from "../networks/network";
import type { Ower } from "./deliverable";

export interface OwingPartner {
  id: string;
  role: string;
  /** Days; it is partner from the first to the last. */
  since: string;
  until: string | null;
}

/** Without a due day, whoever is a partner today. */
export function owes(
  { owedBy, partnershipId }: { owedBy: Ower; partnershipId: string | null },
  partner: OwingPartner,
  due: string | null,
  today: string,
): boolean {
  if (owedBy === "partner") return partner.id === partnershipId;
  if (owedBy === "lead-partner" && !isLeading(partner)) return false;
  const day = due ?? today;
  return partner.since <= day && (partner.until === null || day <= partner.until);
}

/** Whether something stands of it that is shown whoever owes it by now. */
export function hasBegun({ state, notApplicable }: { state: string; notApplicable: string | null }): boolean {
  return state !== "not-started" || notApplicable !== null;
}
