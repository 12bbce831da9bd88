// How a calendar tells what became of an entry: the same name for ever, a number that grows with each change, and nothing new where nothing is.
import { afterEach, expect, test } from "vitest";
import { makeNetworkFeed, makeOwnFeed } from "~/domain/calendar/feeds.server";
import { askAgain, changeDeliverable, dropDeliverable } from "~/domain/deliverables/deliverables.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { calendarAt, eventAt, textAt } from "../../support/calendar-at";
import { definition, foundOwing, setClock, type Owing } from "../../support/owed";
import { closeOn } from "../../support/partner-days";
import { signedInPerson } from "../../support/signed-in";

afterEach(() => shiftClock(0));

const due = (fixedOn: string) => ({ anchor: "day", fixedOn }) as const;
const change = ({ network, key }: Owing, more: Parameters<typeof definition>[0]) =>
  changeDeliverable(network.leadPartner, key.deliverableId, definition(more));

test("read again, it is the same to the letter, also in a later hour, on a later day and at many readings at once", async () => {
  setClock("2089-03-01T09:00:00Z");
  const { network } = await foundOwing(due("2089-12-04"));
  const address = await makeNetworkFeed(network.officer);
  const together = await Promise.all(Array.from({ length: 8 }, () => textAt(address)));
  expect(new Set(together).size).toBe(1);
  setClock("2089-03-05T23:30:00Z");
  expect(await textAt(address)).toBe(together[0]);
});

test("a new title and a new day are told under the same name with a greater number; what did not change stays", async () => {
  setClock("2089-03-01T09:00:00Z");
  const owing = await foundOwing(due("2089-12-04"));
  const address = await makeNetworkFeed(owing.network.officer);
  const first = await eventAt(address, "The roadmap — Alytus");
  expect([first.stamp, first.lastModified]).toEqual(["2089-03-01T09:00:00Z", "2089-03-01T09:00:00Z"]);
  setClock("2089-03-02T10:00:00Z");
  await change(owing, { title: "The new roadmap", ...due("2089-12-04") });
  const renamed = await eventAt(address, "The new roadmap — Alytus");
  expect(renamed).toMatchObject({ uid: first.uid, sequence: 1, lastModified: "2089-03-02T10:00:00Z" });
  setClock("2089-03-03T10:00:00Z");
  await change(owing, { title: "The new roadmap", ...due("2089-11-30") });
  const moved = await eventAt(address, "The new roadmap — Alytus");
  expect(moved).toMatchObject({ uid: first.uid, sequence: 2, start: "2089-11-30", end: "2089-12-01" });
  expect(moved.stamp).toBe("2089-03-03T10:00:00Z");
  expect((await calendarAt(address)).events).toHaveLength(3);
});

test("what is changed and changed back between two readings was never changed for its reader", async () => {
  const owing = await foundOwing(due("2089-12-04"));
  const address = await makeNetworkFeed(owing.network.officer);
  const before = await textAt(address);
  await change(owing, { title: "Another", ...due("2089-12-04") });
  await change(owing, { ...due("2089-12-04") });
  expect(await textAt(address)).toBe(before);
});

test("what is no more is cancelled for sixty days and then left out; if it comes back, it counts on", async () => {
  setClock("2089-03-01T09:00:00Z");
  const owing = await foundOwing(due("2089-12-04"));
  const { leadPartner, officer } = owing.network;
  const address = await makeNetworkFeed(officer);
  const first = await eventAt(address, "The roadmap — Alytus");
  await dropDeliverable(leadPartner, owing.key.deliverableId);
  const cancelled = await eventAt(address, "The roadmap — Alytus");
  expect(cancelled).toMatchObject({ uid: first.uid, sequence: 1, status: "CANCELLED", start: first.start });
  setClock("2089-04-30T09:00:00Z");
  expect(await eventAt(address, "The roadmap — Alytus"), "sixty days later").toEqual(cancelled);
  setClock("2089-05-01T09:00:00Z");
  expect((await calendarAt(address)).events).toEqual([]);
  await askAgain(leadPartner, owing.key.deliverableId);
  expect(await eventAt(address, "The roadmap — Alytus")).toMatchObject({
    ...{ uid: first.uid, sequence: 2, status: "CONFIRMED" },
  });
});

test("what was never offered is not cancelled, and a new address goes on counting", async () => {
  const owing = await foundOwing(due("2089-12-04"));
  const { leadPartner, officer } = owing.network;
  await dropDeliverable(leadPartner, owing.key.deliverableId);
  expect((await calendarAt(await makeNetworkFeed(officer))).events).toEqual([]);
  await askAgain(leadPartner, owing.key.deliverableId);
  const first = await makeNetworkFeed(officer);
  expect((await eventAt(first, "The roadmap — Alytus")).sequence).toBe(0);
  await change(owing, { title: "The new roadmap", ...due("2089-12-04") });
  expect((await eventAt(await makeNetworkFeed(officer), "The new roadmap — Alytus")).sequence).toBe(1);
});

test("a partner that has left owes no more: its entries are cancelled, with their titles for whoever still sees them", async () => {
  const { network } = await foundOwing(due("2089-12-04"));
  const address = await makeNetworkFeed(network.leadPartner);
  expect((await eventAt(address, "The roadmap — Novska")).status).toBe("CONFIRMED");
  await closeOn(network.networkId, network.partners.other, "2089-01-31");
  expect((await eventAt(address, "The roadmap — Novska")).status).toBe("CANCELLED");
  expect((await eventAt(address, "The roadmap — Alytus")).status).toBe("CONFIRMED");
});

test("when a role is over, all is cancelled without a word of what it was, the network's name included", async () => {
  const { network } = await foundOwing(due("2089-12-04"));
  const { officer, networkId } = network;
  const own = await signedInPerson(officer.personId);
  const [mine, all] = [await makeOwnFeed(own), await makeNetworkFeed(officer)];
  for (const address of [mine, all]) await calendarAt(address);
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { personId: officer.personId, networkId },
      data: { until: new Date(Date.now() - 1_000) },
    }),
  );
  for (const address of [mine, all]) {
    const text = await textAt(address);
    expect(text).not.toMatch(/roadmap|Alytus|Novska/);
    expect(text).not.toContain(network.slug);
    const { events } = await calendarAt(address);
    expect(
      new Set(events.map(({ summary, status, sequence }) => `${summary} ${status} ${sequence}`)),
    ).toEqual(new Set(["Entry removed CANCELLED 1"]));
  }
  expect((await calendarAt(mine)).events).toHaveLength(1);
  expect((await calendarAt(all)).name).toBe("Torg: former network");
});

test("a cancelled entry loses its title, too, when its reader's role ends after it", async () => {
  const owing = await foundOwing(due("2089-12-04"));
  const { leadPartner, officer, networkId } = owing.network;
  const address = await makeNetworkFeed(officer);
  await eventAt(address, "The roadmap — Alytus");
  await dropDeliverable(leadPartner, owing.key.deliverableId);
  expect((await eventAt(address, "The roadmap — Alytus")).sequence).toBe(1);
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { personId: officer.personId, networkId },
      data: { until: new Date(Date.now() - 1_000) },
    }),
  );
  const { events } = await calendarAt(address);
  expect(events.map(({ summary, sequence }) => [summary, sequence])).toEqual(
    Array.from({ length: 3 }, () => ["Entry removed", 2]),
  );
});
