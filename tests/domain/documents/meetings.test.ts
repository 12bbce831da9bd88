// Meetings as documents tell of them: only those that one may read, by the days of the text that one reads, each once.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import type { DocumentFacts } from "~/domain/documents/document-facts";
import { noFacts } from "~/domain/documents/document-facts";
import { createDocument } from "~/domain/documents/documents.server";
import { readMeetings } from "~/domain/documents/meetings.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { database } from "~/platform/db.server";
import { foundNetwork } from "../../support/found-network";

const minutes = (day: string, nextOn = ""): DocumentFacts => ({ ...noFacts("minutes"), day, nextOn });
const visit = (startsOn: string, endsOn = ""): DocumentFacts => ({
  ...noFacts("visit-note"),
  ...{ startsOn, endsOn },
});

async function written(writer: Member, partnershipId: string, title: string, facts: DocumentFacts) {
  const { kind } = facts;
  const { id } = await createDocument(writer, {
    partnershipId,
    kind,
    title,
    language: "en",
    text: title,
    facts,
  });
  return id;
}
const told = async (member: Member) =>
  (await readMeetings(member)).map(({ kind, title, from, to }) => [kind, title, from, to]);

test("minutes tell of their meeting and of the next one, visit notes of each day of the visit; what has no day tells nothing", async () => {
  const { officer, partners } = await foundNetwork();
  await written(officer, partners.own, "Visit", visit("2020-01-23", "2020-01-24"));
  await written(officer, partners.own, "Minutes", minutes("2019-10-16", "2020-06-16"));
  await written(officer, partners.own, "Undated", minutes(""));
  expect(await told(officer)).toEqual([
    ["meeting", "Minutes", "2019-10-16", "2019-10-16"],
    ["visit", "Visit", "2020-01-23", "2020-01-24"],
    ["next-meeting", "Minutes", "2020-06-16", "2020-06-16"],
  ]);
  const [first] = await readMeetings(officer);
  expect(first).toMatchObject({ city: "Alytus", language: "en" });
});

test("a next meeting is told until its city has written of it; another city's is another meeting", async () => {
  const { officer, otherOfficer, partners } = await foundNetwork();
  await written(officer, partners.own, "First", minutes("2020-01-10", "2020-02-10"));
  const theirs = await written(otherOfficer, partners.other, "Theirs", minutes("2020-02-10"));
  await publishDocument(otherOfficer, theirs, { revision: 1 });
  expect(await told(officer)).toContainEqual(["next-meeting", "First", "2020-02-10", "2020-02-10"]);
  await written(officer, partners.own, "Second", minutes("2020-02-10"));
  expect((await told(officer)).map(([kind]) => kind)).toEqual(["meeting", "meeting", "meeting"]);
});

test("everybody is told of what they may read, and by the days of the text that they read", async () => {
  const { officer, colleague, otherOfficer, leadPartner, leadExpert, localGroupMember, observer, partners } =
    await foundNetwork();
  const all = [officer, colleague, otherOfficer, leadPartner, leadExpert, localGroupMember, observer];
  const counts = () => Promise.all(all.map(async (member) => (await readMeetings(member)).length));
  const id = await written(officer, partners.own, "Minutes", minutes("2020-01-10"));
  expect(await counts()).toEqual([1, 1, 0, 0, 0, 0, 0]);
  await openWorkingText(officer, id, { visibility: "network" });
  expect(await counts()).toEqual([1, 1, 1, 1, 1, 1, 0]);
  await publishDocument(officer, id, { revision: 1 });
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { facts: { day: "2021-01-10" } } }),
  );
  expect((await told(officer))[0]?.[2]).toBe("2021-01-10");
  expect((await told(observer))[0]?.[2]).toBe("2020-01-10");
  const elsewhere = await foundNetwork();
  expect(await told(elsewhere.officer)).toEqual([]);
});

test("a translation tells nothing that its original tells, and neither does what is archived or thrown away", async () => {
  const { officer, partners } = await foundNetwork();
  const original = await written(officer, partners.own, "Minutes", minutes("2020-01-10"));
  const translated = await written(officer, partners.own, "Protokolas", minutes("2020-01-10"));
  const set = (id: string, data: { originalId?: string; archivedAt?: Date; trashedAt?: Date }) =>
    database().write((transaction) => transaction.document.update({ where: { id }, data }));
  await set(translated, { originalId: original });
  expect((await told(officer)).map(([, title]) => title)).toEqual(["Minutes"]);
  await set(original, { archivedAt: new Date() });
  expect((await told(officer)).map(([, title]) => title)).toEqual(["Protokolas"]);
  await set(translated, { trashedAt: new Date() });
  expect(await told(officer)).toEqual([]);
});
