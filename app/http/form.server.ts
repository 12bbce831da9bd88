// From a form to an order: the button's intent chooses, zod parses, and what is wrong goes back beside its field.
import { data } from "@remix-run/node";
import type { z } from "zod";
import { invalid, refusalIn, type FieldWrong, type Refusal } from "~/domain/refusal";
import type { FormAnswer } from "./form";

interface Intent {
  order: z.ZodType;
  run(order: unknown, form: FormData): Promise<unknown>;
}

export type Intents = Record<string, Intent>;

/** One intent: what it has to be given, and what it does then. A Response is the answer itself; anything else goes back as `done`. */
export function on<Order>(
  order: z.ZodType<Order>,
  run: (order: Order, form: FormData) => Promise<unknown>,
): Intent {
  return { order, run: (parsed, form) => run(parsed as Order, form) };
}

/**
 * The same for a form that says in `by` for whom it was opened: in a browser somebody else may have signed in since, and nobody saves as
 * another what they typed. Refuses `invalid` what is another person's; a form that says nothing of it is its sender's.
 */
export function by<Order>(
  personId: string,
  order: z.ZodType<Order>,
  run: (order: Order, form: FormData) => Promise<unknown>,
): Intent {
  return on(order, (parsed, form) => {
    const writer = form.get("by");
    if (writer !== null && writer !== personId) throw invalid("form", "session:otherPerson");
    return run(parsed, form);
  });
}

/** Answers a form, whose intents are asked for when its body is there: 422 with the errors (also for what is no form), 409 with what stands there now, 403 and 404 as the use-case refuses. */
export async function answerForm(request: Request, intentsNow: () => Promise<Intents>) {
  const form = await request.formData().catch(() => undefined);
  const intents = await intentsNow();
  if (!form) return refused(request, { intent: "", errors: { form: { key: "malformed" } } }, {}, 422);
  const fields = typed(form);
  const { intent = "" } = fields;
  const entry = Object.hasOwn(intents, intent) ? intents[intent] : undefined;
  if (!entry) return refused(request, { intent, errors: { form: { key: "unknownIntent" } } }, fields, 422);
  const parsed = entry.order.safeParse(nested(fields));
  if (!parsed.success) return refused(request, { intent, errors: wrongsIn(parsed.error) }, fields, 422);
  try {
    const done = await entry.run(parsed.data, form);
    if (done instanceof Response) return done;
    return data<FormAnswer>(withValues(request, { intent, done: done ?? true }, fields));
  } catch (thrown) {
    const refusal = refusalIn(thrown);
    if (!refusal) throw thrown;
    return answerRefusal(request, intent, refusal, fields, thrown);
  }
}

function answerRefusal(
  request: Request,
  intent: string,
  refusal: Refusal,
  fields: Record<string, string>,
  thrown: unknown,
) {
  switch (refusal.kind) {
    case "invalid":
      return refused(request, { intent, errors: refusal.fields }, fields, 422);
    case "conflict":
      return refused(request, { intent, conflict: refusal.current ?? true }, fields, 409);
    case "forbidden":
      return refused(request, { intent, errors: { form: { key: "forbidden" } } }, fields, 403);
    case "not-found":
      throw thrown;
  }
}

function refused(request: Request, answer: FormAnswer, fields: Record<string, string>, status: number) {
  return data<FormAnswer>(withValues(request, answer, fields), { status });
}

/** Where no script runs the page is built anew, and has to be told what was typed. */
function withValues(request: Request, answer: FormAnswer, fields: Record<string, string>): FormAnswer {
  const wantsPage = request.headers.get("accept")?.includes("text/html") ?? false;
  if (!wantsPage) return answer;
  const shown = Object.entries(fields).filter(([name]) => !/password|current/i.test(name));
  return { ...answer, values: Object.fromEntries(shown) };
}

/** The text fields of a form, line ends as in Markdown files. A field given twice counts with its last value. */
function typed(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string") fields[name] = value.replaceAll("\r\n", "\n");
  return fields;
}

/** Deeper than this no order goes, and no list is longer: the rest of such a form is left out. */
const deepest = 5;
const longestList = 200;

/**
 * Fields with points in their names as what they stand for: `facts.met.0.role` is the role of the first of those met. Numbers make
 * lists, and keep their places as far as the form numbers its rows without gaps.
 */
function nested(fields: Record<string, string>): Record<string, unknown> {
  const order: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split(".");
    const last = path.pop() ?? "";
    if (path.length >= deepest || [...path, last].some((part) => part in Object.prototype)) continue;
    let place = order;
    for (const part of path) {
      const there = place[part];
      place =
        typeof there === "object" && there !== null
          ? (there as typeof order)
          : ((place[part] = {}) as typeof order);
    }
    place[last] = value;
  }
  return lists(order) as Record<string, unknown>;
}

function lists(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, lists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key));
  if (!isList) return Object.fromEntries(entries);
  return entries
    .sort(([one], [other]) => Number(one) - Number(other))
    .slice(0, longestList)
    .map(([, inner]) => inner);
}

/** The first thing wrong with each field, as a key of the `errors` catalogue. */
export function wrongsIn(error: z.ZodError): Record<string, FieldWrong> {
  const wrongs: Record<string, FieldWrong> = {};
  for (const issue of error.issues) wrongs[issue.path.join(".") || "form"] ??= wrongOf(issue);
  return wrongs;
}

function wrongOf(issue: z.core.$ZodIssue): FieldWrong {
  switch (issue.code) {
    case "too_small":
      return Number(issue.minimum) <= 1
        ? { key: "required" }
        : { key: "tooShort", values: limit(Number(issue.minimum)) };
    case "too_big":
      if (issue.origin === "array") return { key: "tooMany", values: limit(Number(issue.maximum)) };
      return { key: "tooLong", values: limit(Number(issue.maximum)) };
    case "invalid_format":
      return { key: issue.message === "badEmail" ? "badEmail" : "malformed" };
    case "invalid_value":
      return { key: "unknownChoice" };
    case "custom":
      return { key: issue.message, values: (issue.params ?? {}) as FieldWrong["values"] & object };
    default:
      return { key: "required" };
  }
}

/** A limit to name, and to choose the plural form by. */
function limit(count: number): { limit: number; count: number } {
  return { limit: count, count };
}
