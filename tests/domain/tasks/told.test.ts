// When somebody is told of a task: the morning after it was given, as its day comes near, and in their calendar.
import { afterEach, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { makeNetworkFeed, makeOwnFeed } from "~/domain/calendar/feeds.server";
import { noFacts } from "~/domain/documents/document-facts";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { endRole } from "~/domain/networks/memberships.server";
import { remindOfDays } from "~/domain/notifications/reminders.server";
import { tasksGivenTo } from "~/domain/tasks/tasks.server";
import { tickTask } from "~/domain/tasks/ticking.server";
import { readMyWeek } from "~/domain/week/my-week.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { calendarAt } from "../../support/calendar-at";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { noticesFor } from "../../support/notices";
import { addOwed, setClock } from "../../support/owed";
import { signedInPerson } from "../../support/signed-in";
import { texts } from "../../support/texts-open";

afterEach(() => shiftClock(0));

const boxFor = ({ personId, name }: Member, words: string, day: string) =>
  `- [ ] ${words} [@${name}](/people/${personId}) ${day}`;

/** Minutes of the officer's city, open to the network. */
async function agreed({ officer, partners }: FoundedNetwork, ...lines: string[]) {
  const facts = noFacts("minutes");
  const [title, language] = ["Minutes", "en"] as const;
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind: "minutes", title, language, facts, text: lines.join("\n") },
  });
  await openWorkingText(officer, id, { visibility: "network" });
  const save = async (...next: string[]) => {
    const { revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
    await saveDocument(officer, id, { title, language, facts, text: next.join("\n"), revision });
  };
  return { id, save };
}

const remindersOf = async (member: Member) =>
  (await noticesFor(member))
    .filter(({ kind }) => kind === "reminder")
    .map(({ sentence, lines }) => [
      sentence,
      ...lines.map(({ title, city, day }) => `${title}, ${city}: ${day}`),
    ]);

test("that one has a task is told the next morning, and its day 14, 7 and 1 days before and when it is over, once each", async () => {
  setClock("2090-03-01T12:00:00Z");
  const network = await foundNetwork();
  const { otherOfficer, officer, leadPartner } = network;
  const { save } = await agreed(network, boxFor(otherOfficer, "Send the map", "2090-03-27"));
  const line = "Send the map @Other officer 2090-03-27, Alytus: 2090-03-27";
  const toldAt = async (instant: string) => {
    setClock(instant);
    await remindOfDays();
    return remindersOf(otherOfficer);
  };
  expect(await toldAt("2090-03-02T05:59:00Z")).toHaveLength(0);
  expect(await toldAt("2090-03-02T06:00:00Z")).toEqual([["reminderTasks", line]]);
  expect(await toldAt("2090-03-03T06:00:00Z")).toHaveLength(1);
  expect(await toldAt("2090-03-13T06:00:00Z")).toHaveLength(2);
  expect(await toldAt("2090-03-20T06:00:00Z")).toHaveLength(3);
  // Another day is another day to be near; summer time has begun on the 26th.
  await save(boxFor(otherOfficer, "Send the map", "2090-03-28"));
  expect(await toldAt("2090-03-27T04:59:00Z")).toHaveLength(3);
  expect(await toldAt("2090-03-27T05:00:00Z")).toHaveLength(4);
  expect(await toldAt("2090-03-28T21:59:00Z")).toHaveLength(4);
  expect(await toldAt("2090-03-29T05:00:00Z")).toHaveLength(5);
  expect(await toldAt("2090-03-30T05:00:00Z")).toHaveLength(5);
  for (const other of [officer, leadPartner]) expect(await remindersOf(other)).toEqual([]);
});

