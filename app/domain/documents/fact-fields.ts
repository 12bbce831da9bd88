// Which facts each kind of document has, in the order in which they are asked for and told: the form and the reading view are made of it.
import { formatAmount } from "../networks/money";
import type { DocumentKind } from "./document";
import { factLimits, type DocumentFacts } from "./document-facts";

/** How a fact is given: a calendar day, a line, a few lines, … or a choice of what is in the network. */
export type FactForm =
  "day" | "line" | "lines" | "number" | "amount" | "topics" | "phase" | "city" | "experts" | "documents";

/** A fact of a single value. */
export type SingleFact =
  | "from"
  | "to"
  | "startsOn"
  | "endsOn"
  | "population"
  | "budget"
  | "contact"
  | "phaseId"
  | "purpose"
  | "experts"
  | "otherExperts"
  | "linked"
  | "adoptedOn"
  | "day"
  | "learnedFrom"
  | "place"
  | "participants"
  | "nextOn"
  | "topics";

/** A fact of several rows. */
export type RowFact = "elements" | "met" | "agreements";

export type CellForm = "line" | "lines" | "day" | "tick" | "cost";

/** The cells of a row; its first one names it. */
export const cellsOf = {
  elements: [
    { name: "name", as: "line" },
    { name: "isEssential", as: "tick" },
    { name: "preconditions", as: "lines" },
    { name: "cost", as: "cost" },
    { name: "pitfalls", as: "lines" },
  ],
  met: [
    { name: "role", as: "line" },
    { name: "organisation", as: "line" },
    { name: "sector", as: "line" },
    { name: "name", as: "line" },
    { name: "hasConsented", as: "tick" },
  ],
  agreements: [
    { name: "what", as: "lines" },
    { name: "who", as: "line" },
    { name: "by", as: "day" },
  ],
} as const satisfies Record<RowFact, ReadonlyArray<{ name: string; as: CellForm }>>;

export type FactField =
  | { name: Exclude<SingleFact, "linked">; as: Exclude<FactForm, "documents"> }
  | { name: "linked"; as: "documents" }
  | { name: RowFact; as: "rows" };

const topics = { name: "topics", as: "topics" } as const;

export const factFields: Record<DocumentKind, readonly FactField[]> = {
  "good-practice": [
    { name: "from", as: "day" },
    { name: "to", as: "day" },
    { name: "population", as: "number" },
    { name: "budget", as: "amount" },
    { name: "contact", as: "line" },
    topics,
    { name: "elements", as: "rows" },
  ],
  "visit-note": [
    { name: "startsOn", as: "day" },
    { name: "endsOn", as: "day" },
    { name: "phaseId", as: "phase" },
    { name: "purpose", as: "lines" },
    { name: "experts", as: "experts" },
    { name: "otherExperts", as: "line" },
    topics,
    { name: "met", as: "rows" },
    { name: "agreements", as: "rows" },
    { name: "linked", as: "documents" },
  ],
  "action-plan": [
    { name: "from", as: "day" },
    { name: "to", as: "day" },
    { name: "adoptedOn", as: "day" },
    topics,
  ],
  "diary-entry": [{ name: "day", as: "day" }, { name: "learnedFrom", as: "city" }, topics],
  minutes: [
    { name: "day", as: "day" },
    { name: "nextOn", as: "day" },
    { name: "place", as: "line" },
    { name: "participants", as: "lines" },
    topics,
  ],
  note: [topics],
};

/** How many rows a list may have. */
export const rowLimits: Record<RowFact | "linked", number> = {
  elements: factLimits.elements,
  met: factLimits.met,
  agreements: factLimits.agreements,
  linked: factLimits.linked,
};

/** The fields of a form that begin so belong to the facts. */
export const factsPrefix = "facts.";

/** Facts as a form has them: each field by its name; what is not known, or not ticked, is left out. */
export function fieldsOfFacts(facts: DocumentFacts, language: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const put = (name: string, value: unknown): void => {
    if (value === true) fields[name] = "on";
    else if (typeof value === "string" && value !== "") fields[name] = value;
    else if (typeof value === "number") fields[name] = String(value);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) put(`${name}.${key}`, inner);
  };
  const { topics: words, ...others } = facts;
  put("facts", others);
  if (words.length > 0) fields["facts.topics"] = words.join(", ");
  if ("budget" in facts && facts.budget !== null)
    fields["facts.budget"] = formatAmount(facts.budget, language);
  return fields;
}

/** What is stated, of a form's fields: those that are not empty, and of chosen ones which, whatever their places in the form are. */
export function statedIn(fields: Record<string, string>): Map<string, string> {
  const stated = new Map<string, string>();
  for (const [name, value] of Object.entries(fields)) {
    if (value === "" || name.endsWith(".id")) continue;
    const [, chosen] = /^(facts\.(?:experts|linked))\.\d+$/.exec(name) ?? [];
    if (chosen === undefined) stated.set(name, value.replaceAll("\r\n", "\n"));
    else stated.set(`${chosen}.${value}`, "on");
  }
  return stated;
}

/** Whether two forms state the same. */
export function areSameFacts(one: Record<string, string>, other: Record<string, string>): boolean {
  const [stated, others] = [statedIn(one), statedIn(other)];
  return stated.size === others.size && [...stated].every(([name, value]) => others.get(name) === value);
}

/** The facts of a kind in which two forms differ. */
export function differingFacts(
  kind: DocumentKind,
  one: Record<string, string>,
  other: Record<string, string>,
): FactField[] {
  const partOf = (fields: Record<string, string>, name: string) =>
    Object.fromEntries(
      Object.entries(fields).filter(([key]) => key === `facts.${name}` || key.startsWith(`facts.${name}.`)),
    );
  return factFields[kind].filter(({ name }) => !areSameFacts(partOf(one, name), partOf(other, name)));
}
