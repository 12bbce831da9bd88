// What is kept of what the partners of a network owe, read once: its phases, its deliverables, its partners, and what was said of each.
import { database, type Reader } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import type { Member } from "../access/member";
import { isLeading } from "../networks/network";
import { phaseDays, withExtension } from "../networks/phase-ends.server";
import { cityName, placesOf, type Place } from "../networks/places.server";
import { notFound } from "../refusal";
import type { Anchor } from "./deliverable";
import type { DueRule } from "./due-day";
import { readRows, type OwedRow } from "./owed-row.server";

export type OwedRows = ReturnType<typeof askedIn> & { rows: OwedRow[] };
export type DeliverableRow = OwedRows["deliverables"][number];
export type PartnerRow = OwedRows["partners"][number];

/**
 * Everything, whoever may see it: judge it before it leaves the domain. With partners named, at least the rows by which these stand as
 * they do.
 */
export async function readOwedRows(
  member: Pick<Member, "network" | "language">,
  read: Reader = database().read,
  partnershipIds: readonly string[] | null = null,
): Promise<OwedRows> {
  const owed = (await readOwedRowsOf([member], read, partnershipIds)).get(member.network.id);
  if (!owed) throw notFound();
  return owed;
}

/** The same of the networks of all these members, by their ids, asked for at once. */
export async function readOwedRowsOf(
  members: ReadonlyArray<Pick<Member, "network" | "language">>,
  read: Reader = database().read,
  partnershipIds: readonly string[] | null = null,
) {
  const ids = members.map(({ network }) => network.id);
  const [networks, places, rows] = await Promise.all([
    read.network.findMany({ where: { id: { in: ids } }, select: { id: true, ...asked } }),
    Promise.all(ids.map((id) => placesOf(id))),
    readRows(read, ids, partnershipIds),
  ]);
  const kept = new Map(networks.map((network) => [network.id, network]));
  return new Map(
    members.flatMap(({ network: { id }, language }, at) => {
      const network = kept.get(id);
      if (!network) return [];
      return [
        [id, { ...askedIn(network, places[at] ?? new Map(), language), rows: rows.get(id) ?? [] }] as const,
      ];
    }),
  );
}

/** What is asked of the partners of a network. */
const asked = {
  riskDays: true,
  phases: { select: { id: true, name: true, ...phaseDays }, orderBy: { position: "asc" } },
  deliverables: { orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.NetworkSelect;

function askedIn(
  network: Prisma.NetworkGetPayload<{ select: typeof asked }>,
  places: ReadonlyMap<string, Place>,
  language: string,
) {
  const phases = network.phases.map(withExtension);
  const standing = network.deliverables.filter(({ droppedAt }) => droppedAt === null);
  return {
    riskDays: network.riskDays,
    phases,
    /** Those that are asked for, in the order of their phases. */
    deliverables: inPhases(
      standing,
      phases.map(({ id }) => id),
    ),
    /** Also of those no longer asked for: what comes after one keeps its day. */
    rules: network.deliverables.map(asRule),
    titles: new Map(network.deliverables.map(({ id, title }) => [id, title])),
    dropped: network.deliverables.filter(({ droppedAt }) => droppedAt !== null),
    partners: partnersIn(places, language),
  };
}

interface Defined {
  id: string;
  phaseId: string | null;
  anchor: string;
  months: number;
  fixedOn: string | null;
  afterId: string | null;
}

export const asRule = ({ id, anchor, months, fixedOn, phaseId, afterId }: Defined): DueRule => ({
  ...{ id, months, fixedOn, phaseId, afterId },
  anchor: anchor as Anchor,
});

/** In the order of the phases, what belongs to none at the end. */
function inPhases<One extends { phaseId: string | null }>(deliverables: One[], phaseIds: string[]): One[] {
  const place = ({ phaseId }: One) => {
    const at = phaseIds.indexOf(phaseId ?? "");
    return at < 0 ? phaseIds.length : at;
  };
  return deliverables.sort((one, other) => place(one) - place(other));
}

/** The lead partner first, then by city. */
function partnersIn(places: ReadonlyMap<string, Place>, language: string) {
  const byName = new Intl.Collator(language);
  return [...places]
    .map(([id, place]) => ({
      id,
      city: cityName(place, language),
      institution: place.institution,
      isLead: isLeading(place),
      dates: { id, role: place.role, since: place.since, until: place.until },
    }))
    .sort((one, other) => Number(other.isLead) - Number(one.isLead) || byName.compare(one.city, other.city));
}
