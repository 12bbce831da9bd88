// The partners of a network as dated facts: who is, was and will be one, and who came in whose place.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { can, demand, reachOf, type Member } from "../access/member";
import { notFound } from "../refusal";
import { isSharedCity } from "./cities.server";
import { leading } from "./membership-rows.server";
import { budgetOf, percentOf, sumOf, type SplitBudget } from "./money";
import {
  isLeading,
  partnershipStateAt,
  type CityFacts,
  type PartnershipRole,
  type PartnershipState,
} from "./network";
import { cityName } from "./places.server";

/** Another partnership, as far as it has to be named. */
export interface NamedPartner {
  id: string;
  city: string;
  institution: string;
  since: string;
}

export interface PartnershipView {
  id: string;
  city: string;
  country: string;
  institution: string;
  role: PartnershipRole;
  since: string;
  /** Its last day. */
  until: string | null;
  state: PartnershipState;
  replacedBy: NamedPartner | null;
  replaces: NamedPartner | null;
  /** Cents; null where nothing is set or the member may not see it: `seesMoney` tells which. */
  budget: number | null;
  seesMoney: boolean;
}

export interface PartnershipsView {
  partnerships: PartnershipView[];
  /** For whoever sees all money: what the partners' budgets come to beside the stated total, in cents. */
  money: { sum: number; total: number | null } | null;
  /** Whether any partner's money is the member's to see. */
  mayCheckSums: boolean;
  mayManage: boolean;
}

const named = {
  select: {
    id: true,
    since: true,
    institution: {
      select: {
        name: true,
        city: { select: { names: { select: { language: true, name: true, isOwn: true } } } },
      },
    },
  },
} as const;

const shown = {
  id: true,
  role: true,
  since: true,
  until: true,
  budget: true,
  replacedBy: named,
  replaces: named,
  institution: {
    select: {
      name: true,
      city: {
        select: {
          id: true,
          country: true,
          population: true,
          latitude: true,
          longitude: true,
          names: { select: { language: true, name: true, isOwn: true } },
        },
      },
    },
  },
} as const;

/** All partnerships of the member's network: the present ones first, the lead partner at their head; then coming ones, then past ones. */
export async function listPartnerships(member: Member): Promise<PartnershipsView> {
  demand(member, "see-network");
  const rows = await database().read.partnership.findMany({
    where: { networkId: member.network.id },
    select: shown,
  });
  const partnerships = rows.map((row) => viewOf(member, row)).sort(inOrder(member.language));
  const isPaymaster = reachOf(member, "see-finance").everywhere;
  return {
    partnerships,
    money: isPaymaster
      ? { sum: sumOf(partnerships.map(({ budget }) => budget ?? 0)), total: await totalOf(member) }
      : null,
    mayCheckSums: can(member, "see-finance"),
    mayManage: can(member, "manage-network"),
  };
}

export interface PartnershipDetail extends PartnershipView {
  /** `isShared`: other networks work with the city as well, its facts are not this one's to change. */
  cityFacts: CityFacts & { isShared: boolean };
  /** Null for whoever may not see its money. */
  money: (SplitBudget & { share: number | null; networkTotal: number | null }) | null;
  mayManage: boolean;
  /** For who manages the network, where this partner is its lead: who leads it, by name. Their role stays when the partner leaves. */
  leaders: string[];
}

/** One partnership with its city, and its money for whom the finance ability allows. Refuses `not-found` one of another network. */
export async function readPartnership(member: Member, id: string): Promise<PartnershipDetail> {
  demand(member, "see-network");
  const { read } = database();
  const row = await read.partnership.findFirst({
    where: { id, networkId: member.network.id },
    select: { ...shown, sources: { orderBy: { position: "asc" } } },
  });
  if (!row) throw notFound();
  const view = viewOf(member, row);
  const { id: cityId, ...city } = row.institution.city;
  const total = reachOf(member, "see-finance").everywhere ? await totalOf(member) : null;
  return {
    ...view,
    cityFacts: { ...city, isShared: await isSharedCity(read, member.network.id, cityId) },
    money: view.seesMoney
      ? {
          ...budgetOf(row.budget, row.sources),
          networkTotal: total,
          share: row.budget === null || total === null ? null : percentOf(row.budget, total),
        }
      : null,
    mayManage: can(member, "manage-network"),
    leaders: isLeading(row) && can(member, "manage-network") ? await leadersOf(member) : [],
  };
}

async function leadersOf(member: Member): Promise<string[]> {
  const at = now();
  const people = await database().read.person.findMany({
    where: { memberships: { some: { ...leading(member.network.id, at), since: { lte: at } } } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return people.map(({ name }) => name);
}

async function totalOf(member: Member): Promise<number | null> {
  const { budget } = await database().read.network.findUniqueOrThrow({
    where: { id: member.network.id },
    select: { budget: true },
  });
  return budget;
}

type Names = Array<{ language: string; name: string; isOwn: boolean }>;
interface NamedRow {
  id: string;
  since: string;
  institution: { name: string; city: { names: Names } };
}
interface Row extends NamedRow {
  role: string;
  until: string | null;
  budget: number | null;
  replacedBy: NamedRow | null;
  replaces: NamedRow | null;
  institution: { name: string; city: { names: Names; country: string } };
}

function viewOf(member: Member, row: Row): PartnershipView {
  const seesMoney = can(member, "see-finance", row.id);
  const name = ({ id, since, institution }: NamedRow): NamedPartner => ({
    id,
    since,
    city: cityName(institution.city, member.language),
    institution: institution.name,
  });
  return {
    ...name(row),
    country: row.institution.city.country,
    role: row.role as PartnershipRole,
    until: row.until,
    state: partnershipStateAt(row, now()),
    replacedBy: row.replacedBy && name(row.replacedBy),
    replaces: row.replaces && name(row.replaces),
    seesMoney,
    budget: seesMoney ? row.budget : null,
  };
}

const stateRank: Record<PartnershipState, number> = { present: 0, coming: 1, past: 2 };
const roleRank: Record<PartnershipRole, number> = {
  "lead-partner": 0,
  "good-practice-city": 1,
  "project-partner": 1,
};

function inOrder(language: string) {
  return (one: PartnershipView, other: PartnershipView) =>
    stateRank[one.state] - stateRank[other.state] ||
    roleRank[one.role] - roleRank[other.role] ||
    one.city.localeCompare(other.city, language);
}
