// Meetings in calendars: of the documents that the feed's person may read, under one name for ever, and cancelled without a word of them.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { makeNetworkFeed, makeOwnFeed } from "~/domain/calendar/feeds.server";
import { noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { createDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { database } from "~/platform/db.server";
import { calendarAt, eventAt, titlesAt } from "../../support/calendar-at";
import { enrol, foundNetwork } from "../../support/found-network";
import { signedInPerson } from "../../support/signed-in";

const mineOf = async ({ personId }: Member) => makeOwnFeed(await signedInPerson(personId));
const minutes = (day: string, nextOn = ""): DocumentFacts => ({ ...noFacts("minutes"), day, nextOn });
const visit = (startsOn: string, endsOn: string): DocumentFacts => ({
  ...noFacts("visit-note"),
  ...{ startsOn, endsOn },
});

async function written(writer: Member, partnershipId: string, title: string, facts: DocumentFacts) {
  const { kind } = facts;
  const order = { partnershipId, kind, title, language: "en" as const, text: title, facts };
  return (await createDocument(writer, order)).id;
}

const changed = (id: string, data: { trashedAt?: Date | null; facts?: object; visibility?: string }) =>
  database().write((transaction) => transaction.document.update({ where: { id }, data }));

test("a meeting, the next one and all days of a visit are in the calendar, each linked to its document, and remind nobody", async () => {
  const { officer, network, partners } = await withSlug();
  const met = await written(officer, partners.own, "Second meeting", minutes("2090-05-04", "2090-06-16"));
  const note = await written(officer, partners.own, "Visit", visit("2090-01-23", "2090-01-24"));
  const url = (id: string) => `http://127.0.0.1:3000/networks/${network.slug}/documents/${id}`;
  const { events } = await calendarAt(await makeNetworkFeed(officer));
  expect(
    events.map(({ uid, summary, start, end, url, description, alarms }) => ({
      ...{ uid, summary, days: [start, end], url, said: description?.split("\n")[0], alarms },
    })),
  ).toEqual([
    {
      ...{ uid: `visit-${note}@torg`, summary: "Visit — Alytus", days: ["2090-01-23", "2090-01-25"] },
      ...{ url: url(note), said: "Visit", alarms: [] },
    },
    {
      ...{ uid: `meeting-${met}@torg`, summary: "Second meeting — Alytus" },
      ...{ days: ["2090-05-04", "2090-05-05"], url: url(met), said: "Meeting", alarms: [] },
    },
    {
      ...{ uid: `next-meeting-${met}@torg`, summary: "Next meeting, as agreed — Alytus" },
      ...{ days: ["2090-06-16", "2090-06-17"], url: url(met) },
      ...{ said: "Next meeting, agreed in “Second meeting”", alarms: [] },
    },
  ]);
});

test("what a document says that the feed's person may not read is in no calendar, and a published text by its published day", async () => {
  const { officer, colleague, otherOfficer, observer, leadPartner, partners } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const feeds = await Promise.all(
    [officer, colleague, otherOfficer, observer, leadPartner, elsewhere.leadPartner].map(makeNetworkFeed),
  );
  const counts = () => Promise.all(feeds.map(async (address) => (await titlesAt(address)).length));
  const id = await written(officer, partners.own, "Minutes", minutes("2090-05-04"));
  expect(await counts()).toEqual([1, 1, 0, 0, 0, 0]);
  await openWorkingText(officer, id, { visibility: "network" });
  expect(await counts()).toEqual([1, 1, 1, 0, 1, 0]);
  await publishDocument(officer, id, { revision: 1 });
  await changed(id, { facts: { day: "2090-09-09" } });
  const [own = "", , , published = ""] = feeds;
  expect((await eventAt(own, "Minutes")).start).toBe("2090-09-09");
  expect((await eventAt(published, "Minutes")).start).toBe("2090-05-04");
});

test("in one's own calendar stand the meetings of one's cities alone, in each network", async () => {
  const [one, other] = [await foundNetwork(), await foundNetwork()];
  await enrol(other, { id: one.officer.personId }, "project-officer", other.partners.other);
  const ours = await written(one.officer, one.partners.own, "Ours", minutes("2090-05-04"));
  const theirs = await written(one.otherOfficer, one.partners.other, "Theirs", minutes("2090-05-05"));
  for (const [writer, id] of [
    [one.officer, ours],
    [one.otherOfficer, theirs],
  ] as const)
    await openWorkingText(writer, id, { visibility: "network" });
  await written(other.otherOfficer, other.partners.other, "Elsewhere", minutes("2090-05-06"));
  expect(await titlesAt(await mineOf(one.officer))).toEqual(["Ours — Alytus", "Elsewhere — Novska"]);
  expect(await titlesAt(await mineOf(one.otherOfficer))).toEqual(["Theirs — Novska"]);
  expect(await titlesAt(await mineOf(one.leadExpert))).toEqual([]);
});

test("a moved day moves the entry; without its day, in the trash or closed to its reader it is cancelled, and its title is said no more", async () => {
  const { officer, otherOfficer, partners } = await foundNetwork();
  const id = await written(officer, partners.own, "Minutes", minutes("2090-05-04"));
  await openWorkingText(officer, id, { visibility: "network" });
  const [own, others] = [await makeNetworkFeed(officer), await makeNetworkFeed(otherOfficer)];
  const first = await eventAt(own, "Minutes");
  expect(await eventAt(others, "Minutes")).toMatchObject({ status: "CONFIRMED", sequence: 0 });
  await changed(id, { facts: { day: "2090-05-11" } });
  expect(await eventAt(own, "Minutes")).toMatchObject({ uid: first.uid, start: "2090-05-11", sequence: 1 });
  const gone = {
    uid: first.uid,
    summary: "Entry removed",
    status: "CANCELLED",
    url: null,
    description: null,
  };
  for (const without of [{ facts: {} }, { trashedAt: new Date() }]) {
    await changed(id, without);
    expect((await calendarAt(own)).events).toMatchObject([gone]);
    await changed(id, { facts: { day: "2090-05-11" }, trashedAt: null });
    expect(await eventAt(own, "Minutes")).toMatchObject({ uid: first.uid, status: "CONFIRMED" });
  }
  await changed(id, { visibility: "draft" });
  expect((await calendarAt(others)).events).toMatchObject([gone]);
  expect((await eventAt(own, "Minutes")).status).toBe("CONFIRMED");
});

test("a visit that takes a day more is told as a change of its entry, and one that says the same is not", async () => {
  const { officer, partners } = await foundNetwork();
  const id = await written(officer, partners.own, "Visit", visit("2090-01-23", "2090-01-24"));
  const address = await makeNetworkFeed(officer);
  const first = await eventAt(address, "Visit");
  expect(await eventAt(address, "Visit")).toEqual(first);
  await changed(id, { facts: { startsOn: "2090-01-23", endsOn: "2090-01-25" } });
  expect(await eventAt(address, "Visit")).toMatchObject({ uid: first.uid, end: "2090-01-26", sequence: 1 });
});

test("entries are said in their reader's language, titles as they were written", async () => {
  const { officer, partners } = await foundNetwork();
  await written(officer, partners.own, "Minutes", minutes("2090-05-04"));
  const address = await makeNetworkFeed(officer);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: officer.personId }, data: { language: "lt" } }),
  );
  expect((await eventAt(address, "Minutes")).description?.split("\n")[0]).toBe("Susitikimas");
});

async function withSlug() {
  const network = await foundNetwork();
  return { ...network, network: network.officer.network };
}
