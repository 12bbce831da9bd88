// What visit notes and minutes agree on: who knows of it, who ticks it, and that a tick stands in the text as well as in the list.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import type { DocumentKind } from "~/domain/documents/document";
import { noFacts } from "~/domain/documents/document-facts";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { archiveDocument } from "~/domain/documents/managing.server";
import { namePerson } from "~/domain/documents/naming.server";
import { bringUp } from "~/domain/documents/projection.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { readFeed } from "~/domain/networks/feed.server";
import { listTasks, ownTasks, tasksOfText } from "~/domain/tasks/tasks.server";
import { tickTask } from "~/domain/tasks/ticking.server";
import { database } from "~/platform/db.server";
import { foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";
import { setNetworkState } from "../../support/network-state";
import { outcome } from "../../support/outcome";
import { editorOf, texts } from "../../support/texts-open";

const all = { list: "documents", isDone: false } as const;
const done = { list: "documents", isDone: true } as const;
const words = async (member: Member, filter: Parameters<typeof listTasks>[1] = all) =>
  (await listTasks(member, filter)).rows.map((task) => task.words);

const toPerson = ({ personId, name }: Pick<Member, "personId" | "name">) => `[@${name}](/people/${personId})`;

/** Minutes of the officer's city with this text. */
async function minutes(network: FoundedNetwork, text: string, kind: DocumentKind = "minutes") {
  const { officer, partners } = network;
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind, title: "Minutes", language: "en", text, facts: noFacts(kind) },
  });
  const row = () => database().read.document.findUniqueOrThrow({ where: { id } });
  return {
    id,
    text: async () => (await row()).text,
    revision: async () => (await row()).revision,
    save: async (next: string) =>
      saveDocument(officer, id, {
        ...{ title: "Minutes", language: "en", text: next, facts: noFacts(kind) },
        revision: (await row()).revision,
      }),
    publish: async (by: Member = officer) => publishDocument(by, id, { revision: (await row()).revision }),
  };
}

const only = async (member: Member) => {
  const [task] = (await listTasks(member, all)).rows;
  if (!task) throw new Error("there is no task");
  return task;
};

test("a box with a person and a day is a task; others are none, nor is what a plan lists", async () => {
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const stranger = await foundPerson();
  const text = [
    `- [ ] Send the plan, ${toPerson(colleague)}, by 1 December 2026`,
    `  - [x] Ask the mayor ${toPerson(officer)} 2026-11-20`,
    `- [ ] ${toPerson(colleague)} without a day`,
    "- [ ] Nobody until 2026-12-24",
    `- [ ] Not of this network ${toPerson({ personId: stranger.id, name: "Stranger" })} 2026-12-24`,
    `- ${toPerson(colleague)} no box 2026-12-24`,
    `1. [ ] Numbered, until 31.12.2026: ${toPerson(colleague)}`,
  ].join("\n");
  await minutes(network, text);
  await minutes(network, text.replaceAll("the plan", "a plan"), "action-plan");
  expect(await words(officer)).toEqual([
    "Send the plan, @Colleague, by 1 December 2026",
    "Numbered, until 31.12.2026: @Colleague",
  ]);
  expect(await words(officer, done)).toEqual(["Ask the mayor @Officer 2026-11-20"]);
  expect(await words(colleague, { list: "mine", isDone: false })).toHaveLength(2);
  expect((await listTasks(officer, all)).counts).toEqual({ mine: 0, all: 2 });
});

