// Three things to do for somebody who has just come into a network, by role.
import type { Role } from "../access/role";

export const firstStepKinds = ["read", "write", "comment", "people", "invite", "bulk", "profile"] as const;
export type FirstStep = (typeof firstStepKinds)[number];

const steps: Record<Role, readonly [FirstStep, FirstStep, FirstStep]> = {
  "lead-partner": ["invite", "bulk", "profile"],
  "project-officer": ["read", "write", "profile"],
  "lead-expert": ["comment", "people", "profile"],
  "ad-hoc-expert": ["comment", "people", "profile"],
  "local-group-member": ["comment", "people", "profile"],
  observer: ["read", "people", "profile"],
};

const whereReadAlone: Partial<Record<FirstStep, FirstStep>> = {
  write: "people",
  invite: "read",
  bulk: "people",
  comment: "read",
};

/** The steps that fit the role; in a network that is only read any more, those of reading. */
export function firstStepsFor(role: Role, isOpen: boolean): FirstStep[] {
  return steps[role].map((step) => (isOpen ? step : (whereReadAlone[step] ?? step)));
}
