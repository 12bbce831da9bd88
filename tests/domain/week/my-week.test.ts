// Somebody's week: across their networks, by whose turn it is, and nothing of what they may not see.
import { afterEach, expect, test } from "vitest";
import { membersOf } from "~/domain/access/members.server";
import type { Member } from "~/domain/access/member";
import { give, setNotApplicable } from "~/domain/deliverables/cells.server";
import { readDeskAtHome } from "~/domain/deliverables/my-desk.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { closeNetwork } from "~/domain/networks/network-state.server";
import { readMyWeek } from "~/domain/week/my-week.server";
import { shiftClock } from "~/platform/clock";
import { enrol, foundNetwork } from "../../support/found-network";
import { remark } from "../../support/notices";
import { addedPhase, addOwed, foundOwing, setClock, takes } from "../../support/owed";
import { signedInPerson } from "../../support/signed-in";

afterEach(() => shiftClock(0));

async function weekOf({ personId }: Pick<Member, "personId">) {
  const { person } = await signedInPerson(personId);
  return readMyWeek(await membersOf(person));
}

const deliverables = (items: Array<{ kind: string; item: object }>) =>
  items.flatMap(({ kind, item }) =>
    kind === "deliverable"
      ? [`${(item as { title: string }).title}, ${(item as { city: string }).city}`]
      : [],
  );

test("what one's cities are to hand in stands by its day, of all networks, until Sunday in Brussels and after", async () => {
  // A Thursday, late in the evening in Brussels, where it is the 9th.
  setClock("2090-03-09T22:30:00Z");
  const { network, key } = await foundOwing({ title: "Late", anchor: "day", fixedOn: "2090-03-08" });
  const { leadPartner: lead, officer, otherOfficer, colleague } = network;
  for (const [title, fixedOn] of [
    ["Today", "2090-03-09"],
    ["Sunday", "2090-03-12"],
    ["Monday", "2090-03-13"],
    ["Far", "2090-06-01"],
  ] as const)
    await addOwed(lead, { title, anchor: "day", fixedOn });
  await addOwed(lead, { title: "Some day" });
  const elsewhere = await foundNetwork();
  await enrol(elsewhere, { id: officer.personId }, "project-officer", elsewhere.partners.other);
  await addOwed(elsewhere.leadPartner, { title: "Elsewhere", anchor: "day", fixedOn: "2090-03-10" });
  const week = await weekOf(officer);
  expect(deliverables(week.late)).toEqual(["Late, Alytus"]);
  expect(deliverables(week.thisWeek)).toEqual(["Today, Alytus", "Elsewhere, Novska", "Sunday, Alytus"]);
  expect(deliverables(week.soon)).toEqual(["Monday, Alytus"]);
  expect(deliverables(week.undated)).toEqual(["Some day, Alytus"]);
  // What a colleague sees to, and what does not apply, is on nobody else's.
  await give(lead, key, colleague.personId);
  expect(deliverables((await weekOf(officer)).late)).toEqual([]);
  expect(deliverables((await weekOf(colleague)).late)).toEqual(["Late, Alytus"]);
  await setNotApplicable(lead, { ...key, partnershipId: network.partners.other }, "It has one");
  expect(deliverables((await weekOf(otherOfficer)).late)).toEqual([]);
  // The day ends in Brussels.
  setClock("2090-03-09T23:00:00Z");
  expect(deliverables((await weekOf(otherOfficer)).late)).toEqual(["Today, Novska"]);
});

test("a home says what its member is to hand in and what waits for them, and how many of all are late or at risk", async () => {
  setClock("2090-03-09T22:30:00Z");
  const { network, key } = await foundOwing({ title: "Late", anchor: "day", fixedOn: "2090-03-08" });
  const { leadPartner: lead, officer, localGroupMember, published } = network;
  await addOwed(lead, { title: "Sunday", anchor: "day", fixedOn: "2090-03-12" });
  await addOwed(lead, { title: "Far", anchor: "day", fixedOn: "2090-06-01" });
  await addOwed(lead, { title: "Some day" });
  const named = (items: Array<{ title: string; city: string }> = []) =>
    items.map(({ title, city }) => `${title}, ${city}`);
  const before = await readDeskAtHome(officer);
  expect(named(before?.due)).toEqual(["Late, Alytus", "Sunday, Alytus"]);
  // Three cities owe each.
  expect(before).toMatchObject({ waiting: [], late: 3, atRisk: 3 });
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  expect(named((await readDeskAtHome(officer))?.due)).toEqual(["Sunday, Alytus"]);
  const leading = await readDeskAtHome(lead);
  expect(named(leading?.waiting)).toEqual(["Late, Alytus"]);
  expect(leading).toMatchObject({ due: [], late: 2, atRisk: 3 });
  expect(await readDeskAtHome(localGroupMember)).toBeNull();
});

