// Whose business a partner's deliverable is: the city's that owes it, and whoever has an ability for it.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { abilitiesOf, rolesWith, type Ability } from "../access/role";
import { holdersAt } from "../networks/holders-now";
import type { CellKey } from "./one-cell.server";

/** Whoever has the ability now for this partner, or for the whole network; by the ids of persons. */
export async function holdersOf(
  ability: Ability,
  { networkId, partnershipId }: { networkId: string; partnershipId: string },
): Promise<string[]> {
  const held = await heldWith(ability, networkId);
  return held.filter(({ of }) => of === null || of === partnershipId).map(({ personId }) => personId);
}

/** Of each partner's deliverable in the network: whoever sees to it, while that is one of the city's officers; otherwise all of these. */
export async function cityPeopleIn(networkId: string): Promise<(key: CellKey) => string[]> {
  const [held, given] = await Promise.all([
    heldWith("hand-in-deliverables", networkId),
    database().read.partnerDeliverable.findMany({
      where: { networkId, responsibleId: { not: null } },
      select: { deliverableId: true, partnershipId: true, responsibleId: true },
    }),
  ]);
  const officers = new Map<string, Set<string>>();
  for (const { personId, of } of held)
    if (of !== null) officers.set(of, (officers.get(of) ?? new Set()).add(personId));
  const responsible = new Map(
    given.map(({ deliverableId, partnershipId, responsibleId }) => [
      `${deliverableId} ${partnershipId}`,
      responsibleId ?? "",
    ]),
  );
  return ({ deliverableId, partnershipId }) => {
    const all = officers.get(partnershipId) ?? new Set();
    const one = responsible.get(`${deliverableId} ${partnershipId}`);
    return one !== undefined && all.has(one) ? [one] : [...all];
  };
}

/** Held for a partner, or for the network (null). */
async function heldWith(ability: Ability, networkId: string) {
  const roles = rolesWith(ability);
  const held = await database().read.membership.findMany({
    where: { ...holdersAt({ network: { id: networkId } }, now()), role: { in: roles } },
    select: { personId: true, role: true, partnershipId: true },
  });
  return held.map(({ personId, role, partnershipId }) => ({
    personId,
    of: abilitiesOf[role as (typeof roles)[number]][ability] === "network" ? null : partnershipId,
  }));
}
