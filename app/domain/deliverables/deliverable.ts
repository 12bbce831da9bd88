// What a deliverable is: its due day's rule, its states, and the steps that lead from one to the next. Light enough for every screen.
import type { Ability } from "../access/role";

/** On what a due day hangs: its phase's start or end, another deliverable, or nothing, where the day is fixed. */
export const anchors = ["start", "end", "after", "day"] as const;
export type Anchor = (typeof anchors)[number];

/** Who owes it: every partner, the lead partner, or one partner. */
export const owers = ["partners", "lead-partner", "partner"] as const;
export type Ower = (typeof owers)[number];

export const deliverableStates = [
  "not-started",
  "drafting",
  "handed-in",
  "changes-requested",
  "accepted",
  "submitted",
  "returned",
  "approved",
] as const;
export type DeliverableState = (typeof deliverableStates)[number];

export const stepKinds = [
  "begin",
  "hand-in",
  "advise",
  "request-changes",
  "accept",
  "submit",
  "return",
  "approve",
] as const;
export type StepKind = (typeof stepKinds)[number];

interface StepRule {
  from: readonly DeliverableState[];
  /** Where it leads; null: it stays where it is. */
  to: DeliverableState | null;
  by: Ability;
  /** A reason has to be given. */
  needsReason?: true;
  /** A day is set until which the city hands in anew: it has to be, or may be. */
  until?: "needed" | "possible";
}

/** The one table of the steps. */
export const stepRules: Record<StepKind, StepRule> = {
  begin: { from: ["not-started"], to: "drafting", by: "hand-in-deliverables" },
  "hand-in": {
    from: ["not-started", "drafting", "changes-requested", "returned"],
    to: "handed-in",
    by: "hand-in-deliverables",
  },
  advise: { from: ["handed-in"], to: null, by: "advise-on-deliverables", needsReason: true },
  "request-changes": {
    from: ["handed-in"],
    to: "changes-requested",
    by: "manage-deliverables",
    needsReason: true,
    until: "needed",
  },
  accept: { from: ["handed-in"], to: "accepted", by: "manage-deliverables" },
  submit: { from: ["accepted"], to: "submitted", by: "manage-deliverables" },
  return: {
    from: ["submitted"],
    to: "returned",
    by: "record-programme",
    needsReason: true,
    until: "possible",
  },
  approve: { from: ["submitted"], to: "approved", by: "record-programme" },
};

/** What decides about the next step of one partner's deliverable. */
export interface Stands {
  state: DeliverableState;
  hasWord: boolean;
  asksExpert: boolean;
  goesToProgramme: boolean;
}

/** The steps that lead on from here, whoever takes them. Accepting waits for the expert's word where it is asked for. */
export function stepsFrom({ state, hasWord, asksExpert, goesToProgramme }: Stands): StepKind[] {
  return stepKinds.filter((kind) => {
    if (!stepRules[kind].from.includes(state)) return false;
    if (kind === "advise") return asksExpert && !hasWord;
    if (kind === "accept") return !asksExpert || hasWord;
    return kind !== "submit" || goesToProgramme;
  });
}

/** Whether nothing more is to be done. */
export function isFinished({ state, goesToProgramme }: Pick<Stands, "state" | "goesToProgramme">): boolean {
  return state === "approved" || (state === "accepted" && !goesToProgramme);
}

/** Nothing is handed in yet. */
export function isOwed(state: DeliverableState): boolean {
  return state === "not-started" || state === "drafting";
}

/** It was handed in, and is to be handed in anew. */
export function isSentBack(state: DeliverableState): boolean {
  return state === "changes-requested" || state === "returned";
}

/** The day until which the city is to hand in; null: there is none, or it is not the city's turn. */
export function handInDay(of: {
  state: DeliverableState;
  due: string | null;
  until: string | null;
}): string | null {
  if (isOwed(of.state)) return of.due;
  return isSentBack(of.state) ? of.until : null;
}

/** Deliverables that a network may have. */
export const deliverableLimit = 200;
/** Characters of what is said of a deliverable, and of a reason. */
export const reasonLimit = 2_000;
/** Months from an anchor. */
export const monthLimit = 60;