test("only those know of a task who may read its text, and each by the text they read", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, leadPartner, observer, leadExpert, localGroupMember } = network;
  const task = `- [ ] Visit ${toPerson(otherOfficer)} 2026-12-01`;
  const written = await minutes(network, task);
  const others = [otherOfficer, leadPartner, observer, leadExpert, localGroupMember];
  for (const other of others) expect(await words(other), other.name).toEqual([]);
  expect((await only(officer)).isUnread).toBe(true);
  expect(await outcome(tickTask(otherOfficer, { id: (await only(officer)).id, isDone: true }))).toBe(
    "not-found",
  );
  await written.publish();
  for (const other of others) expect(await words(other), other.name).toHaveLength(1);
  expect((await only(officer)).isUnread).toBe(false);
  expect(await ownTasks(otherOfficer)).toMatchObject([{ text: "published", mayTick: true, isUnread: false }]);
  // What the draft says since is its readers' alone; what was published still says what it said.
  await written.save(task.replace("Visit", "Secret visit"));
  expect(await words(otherOfficer)).toEqual(["Visit @Other officer 2026-12-01"]);
  expect(await words(officer)).toEqual(["Secret visit @Other officer 2026-12-01"]);
  expect((await only(officer)).isUnread).toBe(true);
  await openWorkingText(officer, written.id, { visibility: "network" });
  expect(await words(otherOfficer)).toEqual(["Secret visit @Other officer 2026-12-01"]);
});

test("whoever it was given to ticks it without writing, in the text as well; others are refused", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, otherOfficer, leadPartner, leadExpert, observer, localGroupMember } = network;
  const { id, text, publish } = await minutes(
    network,
    `Agreed:\n\n- [ ] Other ${toPerson(officer)} 2026-12-01\n- [ ] Visit ${toPerson(otherOfficer)} 2026-12-01\n`,
  );
  await publish();
  const [task] = await ownTasks(otherOfficer);
  if (!task) throw new Error("nothing to do");
  for (const other of [leadPartner, leadExpert, observer, localGroupMember]) {
    expect(await outcome(tickTask(other, { id: task.id, isDone: true })), other.name).toBe("forbidden");
    expect((await tasksOfText(other, id, "published")).map(({ mayTick }) => mayTick)).toEqual([false, false]);
  }
  const editor = await editorOf(officer, id);
  await tickTask(otherOfficer, { id: task.id, isDone: true });
  await editor.settled();
  expect(await text()).toContain(`- [x] Visit ${toPerson(otherOfficer)}`);
  expect(await text()).toContain(`- [ ] Other ${toPerson(officer)}`);
  expect(editor.markdown()).toContain("- [x] Visit");
  expect((await listTasks(officer, done)).rows).toMatchObject([
    { id: task.id, isDone: true, ticked: { by: "Other officer" } },
  ]);
  expect(await ownTasks(otherOfficer)).toEqual([]);
  expect((await tasksOfText(otherOfficer, id, "published")).map(({ isDone }) => isDone)).toEqual([
    false,
    true,
  ]);
  const [row] = (await readFeed(officer, {})).rows;
  expect(row).toMatchObject({ kind: "task-done", by: { name: "Other officer" } });
  // Once more changes nothing, and a writer opens it again.
  const happened = () => database().read.activity.count({ where: { subjectId: task.id } });
  await tickTask(otherOfficer, { id: task.id, isDone: true });
  expect(await happened()).toBe(1);
  await tickTask(officer, { id: task.id, isDone: false });
  expect(await happened()).toBe(2);
  await editor.settled();
  expect(editor.markdown()).toContain("- [ ] Visit");
  expect(await ownTasks(otherOfficer)).toMatchObject([{ id: task.id, ticked: null }]);
});

test("what was published and is agreed on no more is ticked by its readers alone, and offered to no others", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, otherOfficer } = network;
  const { id, save, publish } = await minutes(network, `- [ ] Visit ${toPerson(otherOfficer)} 2026-12-01`);
  await publish();
  expect(await tasksOfText(officer, id, "published")).toMatchObject([{ mayTick: true }]);
  await save("Nothing was agreed.");
  const [task] = await tasksOfText(officer, id, "published");
  expect(task).toMatchObject({ mayTick: false });
  expect(await outcome(tickTask(officer, { id: task?.id ?? "", isDone: true }))).toBe("not-found");
  expect(await ownTasks(otherOfficer)).toMatchObject([{ id: task?.id, mayTick: true }]);
  await tickTask(otherOfficer, { id: task?.id ?? "", isDone: true });
  expect(await tasksOfText(officer, id, "published")).toMatchObject([{ isDone: true }]);
});

