// What is due in a network, as far as its dates tell: phases that begin and end, the network's end, the member's own roles.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { isRole, type Role } from "../access/role";
import { dayOf, daysBetween } from "./calendar-day";
import { endOf } from "./phase";
import { phaseDays, withExtension } from "./phase-ends.server";
import { cityOfRole, placesOf } from "./places.server";

interface OnDay {
  key: string;
  day: string;
  /** Days from today in Brussels until then; negative where it is past. */
  days: number;
}

/** A phase whose day, as it was put off, is past while its actual one is not known has days < 0. */
export type DueView =
  | (OnDay & { kind: "phase-begins" | "phase-ends"; phase: string })
  | (OnDay & { kind: "network-ends" | "network-ended" })
  | (OnDay & { kind: "role-ends"; role: Role; city: string | null });

/** Days before its end from which a role is said to end. */
const roleEndsSoon = 60;

/** The next date of each phase, the network's end, and the ends of the member's roles in the next 60 days; the earliest first. */
export async function whatIsDue(member: Member, atMost = 6): Promise<DueView[]> {
  demand(member, "see-network");
  const { endsOn, phases } = await database().read.network.findUniqueOrThrow({
    where: { id: member.network.id },
    select: {
      endsOn: true,
      phases: {
        select: {
          id: true,
          name: true,
          ...phaseDays,
        },
      },
    },
  });
  const today = dayOf(now());
  const on = (key: string, day: string): OnDay => ({ key, day, days: daysBetween(today, day) });
  const due: DueView[] = await rolesThatEnd(member, on);
  const isOver = endsOn !== null && endsOn < today;
  if (isOver) due.push({ kind: "network-ended", ...on("network", endsOn) });
  else if (endsOn !== null) due.push({ kind: "network-ends", ...on("network", endsOn) });
  // Nobody moves the phases of a network that is over or closed.
  if (!isOver && member.network.state === "open")
    for (const { id, name: phase, ...days } of phases.map(withExtension)) {
      if (days.actualEnd !== null) continue;
      const end = endOf(days);
      if (days.actualStart === null && days.plannedStart !== null)
        due.push({ kind: "phase-begins", phase, ...on(id, days.plannedStart) });
      else if (end !== null) due.push({ kind: "phase-ends", phase, ...on(id, end) });
    }
  return due
    .sort((one, other) => one.day.localeCompare(other.day) || one.key.localeCompare(other.key))
    .slice(0, atMost);
}

async function rolesThatEnd(member: Member, on: (key: string, day: string) => OnDay): Promise<DueView[]> {
  const last = new Date(now().getTime() + roleEndsSoon * 86_400_000);
  if (member.nextEnd === null || member.nextEnd > last) return [];
  const ending = await database().read.membership.findMany({
    where: {
      networkId: member.network.id,
      personId: member.personId,
      since: { lte: now() },
      until: { gt: now(), lte: last },
    },
    select: { id: true, role: true, partnershipId: true, until: true },
  });
  const places = await placesOf(member.network.id);
  return ending.flatMap(({ id, role, partnershipId, until }): DueView[] => {
    if (!isRole(role) || until === null) return [];
    const city = cityOfRole(places, { role, partnershipId }, member.language);
    // Its last day: a role that ends at midnight is held until the day before.
    return [{ kind: "role-ends", role, city, ...on(id, dayOf(new Date(until.getTime() - 1))) }];
  });
}
