// What is in whose calendar: in one's own what one hands in or sees to, in a network's what one sees there, and never anything else.
import { afterEach, expect, test } from "vitest";
import { makeNetworkFeed, makeOwnFeed } from "~/domain/calendar/feeds.server";
import { give, setDue, setNotApplicable } from "~/domain/deliverables/cells.server";
import { dropDeliverable } from "~/domain/deliverables/deliverables.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { calendarAt, eventAt, titlesAt } from "../../support/calendar-at";
import { enrol, foundNetwork } from "../../support/found-network";
import { setNetworkState } from "../../support/network-state";
import { addOwed, addedPhase, foundOwing, setClock, takes } from "../../support/owed";
import { signedInPerson } from "../../support/signed-in";

afterEach(() => shiftClock(0));

const due = (fixedOn: string) => ({ anchor: "day", fixedOn }) as const;
const mineOf = async ({ personId }: { personId: string }) => makeOwnFeed(await signedInPerson(personId));

test("an officer's own calendar has what their city owes in each of their networks, and nothing of other cities", async () => {
  const [one, other] = [await foundNetwork(), await foundNetwork()];
  await addOwed(one.leadPartner, { title: "The roadmap", ...due("2090-05-04") });
  await addOwed(other.leadPartner, { title: "The diary", ...due("2090-06-01") });
  await addOwed(one.leadPartner, { title: "The report", owedBy: "lead-partner", ...due("2090-07-01") });
  await addOwed(one.leadPartner, { title: "Without a day" });
  await enrol(other, { id: one.officer.personId }, "project-officer", other.partners.other);
  expect(await titlesAt(await mineOf(one.officer))).toEqual(["The roadmap — Alytus", "The diary — Novska"]);
  expect(await titlesAt(await mineOf(one.leadPartner))).toEqual([
    "The roadmap — Barnsley",
    "The report — Barnsley",
  ]);
  for (const member of [one.leadExpert, one.adHocExpert, one.observer, one.localGroupMember])
    expect(await titlesAt(await mineOf(member))).toEqual([]);
});

test("what was given to somebody is in their calendar; a network's calendar has all that its reader sees in the matrix", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, otherOfficer, adHocExpert, observer, leadExpert, partners } = network;
  const deliverableId = await addOwed(leadPartner, { title: "The roadmap", ...due("2090-05-04") });
  const all = ["Barnsley", "Alytus", "Novska"].map((city) => `The roadmap — ${city}`).sort();
  for (const member of [leadPartner, officer, leadExpert, observer])
    expect((await titlesAt(await makeNetworkFeed(member))).sort()).toEqual(all);
  expect(await titlesAt(await makeNetworkFeed(adHocExpert))).toEqual(["The roadmap — Alytus"]);

  const key = { deliverableId, partnershipId: partners.own };
  await enrol(network, { id: otherOfficer.personId }, "project-officer", partners.own);
  const mine = await mineOf(otherOfficer);
  await give(officer, key, otherOfficer.personId);
  await database().write((transaction) =>
    transaction.membership.deleteMany({
      where: { personId: otherOfficer.personId, partnershipId: partners.own },
    }),
  );
  expect((await titlesAt(mine)).sort()).toEqual(["The roadmap — Alytus", "The roadmap — Novska"]);
});

test("the first and the last day of a phase are in a network's calendar, as they are after an extension, and in nobody's own", async () => {
  setClock("2090-02-01T09:00:00Z");
  const { leadPartner, officer } = await foundNetwork();
  await addedPhase(leadPartner, {
    plannedStart: "2090-01-31",
    plannedEnd: "2090-12-31",
    actualStart: "2090-02-01",
  });
  const { events } = await calendarAt(await makeNetworkFeed(officer));
  expect(events.map(({ summary, start, end, alarms }) => [summary, start, end, alarms])).toEqual([
    ["First day: Phase 2", "2090-02-01", "2090-02-02", []],
    ["Last day: Phase 2", "2090-12-31", "2091-01-01", []],
  ]);
  expect(events[0]?.description).toContain("Planned at first: 31 January 2090");
  expect(events[1]?.description).not.toContain("Planned at first");
  expect(await titlesAt(await mineOf(officer))).toEqual([]);
});

test("an entry says how it stands and why, and where more is told, and is no busy time", async () => {
  setClock("2089-04-30T09:00:00Z");
  const { network, key } = await foundOwing(due("2089-05-04"));
  const event = await eventAt(await makeNetworkFeed(network.officer), "The roadmap — Alytus");
  const url = `http://127.0.0.1:3000/networks/${network.slug}/deliverables/${key.deliverableId}/${key.partnershipId}`;
  expect(event).toMatchObject({
    ...{ start: "2089-05-04", end: "2089-05-05", sequence: 0, status: "CONFIRMED" },
    ...{ transparency: "TRANSPARENT", url, categories: [network.leadPartner.network.name] },
    uid: `deliverable-${key.deliverableId}-${key.partnershipId}@torg`,
  });
  expect(event.description?.split("\n")).toEqual([
    "Not started",
    "At risk",
    "No version is named yet.",
    "There is time until the end of this day, Brussels time.",
    network.leadPartner.network.name,
    url,
  ]);
});

