// The orders that begin, change, end and replace partnerships, and say who pays for them, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { oneLine } from "~/text/line";
import { parseAmount, parseRate, sourceLimit, sumOf, wholeRate } from "./money";
import { countries, type CityFacts, nameLanguages, nameRows, partnershipRoles, shortLimit } from "./network";
import {
  Day,
  inOrder,
  Latitude,
  Line,
  Longitude,
  MaybeAmount,
  MaybeDay,
  Place,
  Population,
  wholePlace,
} from "./network-orders";

/** What is told of a name over the limit. */
const tooLong = { limit: shortLimit, count: shortLimit };

const AddedId = z.string().refine(isId, "malformed");

export const AddPartnership = z
  .object({
    /** Made by the form, so that one sent twice adds one. */
    id: AddedId,
    ...Place,
    role: z.enum(partnershipRoles),
    since: Day,
    until: MaybeDay,
  })
  .superRefine(inOrder("since", "until"))
  .superRefine(wholePlace);
export type AddPartnership = z.infer<typeof AddPartnership>;

export const ChangePartnership = z
  .object({ institution: Line(300), role: z.enum(partnershipRoles), since: Day, until: MaybeDay })
  .superRefine(inOrder("since", "until"));
export type ChangePartnership = z.infer<typeof ChangePartnership>;

export const EndPartnership = z.object({ lastDay: Day });
export type EndPartnership = z.infer<typeof EndPartnership>;

export const ReplacePartnership = z
  .object({ id: AddedId, ...Place, role: z.enum(partnershipRoles), from: Day })
  .superRefine(wholePlace);
export type ReplacePartnership = z.infer<typeof ReplacePartnership>;

export interface SetBudget {
  /** Cents. */
  budget: number | null;
  sources: Array<{ name: string; rate: number; stated: number | null }>;
}

/** Fields "source-1", "rate-1", "stated-1" and so on; rows without a name and a rate are left out. The rates sum to 100 %. */
export const SetBudget = z.looseObject({ budget: MaybeAmount }).transform((order, context): SetBudget => {
  const field = (name: string) => (typeof order[name] === "string" ? oneLine(order[name]) : "");
  const wrong = (path: string, message: string, params = {}) =>
    context.addIssue({ code: "custom", message, path: [path], params });
  const sources: SetBudget["sources"] = [];
  let last = "budget";
  for (let row = 1; row <= sourceLimit; row += 1) {
    const [name, rate, stated] = ["source", "rate", "stated"].map((part) => field(`${part}-${row}`));
    if (!name && !rate && !stated) continue;
    last = `rate-${row}`;
    const [hundredths, cents] = [parseRate(rate ?? ""), parseAmount(stated ?? "")];
    if (!name) wrong(`source-${row}`, "required");
    else if (name.length > shortLimit) wrong(`source-${row}`, "tooLong", tooLong);
    if (hundredths === null) wrong(`rate-${row}`, rate ? "badRate" : "required");
    if (stated && cents === null) wrong(`stated-${row}`, "badAmount");
    sources.push({ name: name ?? "", rate: hundredths ?? 0, stated: cents });
  }
  const isKnown = context.issues.length === 0;
  if (isKnown && sources.length > 0 && sumOf(sources.map(({ rate }) => rate)) !== wholeRate)
    wrong(last, "ratesNotWhole");
  return { budget: order.budget, sources };
});

export type ChangeCity = CityFacts;

/** Fields "language-1", "name-1" and so on; `own` is the number of the row with the name the city uses itself. */
export const ChangeCity = z
  .looseObject({
    country: z.string().refine((code) => countries.includes(code), "unknownChoice"),
    population: Population,
    latitude: Latitude,
    longitude: Longitude,
    own: z.string().default(""),
  })
  .transform(({ country, population, latitude, longitude, own, ...order }, context): ChangeCity => {
    const field = (name: string) => (typeof order[name] === "string" ? oneLine(order[name]) : "");
    const wrong = (path: string, message: string, params = {}) =>
      context.addIssue({ code: "custom", message, path: [path], params });
    const names: ChangeCity["names"] = [];
    for (let row = 1; row <= nameRows; row += 1) {
      const [language, name] = [field(`language-${row}`), field(`name-${row}`)];
      if (name === "") continue;
      // Others than those of the list may have been written down before; they have a code like them.
      if (!(nameLanguages as readonly string[]).includes(language) && !/^[a-z]{2}$/.test(language))
        wrong(`language-${row}`, "unknownChoice");
      if (name.length > shortLimit) wrong(`name-${row}`, "tooLong", tooLong);
      if (names.some((other) => other.language === language)) wrong(`language-${row}`, "languageTwice");
      names.push({ language, name, isOwn: String(row) === own });
    }
    if (!names.some(({ isOwn }) => isOwn)) wrong("own", "noOwnName");
    if ((latitude === null) !== (longitude === null))
      wrong(latitude === null ? "latitude" : "longitude", "required");
    return { country, population, latitude, longitude, names };
  });
