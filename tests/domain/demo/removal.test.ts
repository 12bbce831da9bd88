// Removing the demo: what goes, what stays, and what the house remembers of it. The tests follow one another on one database.
import { expect, test } from "vitest";
import { happenings, type SessionsEnded } from "~/domain/activity/activities.server";
import { hashOf, houseChain } from "~/domain/activity/chain.server";
import { memberOf } from "~/domain/access/members.server";
import { changeProfile } from "~/domain/accounts/people.server";
import { signIn } from "~/domain/accounts/sessions.server";
import { makeNetworkFeed, makeOwnFeed } from "~/domain/calendar/feeds.server";
import { createDocument } from "~/domain/documents/documents.server";
import { demoAccounts, loadDemo } from "~/domain/demo/demo.server";
import { readDemo, removeDemo } from "~/domain/demo/removal.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson } from "../../support/found-network";
import { outcome } from "../../support/outcome";
import { addOwed, takes } from "../../support/owed";
import { signedInPerson } from "../../support/signed-in";
import { world } from "../../support/world";

await world();
await loadDemo();
const { read, write } = database();

const idOf = async (account: string) =>
  (await read.person.findUniqueOrThrow({ where: { email: `${account}@demo.torg` } })).id;

const [administratorId, novskaId, ouluId, rzeszowId, trikalaId] = await Promise.all(
  ["administrator", "novska", "oulu", "rzeszow", "trikala"].map(idOf),
);
const own = await signedInPerson(administratorId ?? "");
const real = await foundNetwork();
const word = "remove the demo";
const mine = {
  confirmation: word,
  name: "Town hall",
  email: "it@town.example",
  password: "a password of ours",
};

test("the demo is there to be removed, for administrators alone", async () => {
  const officer = await signedInPerson(novskaId ?? "");
  expect(await outcome(readDemo(officer))).toBe("not-found");
  expect(await outcome(removeDemo(officer, mine, word))).toBe("not-found");
  const demo = await readDemo(own);
  expect(demo?.networks.map(({ name }) => name)).toEqual(["DigiPlace", "TechRevolution 2.0"]);
  expect(demo).toMatchObject({ accounts: 19, isOwnAccountDemo: true });
});

test("it is not removed without the words, nor by a demo account that does not become somebody's own", async () => {
  const taken = (await real.person(real.officer)).email;
  for (const wrong of [
    { ...mine, confirmation: "remove" },
    { ...mine, name: undefined },
    { ...mine, email: undefined },
    { ...mine, password: undefined },
    { ...mine, email: "other@demo.torg" },
    { ...mine, email: taken },
  ])
    expect(await outcome(removeDemo(own, wrong, word)), JSON.stringify(wrong)).toBe("invalid");
  expect(await read.network.count({ where: { isDemo: true } })).toBe(2);
});

