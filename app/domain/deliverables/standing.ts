// Whether a partner's deliverable is late or at risk, and why: computed from its days, never stored.
import { daysBetween } from "../networks/calendar-day";
import { isFinished, isOwed, isSentBack, type DeliverableState } from "./deliverable";

/** Days; a network may set its own. */
export interface RiskDays {
  /** Before the due day, while no version is named. */
  noVersion: number;
  /** Before the due day, while the draft is untouched. */
  draftDue: number;
  /** For which the draft is untouched then. */
  draftUntouched: number;
  /** After a request for changes, while nothing is touched. */
  changesUntouched: number;
  /** For which it waits for the lead partner, or for an expert. */
  waitsForLead: number;
  waitsForExpert: number;
}

export const usualRiskDays: RiskDays = {
  noVersion: 14,
  draftDue: 7,
  draftUntouched: 10,
  changesUntouched: 7,
  waitsForLead: 7,
  waitsForExpert: 5,
};

/** The network's own days where it set some; anything else in them is passed over. */
export function riskDaysOf(set: unknown): RiskDays {
  const own = (typeof set === "object" && set !== null ? set : {}) as Record<string, unknown>;
  const days = { ...usualRiskDays };
  for (const key of Object.keys(days) as Array<keyof RiskDays>) {
    const value = own[key];
    if (typeof value === "number" && Number.isInteger(value) && value >= 0) days[key] = value;
  }
  return days;
}

/** Why something is late or at risk; `days` from then until today, or from today until then. */
export type Reason =
  | { kind: "overdue" | "changes-overdue"; days: number }
  | { kind: "no-version" | "draft-untouched" | "changes-untouched"; days: number }
  | { kind: "waits-for-lead" | "waits-for-expert"; days: number }
  | { kind: "predecessor-late"; title: string };

export interface Standing {
  /** null: neither. */
  kind: "late" | "at-risk" | null;
  /** Days since the due day, or since the day set with a request for changes; 0 where it is not late. */
  daysLate: number;
  reasons: Reason[];
}

/** What is known of one partner's deliverable on a day. */
export interface StandingFacts {
  state: DeliverableState;
  /** The day of the last step; null: none was taken. */
  since: string | null;
  due: string | null;
  /** Set with a request for changes, or with a return. */
  until: string | null;
  asksExpert: boolean;
  hasWord: boolean;
  goesToProgramme: boolean;
  /** The linked document has a named version. */
  hasVersion: boolean;
  /** The day on which the linked document was changed last; null: none is linked. */
  draftTouched: string | null;
  /** Title of what has to be there before, where that is late. */
  latePredecessor: string | null;
}

/** A day is over when the next one has begun in Brussels: `today` is the day there. */
export function standingOf(facts: StandingFacts, today: string, risk: RiskDays): Standing {
  const late = lateReasons(facts, today);
  const reasons = [...late, ...riskReasons(facts, today, risk)];
  const kind = late.length > 0 ? "late" : reasons.length > 0 ? "at-risk" : null;
  return { kind, daysLate: Math.max(0, ...late.map(({ days }) => days)), reasons };
}

function lateReasons({ state, due, until }: StandingFacts, today: string) {
  const reasons: Array<{ kind: "overdue" | "changes-overdue"; days: number }> = [];
  if (isOwed(state) && due !== null && due < today)
    reasons.push({ kind: "overdue", days: daysBetween(due, today) });
  if (isSentBack(state) && until !== null && until < today)
    reasons.push({ kind: "changes-overdue", days: daysBetween(until, today) });
  return reasons;
}

function riskReasons(facts: StandingFacts, today: string, risk: RiskDays): Reason[] {
  const { state, due, since, draftTouched, asksExpert, hasWord, latePredecessor } = facts;
  const reasons: Reason[] = [];
  const left = due === null ? null : daysBetween(today, due);
  if (isOwed(state) && left !== null && left >= 0) {
    if (left <= risk.noVersion && !facts.hasVersion) reasons.push({ kind: "no-version", days: left });
    const untouched = draftTouched === null ? null : daysBetween(draftTouched, today);
    if (left <= risk.draftDue && untouched !== null && untouched >= risk.draftUntouched)
      reasons.push({ kind: "draft-untouched", days: untouched });
  }
  const waited = since === null ? 0 : daysBetween(since, today);
  if (state === "changes-requested") {
    const touched = draftTouched === null ? waited : Math.min(waited, daysBetween(draftTouched, today));
    if (touched >= risk.changesUntouched) reasons.push({ kind: "changes-untouched", days: touched });
  }
  if (state === "handed-in" && asksExpert && !hasWord) {
    if (waited >= risk.waitsForExpert) reasons.push({ kind: "waits-for-expert", days: waited });
  } else if (state === "handed-in" || (state === "accepted" && !isFinished(facts))) {
    if (waited >= risk.waitsForLead) reasons.push({ kind: "waits-for-lead", days: waited });
  }
  if (latePredecessor !== null && isOwed(state))
    reasons.push({ kind: "predecessor-late", title: latePredecessor });
  return reasons;
}
