// The facts of a document as zod reads them from a form or a file: nested fields, every value a text.
import { z } from "zod";
import { oneLine } from "~/text/line";
import { isId, newId } from "~/platform/id";
import { isDay } from "../networks/calendar-day";
import { amountLimit, parseAmount } from "../networks/money";
import { costOrders, factLimits, type DocumentFacts } from "./document-facts";

const line = z.string().default("").transform(oneLine).pipe(z.string().max(factLimits.line));
const lines = z.string().trim().max(factLimits.lines).default("");
const Day = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), "badDay")
  .default("");
const Id = z
  .string()
  .refine((text) => text === "" || isId(text), "malformed")
  .default("");
/** A box that is ticked sends "on"; a file says true. */
const Ticked = z
  .union([z.boolean(), z.string().transform((text) => text === "on" || text === "true")])
  .default(false);

/** Topics as people type them, with commas or one below the other; each once, however it is spelt. */
const Topics = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((given) => {
    const topics = (Array.isArray(given) ? given : given.split(/[,;\n]/u)).map(oneLine);
    const seen = new Set<string>();
    return topics.filter(
      (topic) => topic !== "" && !seen.has(topic.toLowerCase()) && seen.add(topic.toLowerCase()),
    );
  })
  .pipe(z.array(z.string().max(factLimits.topic)).max(factLimits.topics));

/** Digits alone or in groups of three, as people write them; "1.5" and "1e3" are something else. */
const wholeNumber = /^(?:\d+|\d{1,3}(?:([\s.,\u00a0\u202f’'])\d{3})(?:\1\d{3})*)$/u;

const WholeNumber = z
  .union([z.number(), z.null(), z.string()])
  .default(null)
  .transform((given, context) => {
    if (given === null || (typeof given === "string" && given.trim() === "")) return null;
    const number = typeof given === "number" ? given : readWhole(given.trim());
    if (Number.isInteger(number) && number >= 0 && number <= 100_000_000) return number;
    context.addIssue({ code: "custom", message: "badNumber" });
    return z.NEVER;
  });

function readWhole(text: string): number {
  return wholeNumber.test(text) ? Number(text.replace(/\D/gu, "")) : NaN;
}

/** Cents; from a form an amount as people write it. */
const Amount = z
  .union([z.number().int().min(0).max(amountLimit), z.null(), z.string()])
  .default(null)
  .transform((given, context) => {
    if (given === null || typeof given === "number") return given;
    if (given.trim() === "") return null;
    const cents = parseAmount(given);
    if (cents !== null) return cents;
    context.addIssue({ code: "custom", message: "badAmount" });
    return z.NEVER;
  });

/** Rows of a list; those in which nothing was filled in are left out. */
function rows<Row extends z.ZodType>(row: Row, limit: number, isEmpty: (row: z.output<Row>) => boolean) {
  return z
    .array(row)
    .max(limit)
    .default([])
    .transform((all) => all.filter((one) => !isEmpty(one)));
}

const Element = z
  .object({
    id: z
      .string()
      .default("")
      .transform((id) => (isId(id) ? id : newId())),
    name: line,
    isEssential: Ticked,
    preconditions: lines,
    cost: z.enum(["", ...costOrders]).default(""),
    pitfalls: lines,
  })
  .superRefine((element, context) => {
    if (element.name === "" && !isEmptyElement(element))
      context.addIssue({ code: "too_small", minimum: 1, origin: "string", path: ["name"] });
  });

/** Other cities' marks hang on an id: of two elements with the same one, the second gets another. */
function withOwnIds<Element extends { id: string }>(elements: Element[]): Element[] {
  const taken = new Set<string>();
  return elements.map((element) => {
    const id = taken.has(element.id) ? newId() : element.id;
    taken.add(id);
    return { ...element, id };
  });
}

function isEmptyElement({
  name,
  preconditions,
  cost,
  pitfalls,
}: Record<"name" | "preconditions" | "cost" | "pitfalls", string>) {
  return [name, preconditions, cost, pitfalls].every((text) => text === "");
}

const Met = z
  .object({ name: line, role: line, organisation: line, sector: line, hasConsented: Ticked })
  .superRefine(({ name, hasConsented }, context) => {
    if (name !== "" && !hasConsented)
      context.addIssue({ code: "custom", message: "nameNeedsConsent", path: ["name"] });
  });

const Agreed = z.object({ what: lines, who: line, by: Day }).superRefine(({ what, who, by }, context) => {
  if (what === "" && (who !== "" || by !== ""))
    context.addIssue({ code: "too_small", minimum: 1, origin: "string", path: ["what"] });
});

const Ids = (limit: number) =>
  z
    .array(z.string())
    .default([])
    .transform((ids) => [...new Set(ids.filter((id) => isId(id)))])
    .pipe(z.array(z.string()).max(limit));

/** The end of a time may not lie before its start. */
function inOrder(start: string, end: string) {
  return (facts: Record<string, unknown>, context: z.core.$RefinementCtx) => {
    const [from, to] = [String(facts[start]), String(facts[end])];
    if (from !== "" && to !== "" && to < from)
      context.addIssue({ code: "custom", message: "endBeforeStart", path: [end], input: to });
  };
}

const topics = { topics: Topics };

/** The facts of a document, told apart by its kind. */
export const Facts: z.ZodType<DocumentFacts> = z.discriminatedUnion("kind", [
  z
    .object({
      kind: z.literal("good-practice"),
      ...topics,
      from: Day,
      to: Day,
      population: WholeNumber,
      budget: Amount,
      contact: line,
      elements: rows(Element, factLimits.elements, isEmptyElement).transform(withOwnIds),
    })
    .superRefine(inOrder("from", "to")),
  z
    .object({
      kind: z.literal("visit-note"),
      ...topics,
      startsOn: Day,
      endsOn: Day,
      phaseId: Id,
      purpose: lines,
      experts: Ids(20),
      otherExperts: line,
      met: rows(Met, factLimits.met, (met) =>
        [met.name, met.role, met.organisation, met.sector].every((text) => text === ""),
      ),
      agreements: rows(Agreed, factLimits.agreements, ({ what }) => what === ""),
      linked: Ids(factLimits.linked),
    })
    .superRefine(inOrder("startsOn", "endsOn")),
  z
    .object({ kind: z.literal("action-plan"), ...topics, from: Day, to: Day, adoptedOn: Day })
    .superRefine(inOrder("from", "to")),
  z.object({ kind: z.literal("diary-entry"), ...topics, day: Day, learnedFrom: Id }),
  z
    .object({
      kind: z.literal("minutes"),
      ...topics,
      day: Day,
      place: line,
      participants: lines,
      nextOn: Day,
    })
    .superRefine(inOrder("day", "nextOn")),
  z.object({ kind: z.literal("note"), ...topics }),
]);
