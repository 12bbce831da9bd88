// The shape in which it is written down what the demo networks owe (prisma/demo): what became of the default set of their type.
import type { DefaultDeliverable } from "../deliverables/default-deliverables";
import type { StepKind } from "../deliverables/deliverable";

export interface DemoDeliverables {
  /** When the lead partner began with the set, "YYYY-MM-DD", as every day here. */
  begunOn: string;
  owed: DemoOwed[];
}

/** What one partner owes, and what became of it. */
export interface DemoOwed {
  of: DefaultDeliverable["key"];
  /** Counts from 1. */
  phase: number;
  city: string;
  /** In order. */
  since: OwedHappening[];
}

/**
 * One thing that happened to it; `by` is an account. Where nothing is said: the officer of the city for what a city does, the lead expert
 * for a word, the observer for what the programme answers, and the lead partner for the rest.
 */
export type OwedHappening = { on: string; by?: string } & (
  | { linked: string }
  | { given: string }
  | { notApplicable: string }
  /** The document as it stood at that time. */
  | { handedIn: string; reason?: string }
  | { step: Exclude<StepKind, "hand-in">; reason?: string; until?: string }
);
