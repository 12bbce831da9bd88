// Which happenings are a city's: those of its partnerships, and those of roles that stand under it although their row does not name it.
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { heldFor } from "../access/held-for";
import type { Member } from "../access/member";
import { isRole } from "../access/role";
import type { ActivityKind } from "../activity/activity";
import { shortValue } from "../activity/feed";
import { dayOf } from "./calendar-day";
import { partnershipIdsIn } from "./invitation";
import { partnershipsInCity, placesOf } from "./places.server";

/** What is told of a person's roles: of a lead partner without a city, of an expert for several cities with the first of them. */
const aboutRoles: readonly ActivityKind[] = ["member-joined", "role-given", "role-end-changed", "role-ended"];

/** For the `where` of happenings: those that concern the city of this partnership, in whichever partnership it was in the network. */
export async function concerningCity(member: Member, city: string): Promise<Prisma.ActivityWhereInput> {
  const ids = await partnershipsInCity(member.network.id, city, member.language);
  const beside = await rolesBeside(member.network.id, ids);
  const own = { partnershipId: { in: ids } };
  return beside.length === 0 ? own : { OR: [own, { id: { in: beside } }] };
}

/** The rows about roles under this city that stand with none, or with another one. */
async function rolesBeside(networkId: string, ids: readonly string[]): Promise<string[]> {
  const subjects = await heldBeside(networkId, ids);
  if (subjects.length === 0) return [];
  const rows = await database().read.activity.findMany({
    where: { networkId, kind: { in: [...aboutRoles] }, subjectId: { in: subjects } },
    select: { id: true, partnershipId: true, before: true, after: true, at: true },
  });
  const places = await placesOf(networkId);
  return rows.flatMap(({ id, partnershipId, before, after, at }) => {
    const role = String(shortValue(after, "role") ?? shortValue(before, "role"));
    if (!isRole(role)) return [];
    const given = [...partnershipIdsOf(after), ...(partnershipId === null ? [] : [partnershipId])];
    return heldFor(places, role, given, dayOf(at)).some((held) => ids.includes(held)) ? [id] : [];
  });
}

/** The cities that the row names beside its own. */
function partnershipIdsOf(after: Prisma.JsonValue): string[] {
  return typeof after === "object" && after !== null && "partnershipIds" in after
    ? partnershipIdsIn(after.partnershipIds)
    : [];
}

/** Who holds or held a role under this city that was given for the network, or for other cities as well: few, and mostly nobody. */
async function heldBeside(networkId: string, ids: readonly string[]): Promise<string[]> {
  const places = await placesOf(networkId);
  const ofNetwork = ids.flatMap((id) => places.get(id)?.role ?? []);
  const held = await database().read.membership.findMany({
    where: { networkId },
    select: { personId: true, role: true, partnershipId: true },
  });
  const isHere = (id: string | null) => id !== null && ids.includes(id);
  const elsewhere = new Set(
    held.flatMap((one) => (isHere(one.partnershipId) ? [] : [`${one.personId} ${one.role}`])),
  );
  const beside = held.filter(
    ({ personId, role, partnershipId }) =>
      ofNetwork.includes(role) || (isHere(partnershipId) && elsewhere.has(`${personId} ${role}`)),
  );
  return [...new Set(beside.map(({ personId }) => personId))];
}
