// Three things to do for somebody who has just come into a network, by role.
import type { Role } from "../access/role";

export const firstStepKinds = [
  "setup",
  "read",
  "write",
  "comment",
  "people",
  "invite",
  "bulk",
  "profile",
] as const;
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

/** How the network is: only read any more; still to be set up by whoever comes in; or neither. */
export type Readiness = "read-alone" | "to-set-up" | "ready";

/** The steps that fit the role; in a network that is only read any more, those of reading; in one to be set up, that comes first. */
export function firstStepsFor(role: Role, readiness: Readiness): FirstStep[] {
  if (readiness === "to-set-up") return ["setup", ...steps[role].filter((step) => step !== "bulk").slice(-2)];
  return steps[role].map((step) => (readiness === "ready" ? step : (whereReadAlone[step] ?? step)));
}