test("deliverables and tasks of a morning are one notice; what is done, or no longer read, is told no more", async () => {
  await texts();
  setClock("2090-06-01T12:00:00Z");
  const network = await foundNetwork();
  const { officer, leadPartner, otherOfficer } = network;
  await addOwed(leadPartner, { title: "The plan", anchor: "day", fixedOn: "2090-06-08" });
  const { id } = await agreed(
    network,
    boxFor(otherOfficer, "Send the map", "2090-06-05"),
    boxFor(otherOfficer, "Draw it", "2090-06-04"),
    boxFor(officer, "Own", "2090-06-03"),
  );
  await remindOfDays();
  expect(await remindersOf(otherOfficer)).toEqual([
    [
      "reminderTasks",
      "The plan, Novska: 2090-06-08",
      "Draw it @Other officer 2090-06-04, Alytus: 2090-06-04",
      "Send the map @Other officer 2090-06-05, Alytus: 2090-06-05",
    ],
  ]);
  const [first] = await tasksGivenTo(otherOfficer);
  await tickTask(otherOfficer, { id: first?.id ?? "", isDone: true });
  expect((await remindersOf(otherOfficer))[0]).toHaveLength(3);
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { visibility: "draft" } }),
  );
  expect(await remindersOf(otherOfficer)).toEqual([["reminder", "The plan, Novska: 2090-06-08"]]);
  const role = await database().read.membership.findFirstOrThrow({ where: { personId: officer.personId } });
  await endRole(leadPartner, { membershipId: role.id });
  expect(await remindersOf(officer)).toEqual([]);
});

test("one's week holds what one has to do, by its day, until it is done", async () => {
  await texts();
  setClock("2090-06-07T12:00:00Z"); // a Wednesday
  const network = await foundNetwork();
  const { otherOfficer } = network;
  await agreed(
    network,
    boxFor(otherOfficer, "Late", "2090-06-06"),
    boxFor(otherOfficer, "This week", "2090-06-11"),
    boxFor(otherOfficer, "Soon", "2090-06-12"),
    boxFor(otherOfficer, "Far", "2091-06-12"),
  );
  const week = async () => {
    const { late, thisWeek, soon } = await readMyWeek([otherOfficer]);
    return [late, thisWeek, soon].map((part) =>
      part.flatMap((due) => (due.kind === "task" ? [due.item.words.split(" @")[0]] : [])),
    );
  };
  expect(await week()).toEqual([["Late"], ["This week"], ["Soon"]]);
  const [late] = await tasksGivenTo(otherOfficer);
  await tickTask(otherOfficer, { id: late?.id ?? "", isDone: true });
  expect(await week()).toEqual([[], ["This week"], ["Soon"]]);
});

test("a task stands in the calendar of whoever has it, without an alarm once it is done, and is cancelled when it is agreed on no more", async () => {
  await texts();
  setClock("2089-03-01T09:00:00Z");
  const network = await foundNetwork();
  const { otherOfficer, officer } = network;
  const { save } = await agreed(network, boxFor(otherOfficer, "Send the map", "2089-04-27"));
  const address = await makeOwnFeed(await signedInPerson(otherOfficer.personId));
  const tasks = async (at: string) =>
    (await calendarAt(at)).events
      .filter(({ uid }) => uid.startsWith("task-"))
      .map(({ summary, start, status, alarms }) => [summary, start, status, alarms.length]);
  const title = "Send the map @Other officer 2089-04-27";
  expect(await tasks(address)).toEqual([[title, "2089-04-27", "CONFIRMED", 3]]);
  expect(await tasks(await makeOwnFeed(await signedInPerson(officer.personId)))).toEqual([]);
  expect(await tasks(await makeNetworkFeed(otherOfficer))).toEqual([]);
  const [task] = await tasksGivenTo(otherOfficer);
  await tickTask(otherOfficer, { id: task?.id ?? "", isDone: true });
  expect(await tasks(address)).toEqual([[title, "2089-04-27", "CONFIRMED", 0]]);
  await save("Nothing was agreed.");
  expect(await tasks(address)).toEqual([["Entry removed", "2089-04-27", "CANCELLED", 0]]);
});

test("in a calendar a task is called as its sentence is read, without the marks of the text", async () => {
  await texts();
  setClock("2089-03-01T09:00:00Z");
  const network = await foundNetwork();
  const { otherOfficer } = network;
  const sentence =
    "**Send** the [map; of \\*all\\* cities](https://example.eu/map), ~~soon~~ as `PDF` & H\\_O, to <https://example.eu>";
  await agreed(network, boxFor(otherOfficer, sentence, "2089-04-27"));
  const address = await makeOwnFeed(await signedInPerson(otherOfficer.personId));
  const titles = (await calendarAt(address)).events
    .filter(({ uid }) => uid.startsWith("task-"))
    .map(({ summary }) => summary);
  const [task] = await tasksGivenTo(otherOfficer);
  expect(titles).toEqual([
    "Send the map; of *all* cities, soon as PDF & H_O, to https://example.eu @Other officer 2089-04-27",
  ]);
  expect(titles, "as in the list of tasks").toEqual([task?.words]);
});
