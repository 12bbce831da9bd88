// Whether the sums of a project can be true together: for those who see its money, nothing of it is kept.
import { demand, type Member } from "../access/member";
import { readAdministration, type AdministrationReadings } from "./money";
import type { CheckProject } from "./project-orders";

export interface ProjectCheck extends AdministrationReadings {
  /** As it was stated, in cents. */
  value: number;
  /** In hundredths of a per cent. */
  rate: number;
}

/** What each way to read "administration is so many per cent" leads to, beside what was stated. Refuses `forbidden` who sees no money. */
export function checkProject(
  member: Member,
  { activities, administration, value }: CheckProject,
): ProjectCheck {
  demandCheckingSums(member);
  return { value, rate: administration, ...readAdministration(activities, administration, value) };
}

/** Refuses `forbidden` whoever sees no partner's money. */
export function demandCheckingSums(member: Member): void {
  demand(member, "see-finance");
}