test("what is late says since when, so that the words stay true and the same on the days after", async () => {
  setClock("2089-05-05T09:00:00Z");
  const { network } = await foundOwing(due("2089-05-04"));
  const address = await makeNetworkFeed(network.officer);
  const first = await eventAt(address, "The roadmap — Alytus");
  expect(first.description).toContain("Late\nIt was due on 4 May 2089, and nothing is handed in.");
  expect(first.description).not.toContain("There is time");
  setClock("2089-05-20T09:00:00Z");
  expect(await eventAt(address, "The roadmap — Alytus")).toEqual(first);
});

test("one is reminded at nine of the 14th, 7th and 1st day before, as long as it is one's turn and there is time", async () => {
  setClock("2089-04-30T09:00:00Z");
  const { network, key } = await foundOwing(due("2089-05-04"));
  const { officer, leadPartner, observer } = network;
  const [mine, all, lead] = [
    await mineOf(officer),
    await makeNetworkFeed(officer),
    await makeNetworkFeed(leadPartner),
  ];
  const alarms = async (address: string, city = "Alytus") =>
    (await eventAt(address, `The roadmap — ${city}`)).alarms;
  const three = ["-P13DT15H", "-P6DT15H", "-PT15H"];
  expect(await alarms(mine)).toEqual(three);
  expect(await alarms(all)).toEqual(three);
  // Of others' days nobody is reminded: there are as many as cities.
  expect(await alarms(all, "Novska")).toEqual([]);
  expect(await alarms(lead)).toEqual([]);
  expect(await alarms(lead, "Barnsley")).toEqual(three);
  expect(await alarms(await makeNetworkFeed(observer))).toEqual([]);

  await takes(officer, key, "hand-in", { what: `${network.draft.id}:now` });
  expect(await alarms(mine)).toEqual([]);
  await takes(leadPartner, key, "request-changes", { reason: "Say what it costs", until: "2089-06-30" });
  const anew = await eventAt(mine, "The roadmap — Alytus");
  expect([anew.start, anew.alarms]).toEqual(["2089-06-30", three]);
  expect(anew.description).toContain("Changes requested");
  expect(anew.description, "what was asked for is for Torg alone").not.toContain("Say what it costs");
  setClock("2089-07-01T09:00:00Z");
  expect(await alarms(mine), "the day is over").toEqual([]);
});

test("in a closed network the days stay and remind nobody; in the archive they are cancelled", async () => {
  setClock("2089-04-30T09:00:00Z");
  const { network } = await foundOwing(due("2089-05-04"));
  const { officer, networkId, person } = network;
  const mine = await mineOf(officer);
  expect((await eventAt(mine, "The roadmap")).alarms).toHaveLength(3);
  await setNetworkState(networkId, await person(officer), "closed");
  expect(await eventAt(mine, "The roadmap")).toMatchObject({ status: "CONFIRMED", alarms: [] });
  await setNetworkState(networkId, await person(officer), "archived");
  const gone = await eventAt(mine, "The roadmap — Alytus");
  expect(gone).toMatchObject({ status: "CANCELLED", alarms: [], description: null });
  await setNetworkState(networkId, await person(officer), "open");
  expect(await eventAt(mine, "The roadmap")).toMatchObject({ status: "CONFIRMED", sequence: 3 });
});

test("a day of a city's own is the entry's; what does not apply, was dropped or has no day any more is cancelled", async () => {
  const { network, key } = await foundOwing(due("2090-05-04"));
  const { leadPartner, officer } = network;
  const mine = await mineOf(officer);
  await setDue(leadPartner, key, "2090-08-01");
  expect((await eventAt(mine, "The roadmap")).start).toBe("2090-08-01");
  await setNotApplicable(leadPartner, key, "Not of this city");
  expect(await eventAt(mine, "The roadmap — Alytus")).toMatchObject({
    ...{ status: "CANCELLED", start: "2090-08-01", alarms: [], categories: [], url: null },
  });
  await setNotApplicable(leadPartner, key, null);
  expect((await eventAt(mine, "The roadmap")).status).toBe("CONFIRMED");
  await dropDeliverable(leadPartner, key.deliverableId);
  expect((await eventAt(mine, "The roadmap")).status).toBe("CANCELLED");
});
