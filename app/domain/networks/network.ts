// What a network is: its kinds, states and limits. Light enough for every screen; the orders are in network-orders.ts.
import { dayOf } from "./calendar-day";

export const networkTypes = ["action-planning", "transfer", "innovation-transfer"] as const;
export type NetworkType = (typeof networkTypes)[number];

export const partnershipRoles = ["lead-partner", "project-partner", "good-practice-city"] as const;
export type PartnershipRole = (typeof partnershipRoles)[number];

/** Whether the partnership is the lead partner's. */
export function isLeading(partnership: { role: string }): boolean {
  return partnershipRoles.indexOf(partnership.role as PartnershipRole) === 0;
}

/** Characters of a name: a network's, a phase's, a city's, a source's. */
export const shortLimit = 120;
/** Characters of a theme, or of an institution's name. */
export const longLimit = 300;

/** The form's value of "a city that is not in the list". */
export const newCity = "new";

/** How many names in other languages a city's form takes at once. */
export const nameRows = 12;

/** Languages in which a city may have a name. */
export const nameLanguages = [
  "bg",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fi",
  "fr",
  "ga",
  "hr",
  "hu",
  "it",
  "lt",
  "lv",
  "mt",
  "nl",
  "no",
  "pl",
  "pt",
  "ro",
  "sk",
  "sl",
  "sv",
  "uk",
] as const;

/** Countries whose cities may be partners: two letters, ISO 3166-1. */
export const countries =
  "AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TR UA".split(
    " ",
  );

/** What is known of a city. */
export interface CityFacts {
  country: string;
  population: number | null;
  /** In degrees. */
  latitude: number | null;
  longitude: number | null;
  /** One in a language; `isOwn` marks the one it uses itself. */
  names: Array<{ language: string; name: string; isOwn: boolean }>;
}

export type PartnershipState = "coming" | "present" | "past";

/** Where a dated partnership stands at this instant; its last day still belongs to it. */
export function partnershipStateAt(
  { since, until }: { since: string; until: string | null },
  at: Date,
): PartnershipState {
  const today = dayOf(at);
  if (until !== null && until < today) return "past";
  return since > today ? "coming" : "present";
}
