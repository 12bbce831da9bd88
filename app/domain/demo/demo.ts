// The shape in which the demo networks are written down (prisma/demo).
import type { Role } from "../access/role";
import { demoEnd } from "../accounts/account";
import type { DemoDeliverables } from "./demo-deliverable";
import type { DemoDocument } from "./demo-document";

export interface DemoCity {
  country: string;
  population: number;
  /** Latitude and longitude in degrees. */
  position: [number, number];
  /** The language and the name the city uses itself. */
  own: [language: string, name: string];
  /** What others call it, by language; where nothing is said, they use its own name. */
  names: Record<string, string>;
}

export interface DemoNetwork {
  slug: string;
  name: string;
  /** What it was called before, or elsewhere, with the language where it is of one. */
  otherNames: Array<{ name: string; language?: string }>;
  type: "action-planning" | "transfer" | "innovation-transfer";
  programme: string;
  theme: string;
  startsOn: string;
  endsOn: string;
  /** The stated total of all partners, in cents of a euro. */
  budget: number;
  phases: DemoPhase[];
  /** The lead partner first. */
  partners: DemoPartner[];
  /** Who holds a role that belongs to no partner, or to one as an expert or a resident: by the part of the address before the @. */
  members: Array<{ account: string; role: Role; city?: string; localGroup?: string }>;
  documents: DemoDocument[];
  deliverables: DemoDeliverables;
}

/** Calendar days, "YYYY-MM-DD". */
export interface DemoPhase {
  name: string;
  plannedStart: string;
  plannedEnd: string;
  actualStart?: string;
  actualEnd?: string;
  /** When its last day was put off, to which day, and why. */
  extensions?: Array<{ on: string; to: string; reason: string }>;
  /** What had to be there before it was over, with the day on which it was. */
  gate?: Array<{ text: string; doneOn?: string }>;
}

export interface DemoPartner {
  city: string;
  institution: string;
  /** Institutions of the city that some texts name instead: the one that acts and the one it acts for. */
  otherInstitutions?: string[];
  role: "lead-partner" | "project-partner";
  since: string;
  /** In cents; rates in hundredths of a per cent; the parts as they were stated. */
  budget?: { total: number; sources: Array<{ name: string; rate: number; stated: number }> };
  localGroups?: string[];
}

export interface DemoAccount {
  /** The part of the address before the @. */
  account: string;
  /** A role title, never a person's name. */
  name: string;
  /** Codes of languages with a space between. */
  speaks: string;
  isAdministrator?: boolean;
}

/** One documented password for all demo accounts. */
export const demoPassword = "market-square";

export const demoAddress = (account: string) => `${account}${demoEnd}`;

/** The id of what the demo data name so. */
export function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo data name ${key}, which is not there.`);
  return id;
}
