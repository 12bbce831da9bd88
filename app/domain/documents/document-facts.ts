// What documents of each kind state besides their text: dates, people, topics, money. Light enough for every screen; the orders are in
// document-facts-orders.ts. Sources: the field's lists of what a write-up, a visit note, a plan, a diary and minutes carry.
import type { DocumentKind } from "./document";

/** Calendar days are "YYYY-MM-DD"; a fact that is not known is "" or, where it is a number, null. */
export interface FactsOf {
  "good-practice": GoodPracticeFacts;
  "visit-note": VisitNoteFacts;
  "action-plan": ActionPlanFacts;
  "diary-entry": DiaryEntryFacts;
  minutes: MinutesFacts;
  note: NoteFacts;
}

export type DocumentFacts = { [Kind in DocumentKind]: { kind: Kind } & FactsOf[Kind] }[DocumentKind];

export interface NoteFacts {
  /** In the writers' words, each once. */
  topics: string[];
}

export interface GoodPracticeFacts extends NoteFacts {
  from: string;
  to: string;
  /** Of the city then. */
  population: number | null;
  /** In cents of a euro. */
  budget: number | null;
  contact: string;
  elements: TransferElement[];
}

/** A part of a practice that another city can take over by itself. */
export interface TransferElement {
  /** Stays the same through all changes: other cities' marks hang on it. */
  id: string;
  name: string;
  isEssential: boolean;
  preconditions: string;
  cost: CostOrder | "";
  pitfalls: string;
}

/** The order of magnitude of what an element costs, in euro. */
export const costOrders = ["under-10k", "10k-100k", "100k-1m", "over-1m"] as const;
export type CostOrder = (typeof costOrders)[number];

export interface VisitNoteFacts extends NoteFacts {
  startsOn: string;
  endsOn: string;
  phaseId: string;
  purpose: string;
  /** Ids of the experts who visited, where they are people of the network. */
  experts: string[];
  otherExperts: string;
  met: PersonMet[];
  agreements: Agreement[];
  /** Ids of the documents that were worked on. */
  linked: string[];
}

export interface PersonMet {
  /** Only with their consent. */
  name: string;
  role: string;
  organisation: string;
  sector: string;
  hasConsented: boolean;
}

export interface Agreement {
  what: string;
  who: string;
  by: string;
}

export interface ActionPlanFacts extends NoteFacts {
  from: string;
  to: string;
  /** The day on which the council adopted it. */
  adoptedOn: string;
}

export interface DiaryEntryFacts extends NoteFacts {
  day: string;
  /** The partnership from which something was learned. */
  learnedFrom: string;
}

export interface MinutesFacts extends NoteFacts {
  day: string;
  place: string;
  participants: string;
  nextOn: string;
}

/** How many rows a list of facts may have, characters of a line and of a few lines. */
export const factLimits = {
  topics: 10,
  topic: 60,
  elements: 40,
  met: 60,
  agreements: 40,
  linked: 40,
  line: 200,
  lines: 2_000,
};

/** The day that a document of this kind is about, by which lists sort it and the calendar will show it. */
export function dayOf(facts: DocumentFacts): string | null {
  switch (facts.kind) {
    case "visit-note":
      return facts.startsOn || null;
    case "minutes":
    case "diary-entry":
      return facts.day || null;
    case "good-practice":
    case "action-plan":
      return facts.from || null;
    case "note":
      return null;
  }
}

/** What a document of this kind states before anybody has stated anything. */
export function noFacts<Kind extends DocumentKind>(kind: Kind): Extract<DocumentFacts, { kind: Kind }>;
export function noFacts(kind: DocumentKind): DocumentFacts {
  const topics: string[] = [];
  switch (kind) {
    case "good-practice":
      return { kind, topics, from: "", to: "", population: null, budget: null, contact: "", elements: [] };
    case "visit-note":
      return {
        kind,
        topics,
        startsOn: "",
        endsOn: "",
        phaseId: "",
        purpose: "",
        experts: [],
        otherExperts: "",
        met: [],
        agreements: [],
        linked: [],
      };
    case "action-plan":
      return { kind, topics, from: "", to: "", adoptedOn: "" };
    case "diary-entry":
      return { kind, topics, day: "", learnedFrom: "" };
    case "minutes":
      return { kind, topics, day: "", place: "", participants: "", nextOn: "" };
    case "note":
      return { kind, topics };
  }
}

/** The facts as they were kept: what is missing there is not known. */
export function factsIn<Kind extends DocumentKind>(
  kind: Kind,
  kept: unknown,
): Extract<DocumentFacts, { kind: Kind }>;
export function factsIn(kind: DocumentKind, kept: unknown): DocumentFacts {
  const known = typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept : {};
  return { ...noFacts(kind), ...known, kind } as DocumentFacts;
}
