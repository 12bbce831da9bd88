// What can be chosen where a deliverable is defined: the network's phases, its partners, and the other deliverables.
import { database } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { cityName, placesOf } from "../networks/places.server";

export interface DefinitionChoices {
  phases: Array<{ id: string; name: string }>;
  partners: Array<{ id: string; city: string }>;
  others: Array<{ id: string; title: string; phase: string | null }>;
}

/** Refuses whoever does not manage deliverables. */
export async function definitionChoices(member: Member, ownId?: string): Promise<DefinitionChoices> {
  demand(member, "manage-deliverables");
  const networkId = member.network.id;
  const [phases, deliverables, places] = await Promise.all([
    database().read.phase.findMany({
      where: { networkId },
      select: { id: true, name: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    database().read.deliverable.findMany({
      where: { networkId, droppedAt: null, ...(ownId !== undefined && { id: { not: ownId } }) },
      select: { id: true, title: true, phase: { select: { name: true } } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    placesOf(networkId),
  ]);
  const byName = new Intl.Collator(member.language);
  return {
    phases,
    partners: [...places]
      .map(([id, place]) => ({ id, city: cityName(place, member.language) }))
      .sort((one, other) => byName.compare(one.city, other.city)),
    others: deliverables.map(({ id, title, phase }) => ({ id, title, phase: phase?.name ?? null })),
  };
}
