// The facts of a document as their readers see them, in words. Made by the server: a reading screen carries no words for it.
import type { Translate } from "~/i18n/keys";
import type { DocumentFacts, TransferElement } from "~/domain/documents/document-facts";
import { factFields, type FactField, type SingleFact } from "~/domain/documents/fact-fields";
import type { NamedDocument, NamesInFacts } from "~/domain/documents/named-in-facts.server";
import { formatAmount } from "~/domain/networks/money";
import type { Format } from "~/i18n/format";

/** A fact beside its label. */
export type StatedFact = { key: string; label: string } & Told;

type Told =
  | ({ is: "words" } & StatedCell)
  | { is: "topics"; topics: string[] }
  | { is: "documents"; documents: NamedDocument[] };

/** `isOwn`: in the writers' own words, and so in their language. */
export interface StatedCell {
  words: string;
  isOwn: boolean;
}

/** A list of facts too long to stand above a text. */
export interface StatedRows {
  key: string;
  label: string;
  columns: string[];
  rows: StatedCell[][];
}

export interface StatedElement {
  id: string;
  name: string;
  isEssential: boolean;
  degree: string;
  facts: Array<StatedCell & { label: string }>;
}

export interface StatedFacts {
  facts: StatedFact[];
  tables: StatedRows[];
  elements: { label: string; list: StatedElement[] } | null;
}

type Words = Translate<["frame", "facts"]>;

interface Telling {
  t: Words;
  format: Format;
  /** Of the reader: amounts are written as they write them. */
  language: string;
}

/**
 * What is stated, in the order in which it was asked for; what is not known is left out. `names` null: nobody and nothing is named, as
 * for whoever reads without signing in.
 */
export function statedFacts(facts: DocumentFacts, names: NamesInFacts | null, telling: Telling): StatedFacts {
  const { t } = telling;
  return {
    facts: factFields[facts.kind].flatMap((field) => {
      if (field.as === "rows" || secondDays.includes(field.name)) return [];
      const told = toldOf(field.name, facts, names ?? nothingNamed, telling);
      return told ? [{ key: field.name, label: labelOf(t, field.name), ...told }] : [];
    }),
    tables: tablesOf(facts, names !== null, telling),
    elements:
      facts.kind === "good-practice" && facts.elements.length > 0
        ? {
            label: t("facts:field.elements"),
            list: facts.elements.map((element) => elementOf(element, t)),
          }
        : null,
  };
}

const nothingNamed: NamesInFacts = { phase: "", experts: [], learnedFrom: "", linked: [] };

/** Last days are told with the first ones. */
const secondDays: Array<FactField["name"]> = ["to", "endsOn"];

function labelOf(t: Words, name: SingleFact): string {
  if (name === "from") return t("facts:period");
  return name === "startsOn" ? t("facts:visit") : t(`facts:field.${name}`);
}

function toldOf(name: SingleFact, facts: DocumentFacts, names: NamesInFacts, telling: Telling): Told | null {
  if (name === "topics") return facts.topics.length > 0 ? { is: "topics", topics: facts.topics } : null;
  if (name === "linked") return names.linked.length > 0 ? { is: "documents", documents: names.linked } : null;
  const words = wordsOf(name, facts, names, telling);
  return words === "" ? null : { is: "words", words, isOwn: ownWords.includes(name) };
}

/** What writers put in their own words. */
const ownWords: SingleFact[] = ["contact", "purpose", "otherExperts", "place", "participants"];

/** A single fact in words; "" where it is not known. */
function wordsOf(
  name: SingleFact,
  facts: DocumentFacts,
  names: NamesInFacts,
  { t, format, language }: Telling,
): string {
  const day = (text: string) => (text === "" ? "" : format.day(text));
  switch (facts.kind) {
    case "good-practice":
      if (name === "from") return periodOf(facts.from, facts.to, t, format);
      if (name === "population") return facts.population === null ? "" : format.number(facts.population);
      if (name === "budget") return facts.budget === null ? "" : formatAmount(facts.budget, language);
      return name === "contact" ? facts.contact : "";
    case "visit-note":
      if (name === "startsOn") return periodOf(facts.startsOn, facts.endsOn, t, format);
      if (name === "phaseId") return names.phase;
      if (name === "experts") return format.list(names.experts);
      return name === "purpose" || name === "otherExperts" ? facts[name] : "";
    case "action-plan":
      return name === "from" ? periodOf(facts.from, facts.to, t, format) : day(facts.adoptedOn);
    case "diary-entry":
      return name === "day" ? day(facts.day) : names.learnedFrom;
    case "minutes":
      if (name === "day" || name === "nextOn") return day(facts[name]);
      return name === "place" || name === "participants" ? facts[name] : "";
    case "note":
      return "";
  }
}

function periodOf(from: string, to: string, t: Words, { day, days }: Format): string {
  if (from === "" && to === "") return "";
  if (to === "") return t("frame:period.since", { from: day(from) });
  if (from === "") return t("frame:period.until", { to: day(to) });
  return days(from, to);
}

function tablesOf(facts: DocumentFacts, isNaming: boolean, { t, format }: Telling): StatedRows[] {
  if (facts.kind !== "visit-note") return [];
  const nameColumn = isNaming ? [t("facts:met.name")] : [];
  const tables: StatedRows[] = [
    {
      key: "met",
      label: t("facts:field.met"),
      columns: [t("facts:met.role"), t("facts:met.organisation"), t("facts:met.sector"), ...nameColumn],
      rows: facts.met.map(({ role, organisation, sector, name, hasConsented }) => [
        own(role),
        own(organisation),
        own(sector),
        ...nameColumn.map(() => (hasConsented && name !== "" ? own(name) : ours(t("facts:withoutName")))),
      ]),
    },
    {
      key: "agreements",
      label: t("facts:field.agreements"),
      columns: [t("facts:agreement.what"), t("facts:agreement.who"), t("facts:agreement.by")],
      rows: facts.agreements.map(({ what, who, by }) => [
        own(what),
        own(who),
        ours(by === "" ? "" : format.day(by)),
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function elementOf(element: TransferElement, t: Words): StatedElement {
  const { id, name, isEssential, preconditions, cost, pitfalls } = element;
  return {
    id,
    name,
    isEssential,
    degree: t(isEssential ? "facts:essential" : "facts:optional"),
    facts: [
      { label: t("facts:element.preconditions"), ...own(preconditions) },
      { label: t("facts:element.cost"), ...ours(cost === "" ? "" : t(`facts:cost.${cost}`)) },
      { label: t("facts:element.pitfalls"), ...own(pitfalls) },
    ].filter(({ words }) => words !== ""),
  };
}

const own = (words: string): StatedCell => ({ words, isOwn: true });
const ours = (words: string): StatedCell => ({ words, isOwn: false });