test("that a phase should have begun is late for whoever says when it did, and for nobody else", async () => {
  const network = await foundNetwork();
  await addedPhase(network.leadPartner, { plannedStart: "2090-01-01", plannedEnd: "2090-06-30" });
  const kinds = async (member: Member) =>
    (await weekOf(member)).late.flatMap((due) => (due.kind === "date" ? [due.item.kind] : []));
  setClock("2090-03-01T10:00:00Z");
  expect(await kinds(network.leadPartner)).toEqual(["phase-begins"]);
  expect(await kinds(network.officer)).toEqual([]);
});

test("each step waits on the week of whose turn it is, and on no other's", async () => {
  const { network, key } = await foundOwing({ title: "Plan", asksExpert: true, goesToProgramme: true });
  const { leadPartner, officer, leadExpert, observer, localGroupMember, published } = network;
  const waits = async (member: Member) =>
    (await weekOf(member)).waiting.flatMap((one) => (one.kind === "deliverable" ? [one.item.turn] : []));
  const all = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries({ leadPartner, officer, leadExpert, observer, localGroupMember }).map(
          async ([who, member]) => [who, (await waits(member)).join()] as const,
        ),
      ),
    );
  const nobody = { leadPartner: "", officer: "", leadExpert: "", observer: "", localGroupMember: "" };
  expect(await all()).toEqual(nobody);
  await takes(officer, key, "hand-in", { what: `${published.id}:now` });
  expect(await all()).toEqual({ ...nobody, leadExpert: "advise" });
  await takes(leadExpert, key, "advise", { reason: "It is whole" });
  expect(await all()).toEqual({ ...nobody, leadPartner: "accept" });
  await takes(leadPartner, key, "accept");
  expect(await all()).toEqual({ ...nobody, leadPartner: "submit" });
  await takes(leadPartner, key, "submit");
  expect(await all()).toEqual({ ...nobody, observer: "programme" });
  await takes(observer, key, "return", { reason: "A page is missing", until: "2090-01-01" });
  expect(await all()).toEqual(nobody);
  expect(deliverables((await weekOf(officer)).undated)).toEqual([]);
  setClock("2089-12-20T12:00:00Z");
  expect((await weekOf(officer)).soon).toMatchObject([{ day: "2090-01-01", item: { title: "Plan" } }]);
});

test("remarks that wait, and what others did in seven days, are there; in a closed network nothing is due", async () => {
  const yesterday = dayAfter(dayOf(new Date()), -1);
  const { network } = await foundOwing({ title: "Plan", anchor: "day", fixedOn: yesterday });
  const { leadPartner, officer, leadExpert, localGroupMember, published } = network;
  await remark(leadExpert, published.id, "Why is that so?");
  const week = await weekOf(officer);
  expect(week.waiting).toMatchObject([{ kind: "remark", item: { words: "Why is that so?" } }]);
  const kinds = week.changed.map(({ row }) => row.kind);
  expect(kinds).toEqual(expect.arrayContaining(["comment-added", "deliverable-added"]));
  expect(week.changed.some(({ row }) => row.by?.id === officer.personId)).toBe(false);
  expect((await weekOf(localGroupMember)).changed.map(({ row }) => row.kind)).not.toContain("document-named");
  expect(deliverables((await weekOf(localGroupMember)).late)).toEqual([]);
  expect(deliverables((await weekOf(officer)).late)).toEqual(["Plan, Alytus"]);
  await closeNetwork(leadPartner);
  expect(deliverables((await weekOf(officer)).late)).toEqual([]);
  setClock(new Date(Date.now() + 8 * 86_400_000).toISOString());
  expect((await weekOf(officer)).changed).toEqual([]);
});