test("it goes with everything in it, and what is not the demo's stays", async () => {
  // Oulu's officer also works in a real network, Rzeszów's only changed the colours, a real person works in the demo.
  await enrol(real, { id: ouluId ?? "" }, "project-officer", real.partners.own);
  const oulu = await read.person.findUniqueOrThrow({ where: { id: ouluId ?? "" } });
  const member = await memberOf(oulu, real.slug);
  await createDocument(member, {
    partnershipId: real.partners.own,
    kind: "good-practice",
    title: "Written elsewhere",
    language: "en",
    text: "It stays.",
  });
  await changeProfile(await signedInPerson(rzeszowId ?? ""), { colours: "dark" });
  const guest = await foundPerson("A guest");
  const demoNetwork = await read.network.findUniqueOrThrow({ where: { slug: "techrevolution" } });
  await enrol({ networkId: demoNetwork.id }, guest, "observer", null);
  // Novska is a partner of the real network as well.
  const novska = await read.city.findFirstOrThrow({ where: { names: { some: { name: "Novska" } } } });
  await write((transaction) =>
    transaction.partnership.create({
      data: {
        id: newId(),
        role: "project-partner",
        since: "2026-01-01",
        network: { connect: { id: real.networkId } },
        institution: { create: { id: newId(), name: "A school of Novska", cityId: novska.id } },
      },
    }),
  );
  const calendarsOf = [ouluId, rzeszowId, novskaId, guest.id, own.person.id].map((id) => id ?? "");
  for (const id of calendarsOf) await makeOwnFeed(await signedInPerson(id));
  await makeNetworkFeed(await memberOf(guest, "techrevolution"));
  // What a real network is owed stays, with its step; what the demo networks were owed goes with every step and seal.
  const key = { deliverableId: await addOwed(real.leadPartner), partnershipId: real.partners.own };
  await takes(real.officer, key, "begin");
  const [steps, seals] = [
    await read.deliverableStep.count(),
    await read.namedVersion.count({ where: { network: { isDemo: true } } }),
  ];
  expect([steps > 100, seals > 50]).toEqual([true, true]);
  const chains = await read.network.findMany({
    where: { isDemo: true },
    select: { id: true, name: true, activities: { orderBy: { position: "desc" }, select: { hash: true } } },
    orderBy: { name: "asc" },
  });
  const realRows = await read.activity.count({ where: { chain: real.networkId } });
  const ended: SessionsEnded[] = [];
  happenings().on("sessions-ended", (one) => ended.push(one));

  const cleared = await removeDemo(own, mine, word);

  expect(cleared.kept).toEqual(["oulu@demo.torg"]);
  expect(cleared.emptied).toEqual([rzeszowId]);
  expect(await read.network.findMany({ select: { id: true } })).toEqual([{ id: real.networkId }]);
  expect(await read.deliverable.findMany({ select: { id: true } })).toEqual([{ id: key.deliverableId }]);
  expect(await read.partnerDeliverable.findMany()).toMatchObject([key]);
  expect(await read.deliverableStep.findMany()).toMatchObject([{ kind: "begin" }]);
  expect(await read.namedVersion.count({ where: { networkId: { not: real.networkId } } })).toBe(0);
  expect(await read.activity.count({ where: { chain: real.networkId } })).toBe(realRows);
  const demoLeft = await read.person.findMany({
    where: { email: { endsWith: "@demo.torg" } },
    select: { id: true, deactivatedAt: true, credentials: true },
    orderBy: { email: "asc" },
  });
  expect(demoLeft.map(({ id, deactivatedAt }) => [id, deactivatedAt !== null])).toEqual([
    [ouluId, false],
    [rzeszowId, true],
  ]);
  expect(demoLeft[1]?.credentials).toEqual([]);
  expect(await read.person.count({ where: { id: guest.id } })).toBe(1);
  const calendars = await read.calendarFeed.findMany({ select: { personId: true, place: true } });
  expect(calendars.map(({ personId, place }) => `${place} ${personId}`).sort()).toEqual(
    [`mine ${ouluId}`, `mine ${guest.id}`].sort(),
  );
  const cities = await read.cityName.findMany({ where: { isOwn: true, language: { not: "xx" } } });
  expect(cities.map(({ name }) => name)).toEqual(["Novska"]);
  expect(await read.institution.count({ where: { cityId: novska.id } })).toBe(1);

  const row = await read.activity.findFirstOrThrow({ where: { kind: "demo-removed" } });
  expect(row).toMatchObject({ chain: houseChain, networkId: null, personId: own.person.id });
  expect(row.after).toMatchObject({
    networks: chains.map(({ id, name, activities }) => ({
      chain: id,
      name,
      rows: activities.length,
      lastHash: activities[0]?.hash,
    })),
    accounts: cleared.gone.length,
  });
  for (const personId of [novskaId, trikalaId, guest.id]) expect(ended).toContainEqual({ personId });
});

test("the house's chain is whole, the acting administrator is there under their own address, and nothing of it is left to remove", async () => {
  const rows = await read.activity.findMany({
    where: { chain: houseChain },
    orderBy: { position: "asc" },
  });
  let last = "";
  for (const row of rows) {
    expect(row.hash).toBe(hashOf(row, last));
    last = row.hash;
  }
  const caller = { address: "198.51.100.250", userAgent: "Test" };
  const { setCookies } = await signIn(caller, { email: mine.email, password: mine.password });
  expect(setCookies.length).toBeGreaterThan(0);
  expect(await read.session.count({ where: { id: own.sessionId } })).toBe(1);
  expect(await readDemo(own)).toBeNull();
  expect(await outcome(removeDemo(own, { confirmation: word }, word))).toBe("invalid");
  const renamed = { ...own, person: { ...own.person, email: mine.email } };
  expect(await outcome(removeDemo(renamed, { confirmation: word }, word))).toBe("conflict");
  expect(await demoAccounts()).toBeNull();
  expect(await loadDemo()).toBe(false);
});
