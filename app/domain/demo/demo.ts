// The shape in which the demo networks are written down (prisma/demo).
import type { Role } from "../access/role";

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
  type: "action-planning" | "transfer" | "innovation-transfer";
  programme: string;
  theme: string;
  startsOn: string;
  endsOn: string;
  partners: Array<{
    city: string;
    institution: string;
    role: "lead-partner" | "project-partner";
    since: string;
  }>;
  /** Who holds a role that belongs to no partner, or to one as an expert or a resident: by the part of the address before the @. */
  members: Array<{ account: string; role: Role; city?: string }>;
  documents: DemoDocument[];
}

export interface DemoDocument {
  city: string;
  language: string;
  title: string;
  text: string;
  /** "YYYY-MM-DD"; left out for a draft. */
  publishedOn?: string;
  createdOn: string;
  comments?: Array<{
    account: string;
    on: string;
    text: string;
    answers?: Array<{ account: string; on: string; text: string }>;
  }>;
}

export interface DemoAccount {
  /** The part of the address before the @. */
  account: string;
  /** A role title, never a person's name. */
  name: string;
  isAdministrator?: boolean;
}

/** One documented password for all demo accounts. */
export const demoPassword = "market-square";

export const demoAddress = (account: string) => `${account}@demo.torg`;