test("a box that is ticked by writing ticks its task, and a task keeps its id while it is written otherwise", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { id } = await minutes(network, `- [ ] Send it ${toPerson(colleague)} 2026-12-01\n`);
  const before = await only(officer);
  const editor = await editorOf(officer, id);
  await editor.change(
    (now) => `First of all.\n\n${now.replace("Send it", "Send the plan").replace("12-01", "12-02")}`,
  );
  await bringUp(id);
  expect(await only(officer)).toMatchObject({ id: before.id, day: "2026-12-02" });
  await editor.change((now) => now.replace("- [ ]", "- [x]"));
  await bringUp(id);
  expect((await listTasks(colleague, { list: "mine", isDone: true })).rows).toMatchObject([
    { id: before.id, ticked: null },
  ]);
  await editor.change(() => "Nothing was agreed.");
  await bringUp(id);
  expect(await database().read.task.count({ where: { documentId: id } })).toBe(0);
  expect(await outcome(tickTask(officer, { id: before.id, isDone: false }))).toBe("not-found");
});

test("a text that is signed stays as it was signed, though what it agrees on gets done", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { id, text, revision } = await minutes(network, `- [ ] Send it ${toPerson(colleague)} 2026-12-01`);
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { sealedAt: new Date() } }),
  );
  const [was, stood] = [await text(), await revision()];
  await tickTask(colleague, { id: (await only(officer)).id, isDone: true });
  expect([await text(), await revision()]).toEqual([was, stood]);
  expect(await tasksOfText(officer, id, "working")).toMatchObject([
    { isDone: true, ticked: { by: "Colleague" }, mayTick: true },
  ]);
});

test("a draft written on after a tick that it does not bear keeps it done, until somebody changes the box", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const line = `- [ ] Send it ${toPerson(colleague)} 2026-12-01`;
  const { id, save, revision } = await minutes(network, line);
  await database().write(async (transaction) => {
    await transaction.signOff.create({
      data: {
        ...{ documentId: id, side: "city", revision: await revision(), personId: officer.personId },
        at: new Date(),
      },
    });
  });
  await tickTask(colleague, { id: (await only(officer)).id, isDone: true });
  await save(`${line}\n\nAnd more.`);
  expect(await words(officer, done)).toHaveLength(1);
  await save(`${line.replace("[ ]", "[x]")}\n\nAnd more.`);
  await save(`${line}\n\nAnd more.`);
  expect(await words(officer)).toHaveLength(1);
});

test("what stands in the place of a task that was done and names somebody else is a task of its own, to be done", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { id, save, revision } = await minutes(network, `- [ ] Send it ${toPerson(colleague)} 2026-12-01`);
  const signed = { documentId: id, side: "city", revision: await revision(), personId: officer.personId };
  await database().write((transaction) =>
    transaction.signOff.create({ data: { ...signed, at: new Date() } }),
  );
  const { id: former } = await only(officer);
  await tickTask(colleague, { id: former, isDone: true });
  await save(`- [ ] Ask the mayor ${toPerson(officer)} 2026-12-09`);
  expect(await ownTasks(officer)).toMatchObject([
    { words: "Ask the mayor @Officer 2026-12-09", ticked: null },
  ]);
  expect((await only(officer)).id).not.toBe(former);
  expect(await words(officer, done)).toEqual([]);
});

