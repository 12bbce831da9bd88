// All networks that somebody sees the deliverables of, side by side: how each stands, and what is missing, the oldest first.
import { now } from "~/platform/clock";
import { can, type Member } from "../access/member";
import { dayOf } from "../networks/calendar-day";
import { handInDay, type DeliverableState } from "./deliverable";
import { desksOf, spansOf } from "./desks";
import { readOwedRowsOf, type OwedRows } from "./owed-rows.server";
import { riskDaysOf, type Standing } from "./standing";

export interface PortfolioNetwork {
  slug: string;
  name: string;
  state: Member["network"]["state"];
  /** Partners' deliverables that are asked for and apply. */
  owed: number;
  /** Of those: handed in and not sent back, or further. */
  handedIn: number;
  late: number;
  atRisk: number;
  /** Submitted, and the programme has not said anything yet. */
  atProgramme: number;
}

/** A partner's deliverable whose day is over and that is not there. */
export interface Missing {
  network: { slug: string; name: string };
  deliverableId: string;
  partnershipId: string;
  title: string;
  city: string;
  state: DeliverableState;
  day: string;
  daysLate: number;
}

export interface Portfolio {
  /** With the most that is late first, then by name. */
  networks: PortfolioNetwork[];
  missing: Missing[];
  /** Of what is missing in all; the list may be shorter. */
  missingCount: number;
}

/** Rows of what is missing. */
const most = 200;

/** Of the networks where the member sees how all partners stand; the others are not in it. */
export async function readPortfolio(members: readonly Member[], language: string): Promise<Portfolio> {
  const seen = members.filter((member) => can(member, "see-deliverables", anyPartner));
  const kept = await readOwedRowsOf(seen);
  const today = dayOf(now());
  const read = seen.flatMap(({ network }) => {
    const rows = kept.get(network.id);
    return rows ? [{ network, owed: owedIn(rows, today) }] : [];
  });
  const byName = new Intl.Collator(language);
  const missing = read
    .flatMap(({ network, owed }) => owed.flatMap((one) => missingOf(network, one)))
    .sort((one, other) => compare(one.day, other.day) || byName.compare(one.city, other.city));
  return {
    networks: read
      .map(({ network, owed }) => summed(network, owed))
      .sort((one, other) => other.late - one.late || byName.compare(one.name, other.name)),
    missing: missing.slice(0, most),
    missingCount: missing.length,
  };
}

/** No partnership has this id: only who sees all of them sees it. */
const anyPartner = "";

/** Days, compared as text. */
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** A partner's deliverable that is asked for and applies. */
interface Owed {
  deliverable: OwedRows["deliverables"][number];
  partner: OwedRows["partners"][number];
  state: DeliverableState;
  due: string | null;
  until: string | null;
  standing: Standing;
}

/** In the order of the deliverables, then of the partners. */
function owedIn(rows: OwedRows, today: string): Owed[] {
  const desks = desksOf({ ...rows, spans: spansOf(rows.phases) }, today, riskDaysOf(rows.riskDays));
  return rows.deliverables.flatMap((deliverable) =>
    rows.partners.flatMap((partner): Owed[] => {
      const desk = desks.get(partner.id);
      if (!desk?.isOwing(deliverable)) return [];
      const row = desk.rowOf(deliverable.id);
      if (row?.notApplicable != null) return [];
      const state = (row?.state ?? "not-started") as DeliverableState;
      const due = desk.due.get(deliverable.id) ?? null;
      const standing = desk.standing(deliverable);
      return [{ deliverable, partner, state, due, until: row?.until ?? null, standing }];
    }),
  );
}

function summed({ slug, name, state }: Member["network"], owed: readonly Owed[]): PortfolioNetwork {
  const count = (is: (one: Owed) => boolean) => owed.filter(is).length;
  return {
    ...{ slug, name, state },
    owed: owed.length,
    handedIn: count(({ state }) => ["handed-in", "accepted", "submitted", "approved"].includes(state)),
    late: count(({ standing }) => standing.kind === "late"),
    atRisk: count(({ standing }) => standing.kind === "at-risk"),
    atProgramme: count(({ state }) => state === "submitted"),
  };
}

function missingOf(
  { slug, name }: Member["network"],
  { deliverable, partner, state, due, until, standing: { kind, daysLate } }: Owed,
): Missing[] {
  const day = kind === "late" ? handInDay({ state, due, until }) : null;
  if (day === null) return [];
  return [
    {
      network: { slug, name },
      deliverableId: deliverable.id,
      partnershipId: partner.id,
      title: deliverable.title,
      city: partner.city,
      state,
      day,
      daysLate,
    },
  ];
}
