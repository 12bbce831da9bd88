// Cities that several networks share, mended by an administrator for all of them.
import { expect, test } from "vitest";
import { changeCity } from "~/domain/networks/cities.server";
import { changeKnownCity, listKnownCities, readKnownCity } from "~/domain/networks/known-cities.server";
import { ChangeCity } from "~/domain/networks/partnership-orders";
import { readNetwork } from "~/domain/networks/networks.server";
import { happenings } from "~/domain/activity/activities.server";
import type { Audience } from "~/domain/activity/activity";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundAdministrator } from "../../support/administrator";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";
import { signedInPerson } from "../../support/signed-in";

const change = ChangeCity.parse({
  country: "LT",
  population: "48 000",
  latitude: "54.4",
  longitude: "24.05",
  "name-1": "Alytus",
  "language-1": "lt",
  "name-2": "Alytus on the river",
  "language-2": "en",
  own: "1",
});

async function cityOf(network: FoundedNetwork): Promise<string> {
  const { institution } = await database().read.partnership.findUniqueOrThrow({
    where: { id: network.partners.own },
    select: { institution: { select: { cityId: true } } },
  });
  return institution.cityId;
}

/** Lets the other network work with the same city as well, by an institution of its own. */
async function share(cityId: string, { networkId }: FoundedNetwork): Promise<void> {
  await database().write((transaction) =>
    transaction.institution.create({
      data: {
        id: newId(),
        cityId,
        name: "Another institution",
        partnerships: {
          create: { id: newId(), networkId, role: "project-partner", since: "2022-01-01" },
        },
      },
    }),
  );
}

test("an administrator mends a city that two networks share: both see it, hear it and have it in their record", async () => {
  const own = await foundAdministrator();
  const [here, elsewhere] = [await foundNetwork(), await foundNetwork()];
  const cityId = await cityOf(here);
  await share(cityId, elsewhere);
  expect(await outcome(changeCity(here.leadPartner, here.partners.own, change))).toBe("forbidden");
  const found = (await listKnownCities(own)).find(({ id }) => id === cityId);
  const names = [here, elsewhere].map(({ networkId }) => `Network ${networkId}`);
  expect(found).toMatchObject({ name: "Alytus", networks: expect.arrayContaining(names) as string[] });
  const heard: Audience[] = [];
  const hear = (_: unknown, audience: Audience[]) => heard.push(...audience);
  happenings().on("announced", hear);
  await changeKnownCity(own, cityId, change);
  happenings().off("announced", hear);
  expect((await readKnownCity(own, cityId)).facts).toEqual({
    ...change,
    names: expect.arrayContaining(change.names) as unknown,
  });
  for (const { networkId, leadPartner } of [here, elsewhere]) {
    expect((await readNetwork(leadPartner)).partners.map(({ city }) => city)).toContain(
      "Alytus on the river",
    );
    expect(heard).toContainEqual({ room: "network", networkId });
    const row = await database().read.activity.findFirstOrThrow({
      where: { networkId, kind: "city-changed" },
    });
    expect(row).toMatchObject({
      subjectId: cityId,
      personId: own.person.id,
      chain: networkId,
      after: { country: "LT", title: "Alytus" },
    });
  }
});

test("a city of no network is mended too, and the house's record has it", async () => {
  const own = await foundAdministrator();
  const cityId = newId();
  await database().write((transaction) =>
    transaction.city.create({
      data: {
        id: cityId,
        country: "XX",
        names: { create: { language: "xx", name: "Nowhere", isOwn: true } },
      },
    }),
  );
  await changeKnownCity(own, cityId, change);
  const row = await database().read.activity.findFirstOrThrow({ where: { subjectId: cityId } });
  expect(row).toMatchObject({ kind: "city-changed", chain: "house", before: { country: "XX" } });
});

test("nobody but an administrator sees or changes what Torg knows of cities, and a city has to be there", async () => {
  const own = await foundAdministrator();
  const network = await foundNetwork();
  const cityId = await cityOf(network);
  for (const { personId } of [network.leadPartner, network.officer]) {
    const other = await signedInPerson(personId);
    expect(await outcome(listKnownCities(other))).toBe("not-found");
    expect(await outcome(readKnownCity(other, cityId))).toBe("not-found");
    expect(await outcome(changeKnownCity(other, cityId, change))).toBe("not-found");
  }
  expect(await outcome(readKnownCity(own, newId()))).toBe("not-found");
  expect(await outcome(changeKnownCity(own, newId(), change))).toBe("not-found");
});
