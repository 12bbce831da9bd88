// The addresses of calendars: made by the one whose they are, told once, and nothing is read at them from the moment they end.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { deactivatePerson } from "~/domain/accounts/deactivation.server";
import {
  endFeed,
  endNetworkFeed,
  listFeeds,
  makeNetworkFeed,
  makeOwnFeed,
  readNetworkFeed,
} from "~/domain/calendar/feeds.server";
import { readFeed } from "~/domain/calendar/reading.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { textAt } from "../../support/calendar-at";
import { foundNetwork, foundPerson } from "../../support/found-network";
import { outcome, wrongWith } from "../../support/outcome";
import { setNetworkState } from "../../support/network-state";
import { signedInPerson } from "../../support/signed-in";

const secretIn = (address: string) => /\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? "";

test("the address is told once; what is kept of it is a hash, and nobody hears of it", async () => {
  const { officer, networkId } = await foundNetwork();
  const before = await database().read.activity.count({ where: { networkId } });
  const address = await makeNetworkFeed(officer);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/calendar\/[\w-]{43}\.ics$/);
  const [row, ...more] = await database().read.calendarFeed.findMany({
    where: { personId: officer.personId },
  });
  expect(more).toEqual([]);
  expect(row?.secretHash).toBe(createHash("sha256").update(secretIn(address)).digest("hex"));
  expect(JSON.stringify([row, await readNetworkFeed(officer)])).not.toContain(secretIn(address));
  expect(await database().read.activity.count({ where: { networkId } })).toBe(before);
});

test("a new address takes the place of the former, which opens nothing at once", async () => {
  const { officer } = await foundNetwork();
  const own = await signedInPerson(officer.personId);
  for (const make of [() => makeNetworkFeed(officer), () => makeOwnFeed(own)]) {
    const former = await make();
    expect(await outcome(textAt(former))).toBe("done");
    const address = await make();
    expect(await outcome(textAt(former))).toBe("not-found");
    expect(await outcome(textAt(address))).toBe("done");
  }
  const { mine, networks } = await listFeeds(own);
  expect([mine !== null, networks.length]).toEqual([true, 1]);
});

test("what was switched off, never was, or is somebody's whose account is closed is not found, and all alike", async () => {
  const { officer, colleague, otherOfficer } = await foundNetwork();
  const [one, other, third] = [
    await makeNetworkFeed(officer),
    await makeNetworkFeed(colleague),
    await makeNetworkFeed(otherOfficer),
  ];
  await endNetworkFeed(officer);
  expect(await readNetworkFeed(officer)).toBeNull();
  await endNetworkFeed(officer);
  const administrator = await foundPerson("An administrator");
  await database().write((transaction) =>
    transaction.person.update({ where: { id: administrator.id }, data: { isAdministrator: true } }),
  );
  await deactivatePerson(await signedInPerson(administrator.id), colleague.personId);
  // Also where it was closed behind the screens, with the feed left there.
  await database().write((transaction) =>
    transaction.person.update({ where: { id: otherOfficer.personId }, data: { deactivatedAt: new Date() } }),
  );
  expect(
    await database().read.calendarFeed.count({ where: { personId: colleague.personId } }),
    "whoever is let back in makes a new address",
  ).toBe(0);
  for (const address of [one, other, third, `/calendar/${"a".repeat(43)}.ics`, ""])
    expect(await outcome(textAt(address))).toBe("not-found");
});

test("a calendar is ended by the one whose it is alone", async () => {
  const { officer, colleague } = await foundNetwork();
  const address = await makeNetworkFeed(officer);
  const [own, other] = [await signedInPerson(officer.personId), await signedInPerson(colleague.personId)];
  const id = (await listFeeds(own)).networks[0]?.id ?? "";
  expect((await listFeeds(other)).networks).toEqual([]);
  expect(await outcome(endFeed(other, id))).toBe("not-found");
  expect(await outcome(endFeed(own, newId()))).toBe("not-found");
  expect(await outcome(textAt(address))).toBe("done");
  await endFeed(own, id);
  expect(await outcome(textAt(address))).toBe("not-found");
});

test("a network's calendar is for those who see how its deliverables stand, and for none in the archive", async () => {
  const { localGroupMember, adHocExpert, observer, networkId, person } = await foundNetwork();
  for (const use of [readNetworkFeed, makeNetworkFeed, endNetworkFeed])
    expect(await outcome(use(localGroupMember))).toBe("forbidden");
  for (const member of [adHocExpert, observer]) expect(await outcome(makeNetworkFeed(member))).toBe("done");
  const archived = await setNetworkState(networkId, await person(observer), "archived");
  expect(await wrongWith(makeNetworkFeed(archived))).toEqual(["form: calendar:wrong.archived"]);
  expect(await outcome(endNetworkFeed(archived))).toBe("done");
});

test("to whom the account's settings offer a calendar: whoever hands something in, or leads", async () => {
  const network = await foundNetwork();
  const owes = async (personId: string) => (await listFeeds(await signedInPerson(personId))).owes;
  expect(await owes(network.officer.personId)).toBe(true);
  expect(await owes(network.leadPartner.personId)).toBe(true);
  for (const member of [network.observer, network.leadExpert, network.localGroupMember])
    expect(await owes(member.personId)).toBe(false);
  expect(await owes(network.formerOfficer.id)).toBe(false);
});

test("it is noted, to the hour, when a calendar was read last", async () => {
  const { officer } = await foundNetwork();
  const address = await makeNetworkFeed(officer);
  expect((await readNetworkFeed(officer))?.lastReadAt).toBeNull();
  await textAt(address);
  const first = (await readNetworkFeed(officer))?.lastReadAt;
  expect(first).toBeInstanceOf(Date);
  await textAt(address);
  expect((await readNetworkFeed(officer))?.lastReadAt).toEqual(first);
});

test("too many readings of one calendar, and too many tries from one place, have to wait; what is right is read meanwhile", async () => {
  const { officer, colleague } = await foundNetwork();
  const [address, other] = [await makeNetworkFeed(officer), await makeNetworkFeed(colleague)];
  const guess = () => outcome(readFeed({ address: "192.0.2.77" }, "b".repeat(43)));
  const guesses: string[] = [];
  for (let time = 0; time < 202; time += 1) guesses.push(await guess());
  expect(guesses.lastIndexOf("not-found")).toBe(199);
  expect(guesses.at(-1)).toBe("invalid");
  expect(await outcome(textAt(other, "192.0.2.77"))).toBe("done");
  const readings: string[] = [];
  for (let time = 0; time < 62; time += 1) readings.push(await outcome(textAt(address)));
  expect(readings.lastIndexOf("done")).toBe(59);
  expect(readings.at(-1)).toBe("invalid");
});