test("nobody ticks in a closed network or another one; what is archived is in no list", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague, networkId, person } = network;
  const { id } = await minutes(network, `- [ ] Send it ${toPerson(colleague)} 2026-12-01`);
  const task = await only(colleague);
  const closed = await setNetworkState(networkId, await person(colleague), "closed");
  expect(await outcome(tickTask(closed, { id: task.id, isDone: true }))).toBe("forbidden");
  expect(await ownTasks(closed)).toEqual([]);
  expect(await words(closed)).toHaveLength(1);
  await setNetworkState(networkId, await person(colleague), "open");
  await archiveDocument(officer, id, true);
  expect([await words(officer), await ownTasks(colleague)]).toEqual([[], []]);
  const elsewhere = await foundNetwork();
  expect(await outcome(tickTask(elsewhere.officer, { id: task.id, isDone: true }))).toBe("not-found");
  expect(await words(elsewhere.officer)).toEqual([]);
  expect(await tasksOfText(elsewhere.officer, id, "working")).toEqual([]);
});

test("whoever is named on a text as a reader has what it gives them to do", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, person } = network;
  const { id } = await minutes(network, `- [ ] Send it ${toPerson(otherOfficer)} 2026-12-01`);
  await namePerson(officer, id, { personId: otherOfficer.personId, level: "reader" });
  const named = await memberOf(await person(otherOfficer), network.slug);
  expect(await ownTasks(named)).toMatchObject([{ text: "working", mayTick: true }]);
  expect((await only(officer)).isUnread).toBe(false);
});

test("two ticks at once, while somebody writes before and in their lines, lose neither a tick nor a word", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague, otherOfficer } = network;
  const { id, text, publish } = await minutes(
    network,
    `- [ ] First ${toPerson(colleague)} 2026-12-01\n- [ ] Second ${toPerson(otherOfficer)} 2026-12-01\n`,
  );
  await publish();
  const editor = await editorOf(officer, id);
  const [own] = await ownTasks(colleague);
  const [other] = await ownTasks(otherOfficer);
  const written = editor.write((now) => `Before all.\n\n${now}\n\nAfter all.\n`);
  await Promise.all([
    tickTask(colleague, { id: own?.id ?? "", isDone: true }),
    written(),
    tickTask(otherOfficer, { id: other?.id ?? "", isDone: true }),
  ]);
  await editor.settled();
  await bringUp(id);
  const now = await text();
  for (const words of ["Before all.", "- [x] First", "- [x] Second", "After all."])
    expect(now).toContain(words);
  expect(editor.markdown()).toBe(now);
  expect((await listTasks(officer, done)).rows.map(({ ticked }) => ticked?.by).sort()).toEqual([
    "Colleague",
    "Other officer",
  ]);
});

test("what a reader of the publication ticked stays done when it is published in other words", async () => {
  await texts();
  const network = await foundNetwork();
  const { otherOfficer } = network;
  const line = `- [ ] Sned it ${toPerson(otherOfficer)} 2026-12-01`;
  const { save, publish } = await minutes(network, line);
  await publish();
  await save(line.replace("Sned", "Send"));
  const [task] = await ownTasks(otherOfficer);
  await tickTask(otherOfficer, { id: task?.id ?? "", isDone: true });
  await publish();
  expect((await listTasks(otherOfficer, done)).rows).toMatchObject([
    { words: "Send it @Other officer 2026-12-01", ticked: { by: "Other officer" } },
  ]);
  // For somebody else, or until another day, it is another task.
  await save(line.replace("12-01", "12-02"));
  await publish();
  expect(await words(otherOfficer)).toHaveLength(1);
});

test("a box that says something else at this moment is not ticked, and neither is its task", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const { text } = await minutes(network, `- [ ] Send it ${toPerson(colleague)} 2026-12-01`);
  const { id } = await only(officer);
  // The row is behind its text, as between somebody's letter and its projection.
  await database().write((transaction) =>
    transaction.task.update({ where: { id }, data: { words: "Sent otherwise" } }),
  );
  expect(await outcome(tickTask(colleague, { id, isDone: true }))).toBe("conflict");
  expect(await text()).toContain("- [ ] Send it");
  expect((await only(officer)).isDone).toBe(false);
});
