// The orders that create a network and say what it is, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { oneLine } from "~/text/line";
import { isDay, isInOrder } from "./calendar-day";
import { parseAmount } from "./money";
import { countries, longLimit, nameLanguages, networkTypes, newCity, shortLimit } from "./network";

/** Words on one line, of at most so many characters. */
export const Line = (limit: number, shortest = 1) =>
  z.string().transform(oneLine).pipe(z.string().min(shortest).max(limit));

/** What may stay empty or away, and is then nothing. */
export const MaybeLine = (limit: number) => Line(limit, 0).default("");

export const Day = z.string().trim().min(1).refine(isDay, "badDay");

export const MaybeDay = z
  .string()
  .default("")
  .transform((day) => day.trim() || null)
  .refine((day) => day === null || isDay(day), "badDay");

/** Cents, or null where nothing was typed. */
export const MaybeAmount = z
  .string()
  .default("")
  .refine((text) => text.trim() === "" || parseAmount(text) !== null, "badAmount")
  .transform((text) => parseAmount(text));

const number = (text: string) =>
  text.trim() === "" ? null : Number(text.replace(",", ".").replace(/\s/g, ""));
const between = (least: number, most: number) => (text: string) => {
  const value = number(text);
  return value === null || (value >= least && value <= most);
};

export const Population = z
  .string()
  .default("")
  .refine((text) => /^[\d\s]*$/.test(text) && between(1, 100_000_000)(text), "badNumber")
  .transform(number);
export const Latitude = z.string().default("").refine(between(-90, 90), "badNumber").transform(number);
export const Longitude = z.string().default("").refine(between(-180, 180), "badNumber").transform(number);

export const Id = z.string().refine(isId, "malformed");

/** Puts the words beside the end's field where the start lies after it. */
export function inOrder(start: string, end: string) {
  return (order: object, context: z.RefinementCtx) => {
    const { [start]: from, [end]: to } = order as Record<string, string | null>;
    if (!isInOrder(from ?? null, to ?? null))
      context.addIssue({ code: "custom", message: "endBeforeStart", path: [end] });
  };
}

/** An institution in a city: one that Torg knows, or a new one. */
export const Place = {
  /** A city's id, "new", or nothing. */
  city: z.string().default(""),
  institution: MaybeLine(longLimit),
  cityName: MaybeLine(shortLimit),
  cityLanguage: z.enum(nameLanguages).or(z.literal("")).default(""),
  country: z
    .string()
    .default("")
    .refine((code) => code === "" || countries.includes(code), "unknownChoice"),
  population: Population,
  latitude: Latitude,
  longitude: Longitude,
};
export type PlaceOrder = z.infer<z.ZodObject<typeof Place>>;

/** Says beside its field what a place lacks. */
export function wholePlace(order: PlaceOrder, context: z.RefinementCtx): void {
  const lacking: Array<keyof PlaceOrder> = [];
  if (order.city !== newCity && !isId(order.city)) lacking.push("city");
  if (order.institution === "") lacking.push("institution");
  if (order.city === newCity)
    lacking.push(
      ...(["cityName", "cityLanguage", "country"] as const).filter((field) => order[field] === ""),
    );
  for (const field of lacking) context.addIssue({ code: "custom", message: "required", path: [field] });
  const [one, other] = [order.latitude === null, order.longitude === null];
  if (order.city === newCity && one !== other)
    context.addIssue({ code: "custom", message: "required", path: [one ? "latitude" : "longitude"] });
}

const Facts = {
  name: Line(shortLimit),
  type: z.enum(networkTypes),
  programme: Line(shortLimit),
  theme: MaybeLine(longLimit),
  startsOn: MaybeDay,
  endsOn: MaybeDay,
};

export const CreateNetwork = z
  .object({
    ...Facts,
    ...Place,
    /** The address of an account whose person becomes the lead partner's; empty where an invitation will say. */
    leadEmail: z
      .string()
      .default("")
      .transform((email) => email.trim().toLowerCase()),
  })
  .superRefine(inOrder("startsOn", "endsOn"))
  .superRefine((order, context) => {
    if (order.leadEmail !== "" || order.city !== "") wholePlace(order, context);
  });
export type CreateNetwork = z.infer<typeof CreateNetwork>;

export const DescribeNetwork = z
  .object({ ...Facts, budget: MaybeAmount })
  .superRefine(inOrder("startsOn", "endsOn"));
export type DescribeNetwork = z.infer<typeof DescribeNetwork>;

export const AddNetworkName = z.object({
  earlierName: Line(shortLimit),
  nameLanguage: z.enum(nameLanguages).or(z.literal("")).default(""),
});
export type AddNetworkName = z.infer<typeof AddNetworkName>;

export const NameRow = z.object({ id: Id });

export const NameNetwork = z.object({ slug: z.string().min(1) });
