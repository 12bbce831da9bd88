// Writes one demo network into the same tables as every other: its facts, partners, money, people, and what happened, in order.
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { cities } from "../../../prisma/demo/cities";
import { writeActivities, type ActivityRow } from "../activity/chain.server";
import { passOver } from "../notifications/making.server";
import { idOf, type DemoNetwork, type DemoPartner, type DemoPhase } from "./demo";
import { insertDeliverables } from "./demo-deliverables.server";
import { insertDocuments } from "./demo-documents.server";

/** Ids by the keys that the demo data use. */
export interface Known {
  people: Map<string, string>;
  cityIds: Map<string, string>;
}

/** Writes the cities with what they are called and answers their ids by key. */
export async function insertCities(transaction: Transaction): Promise<Map<string, string>> {
  const ids = new Map(Object.keys(cities).map((key) => [key, newId()]));
  const all = Object.entries(cities).map(([key, city]) => ({ id: idOf(ids, key), ...city }));
  await transaction.city.createMany({
    data: all.map(({ id, country, population, position: [latitude, longitude] }) => ({
      id,
      country,
      population,
      latitude,
      longitude,
    })),
  });
  await transaction.cityName.createMany({
    data: all.flatMap(({ id: cityId, own: [language, name], names }) => [
      { cityId, language, name, isOwn: true },
      ...Object.entries(names).map(([other, called]) => ({
        cityId,
        language: other,
        name: called,
        isOwn: false,
      })),
    ]),
  });
  return ids;
}

/** Writes the network and everything in it. What happened is sealed in the order in which it happened. */
export async function insertNetwork(
  transaction: Transaction,
  network: DemoNetwork,
  { people, cityIds }: Known,
): Promise<void> {
  const networkId = newId();
  const { slug, name, type, programme, theme, startsOn, endsOn, budget } = network;
  const phaseIds = new Map(network.phases.map((phase) => [phase.name, newId()]));
  await transaction.network.create({
    data: {
      id: networkId,
      slug,
      name,
      type,
      programme,
      theme,
      startsOn,
      endsOn,
      budget,
      isDemo: true,
      earlierNames: { create: network.otherNames.map((other) => ({ id: newId(), ...other })) },
      phases: {
        create: network.phases.map(({ extensions: _, gate: __, ...phase }, at) => ({
          id: idOf(phaseIds, phase.name),
          position: at + 1,
          ...phase,
        })),
      },
    },
  });
  const partnershipIds = new Map<string, string>();
  const groupIds = new Map<string, string>();
  for (const partner of network.partners) {
    const cityId = idOf(cityIds, partner.city);
    const { id, groups } = await insertPartner(transaction, partner, networkId, cityId);
    partnershipIds.set(partner.city, id);
    for (const [group, groupId] of groups) groupIds.set(`${partner.city} ${group}`, groupId);
  }
  const officers = network.partners.map(({ city, since }) => ({
    account: city,
    role: "project-officer" as const,
    city,
    localGroup: undefined,
    since,
  }));
  const others = network.members.map((member) => ({ ...member, since: startsOn }));
  await transaction.membership.createMany({
    data: [...officers, ...others].map(({ account, role, city, localGroup, since }) => ({
      id: newId(),
      networkId,
      personId: idOf(people, account),
      role,
      partnershipId: city ? idOf(partnershipIds, city) : null,
      localGroupId: localGroup ? idOf(groupIds, `${city} ${localGroup}`) : null,
      since: new Date(since),
    })),
  });
  const leader = network.partners[0]?.city ?? "";
  const byLeader = { networkId, personId: idOf(people, leader), reach: "network" as const };
  for (const phase of network.phases)
    await insertPhaseWork(transaction, phase, idOf(phaseIds, phase.name), byLeader.personId);
  const happened: ActivityRow[] = [
    {
      kind: "network-created",
      ...byLeader,
      subjectId: networkId,
      after: { title: name, slug },
      at: dayOf(startsOn),
    },
    ...network.partners.map(({ city, institution, since }): ActivityRow => {
      const partnershipId = idOf(partnershipIds, city);
      const after = { title: institution };
      return {
        kind: "partnership-added",
        ...byLeader,
        subjectId: partnershipId,
        partnershipId,
        after,
        at: dayOf(since),
      };
    }),
  ];
  const place = { networkId, slug, people, partnerships: partnershipIds, phases: phaseIds };
  const written = await insertDocuments(transaction, network.documents, place);
  happened.push(...written.happened, ...(await insertDeliverables(transaction, network, written)));
  happened.sort((one, other) => one.at.getTime() - other.at.getTime());
  await writeActivities(transaction, networkId, happened);
  await passOver(transaction, networkId);
}

async function insertPhaseWork(
  transaction: Transaction,
  { plannedEnd, extensions = [], gate = [] }: DemoPhase,
  phaseId: string,
  leaderId: string,
): Promise<void> {
  const ends = [plannedEnd, ...extensions.map(({ to }) => to)];
  await transaction.phaseExtension.createMany({
    data: extensions.map(({ on, ...extension }, at) => ({
      ...{ id: newId(), phaseId, madeById: leaderId, madeAt: dayOf(on) },
      ...{ from: ends[at] ?? plannedEnd, ...extension },
    })),
  });
  await transaction.gateItem.createMany({
    data: gate.map(({ text, doneOn }, at) => ({
      ...{ id: newId(), phaseId, position: at + 1, text },
      ...(doneOn && { doneAt: dayOf(doneOn), doneById: leaderId }),
    })),
  });
}

/** Nine in the morning of that day, when the offices open. */
function dayOf(day: string): Date {
  return new Date(`${day}T09:00:00Z`);
}

async function insertPartner(
  transaction: Transaction,
  partner: DemoPartner,
  networkId: string,
  cityId: string,
): Promise<{ id: string; groups: Array<[string, string]> }> {
  const { institution, otherInstitutions = [], role, since, budget, localGroups = [] } = partner;
  const id = newId();
  await transaction.partnership.create({
    data: {
      id,
      role,
      since,
      budget: budget?.total ?? null,
      network: { connect: { id: networkId } },
      institution: { create: { id: newId(), name: institution, cityId } },
      sources: {
        create: (budget?.sources ?? []).map((source, at) => ({ id: newId(), position: at + 1, ...source })),
      },
    },
  });
  for (const name of otherInstitutions)
    await transaction.institution.create({ data: { id: newId(), name, cityId } });
  const groups = localGroups.map((name): [string, string] => [name, newId()]);
  for (const [name, groupId] of groups)
    await transaction.localGroup.create({
      data: { id: groupId, networkId, partnershipId: id, name, createdAt: new Date(since) },
    });
  return { id, groups };
}
