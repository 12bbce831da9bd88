// Creating a network, saying what it is, its phases, and closing, reopening and archiving it.
import { afterEach, expect, test } from "vitest";
import { can, type Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { createDocument } from "~/domain/documents/documents.server";
import { readFirstSteps } from "~/domain/networks/first-steps.server";
import { createNetwork } from "~/domain/networks/founding.server";
import { acceptAs } from "~/domain/networks/accept-invitation.server";
import { InviteMember } from "~/domain/networks/invitation-orders";
import { invite, inviteLeadPartner } from "~/domain/networks/invitations.server";
import {
  addNetworkName,
  describeNetwork,
  readSettings,
  removeNetworkName,
} from "~/domain/networks/network-facts.server";
import { CreateNetwork, DescribeNetwork } from "~/domain/networks/network-orders";
import {
  archiveNetwork,
  closeNetwork,
  reopenNetwork,
  unarchiveNetwork,
} from "~/domain/networks/network-state.server";
import { extendPhase, takeBackExtension } from "~/domain/networks/phase-ends.server";
import { AddPhase } from "~/domain/networks/phase-orders";
import { previewPhaseChange } from "~/domain/deliverables/shift.server";
import { addPhase, changePhase, listPhases, movePhase, removePhase } from "~/domain/networks/phases.server";
import { listPartnerships } from "~/domain/networks/partnerships.server";
import { wrongsIn } from "~/http/form.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, foundPerson, type FoundedPerson } from "../../support/found-network";
import { outcome, wrongWith } from "../../support/outcome";
import { setClock } from "../../support/owed";

afterEach(() => shiftClock(0));

const signedIn = (person: FoundedPerson, isAdministrator = true): SignedIn => ({
  sessionId: newId(),
  person: { ...person, colours: "system", colour: 0, hasShortcuts: true, isAdministrator },
});
const administrator = async () => signedIn(await foundPerson("Administrator"));
const ordered = (more: Record<string, string> = {}) =>
  CreateNetwork.parse({ name: "Žalias tinklas", type: "transfer", programme: "URBACT IV", ...more });
const described = (more: Record<string, string> = {}) =>
  DescribeNetwork.parse({
    name: "Renamed",
    type: "transfer",
    programme: "URBACT IV",
    theme: "Markets",
    ...more,
  });
const newPlace = (more: Record<string, string> = {}) => ({
  city: "new",
  cityName: `City ${newId()}`,
  cityLanguage: "it",
  country: "IT",
  institution: "Comune",
  ...more,
});
const phase = (phaseName: string, dates: Record<string, string> = {}) =>
  AddPhase.parse({ phaseName, ...dates });

/** The member as they would be judged at their next request. */
const judged = async (network: Awaited<ReturnType<typeof foundNetwork>>, member: Member) =>
  memberOf(await network.person(member), network.slug);

test("only an administrator creates a network; its address is made from its name and is its own", async () => {
  const own = await administrator();
  expect(await outcome(createNetwork(signedIn(own.person, false), ordered()))).toBe("not-found");
  const id = newId();
  const { slug } = await createNetwork(own, ordered(), id);
  expect(slug).toMatch(/^zalias-tinklas(-\d+)?$/);
  expect(await createNetwork(own, ordered(), id)).toEqual({ id, slug });
  expect((await createNetwork(own, ordered())).slug).not.toBe(slug);
  expect((await createNetwork(own, ordered({ name: "???" }))).slug).toMatch(/^network/);
});

test("a network is created with its lead partner's city and person, or without anybody", async () => {
  const own = await administrator();
  const leader = await foundPerson("Leader");
  const place = newPlace({ leadEmail: leader.email.toUpperCase() });
  const { slug } = await createNetwork(own, ordered(place));
  const lead = await memberOf(leader, slug);
  expect(can(lead, "manage-network")).toBe(true);
  const { partnerships } = await listPartnerships(lead);
  expect(partnerships).toMatchObject([{ city: place.cityName, role: "lead-partner", state: "present" }]);
  expect(await outcome(memberOf(own.person, slug))).toBe("not-found");
  const stranger = { ...place, cityName: `City ${newId()}`, leadEmail: "nobody@test.torg" };
  expect(await outcome(createNetwork(own, ordered(stranger)))).toBe("invalid");
  expect(CreateNetwork.safeParse({ ...ordered(), leadEmail: leader.email }).success).toBe(false);
});

test("the lead partner says what the network is; others may not, and see no settings", async () => {
  const network = await foundNetwork();
  const { leadPartner, slug } = network;
  for (const role of ["officer", "leadExpert", "adHocExpert", "localGroupMember", "observer"] as const)
    expect([
      role,
      await outcome(describeNetwork(network[role], described())),
      await outcome(addNetworkName(network[role], { earlierName: "X", nameLanguage: "" })),
      await outcome(addPhase(network[role], phase("X"))),
      await outcome(closeNetwork(network[role])),
      await outcome(readSettings(network[role])),
    ]).toEqual([role, ...Array<string>(5).fill("forbidden")]);
  await describeNetwork(leadPartner, described({ budget: "543.819,40", startsOn: "2021-01-01" }));
  expect(await readSettings(leadPartner)).toMatchObject({
    name: "Renamed",
    budget: 54_381_940,
    mayManage: true,
  });
  expect((await judged(network, leadPartner)).network).toMatchObject({ slug, name: "Renamed" });
});

test("what everybody hears of the changed facts does not tell the total", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  await describeNetwork(leadPartner, described({ budget: "918273.64" }));
  await describeNetwork(leadPartner, described({ budget: "918273.64" }));
  const rows = await database().read.activity.findMany({ where: { networkId, kind: "network-described" } });
  expect(rows).toHaveLength(1);
  // Only what it says: by chance the digits stand in one of some thirty ids and hashes.
  expect(JSON.stringify(rows.map(({ before, after }) => [before, after]))).not.toContain("918273");
});

test("earlier names are added once and removed, in the own network alone", async () => {
  const [here, elsewhere] = [await foundNetwork(), await foundNetwork()];
  const name = { earlierName: "DI4C", nameLanguage: "en" as const };
  await addNetworkName(here.leadPartner, name);
  await addNetworkName(here.leadPartner, name);
  const [known] = (await readSettings(here.leadPartner)).names;
  expect(known).toMatchObject({ name: "DI4C", language: "en" });
  expect(await outcome(removeNetworkName(elsewhere.leadPartner, known?.id ?? ""))).toBe("not-found");
  await removeNetworkName(here.leadPartner, known?.id ?? "");
  expect((await readSettings(here.leadPartner)).names).toEqual([]);
});

test("of two who change a phase from what both found each changes what they meant", async () => {
  const { leadPartner: lead } = await foundNetwork();
  const found = phase("One", { plannedStart: "2021-01-01", plannedEnd: "2021-06-30" });
  const { id } = await addPhase(lead, found);
  await changePhase(lead, { id, ...found, plannedStart: "2021-03-01", found });
  await changePhase(lead, { id, ...found, phaseName: "First", found });
  expect(await listPhases(lead)).toMatchObject([{ name: "First", plannedStart: "2021-03-01" }]);
  const mine = { id, ...found, plannedStart: "2021-02-01", found };
  expect(await wrongWith(changePhase(lead, mine))).toEqual(["plannedStart: changedMeanwhile"]);
  expect(await wrongWith(previewPhaseChange(lead, mine))).toEqual(["plannedStart: changedMeanwhile"]);
  // Each for itself in order, together they are not.
  const ends = { id, ...found, plannedEnd: "2021-02-15", found };
  expect(await wrongWith(changePhase(lead, ends))).toEqual(["plannedEnd: endBeforeStart"]);
});

test("phases are added, moved, changed and removed, and stay numbered without a gap", async () => {
  const [here, elsewhere] = [await foundNetwork(), await foundNetwork()];
  const lead = here.leadPartner;
  const ids: string[] = [];
  for (const name of ["One", "Two", "Three"]) ids.push((await addPhase(lead, phase(name))).id);
  const [one = "", two = "", three = ""] = ids;
  await movePhase(lead, { id: three, by: -1 });
  await movePhase(lead, { id: one, by: -1 });
  expect((await listPhases(here.observer)).map(({ name }) => name)).toEqual(["One", "Three", "Two"]);
  await changePhase(lead, { id: two, ...phase("Last", { plannedStart: "2021-01-01" }) });
  await removePhase(lead, one);
  expect(await listPhases(lead)).toMatchObject([
    { name: "Three" },
    { name: "Last", plannedStart: "2021-01-01" },
  ]);
  const positions = await database().read.phase.findMany({
    where: { networkId: here.networkId },
    orderBy: { position: "asc" },
  });
  expect(positions.map(({ position }) => position)).toEqual([1, 2]);
  for (const refused of [
    changePhase(elsewhere.leadPartner, { id: two, ...phase("X") }),
    movePhase(elsewhere.leadPartner, { id: two, by: 1 }),
    removePhase(elsewhere.leadPartner, two),
  ])
    expect(await outcome(refused)).toBe("not-found");
});

test("what happened in fact lies not in the future, by the days of Brussels; what stood there before stays", async () => {
  const { leadPartner: lead } = await foundNetwork();
  // Half an hour past midnight there.
  setClock("2090-03-01T23:30:00Z");
  const [today, tomorrow] = ["2090-03-02", "2090-03-03"];
  for (const field of ["actualStart", "actualEnd"])
    expect(await wrongWith(addPhase(lead, phase("X", { [field]: tomorrow })))).toEqual([
      `${field}: stillToCome`,
    ]);
  const { id } = await addPhase(lead, phase("One", { plannedStart: tomorrow, actualStart: today }));
  const ends = { id, ...phase("One", { plannedStart: tomorrow, actualStart: today, actualEnd: tomorrow }) };
  for (const change of [changePhase, previewPhaseChange])
    expect(await wrongWith(change(lead, ends))).toEqual(["actualEnd: stillToCome"]);
  await database().write((transaction) =>
    transaction.phase.update({ where: { id }, data: { actualEnd: tomorrow } }),
  );
  await changePhase(lead, { ...ends, phaseName: "First" });
  expect(await listPhases(lead)).toMatchObject([{ name: "First", actualEnd: tomorrow }]);
});

test("the list of phases says to which day each was put off, as long as that stands", async () => {
  const { leadPartner: lead } = await foundNetwork();
  const { id: phaseId } = await addPhase(lead, phase("One", { plannedEnd: "2022-05-07" }));
  expect(await listPhases(lead)).toMatchObject([{ extendedTo: null }]);
  const order = { id: newId(), phaseId, to: "2022-08-07", reason: "The cities could not meet" };
  await extendPhase(lead, order);
  expect((await readSettings(lead)).phases).toMatchObject([{ extendedTo: "2022-08-07" }]);
  await takeBackExtension(lead, order.id);
  expect(await listPhases(lead)).toMatchObject([{ extendedTo: null }]);
});

test("a phase that ends before it starts is refused beside the field, planned and actual alike", () => {
  const wrongs = (dates: Record<string, string>) => {
    const { error } = AddPhase.safeParse({ phaseName: "X", ...dates });
    return error ? Object.entries(wrongsIn(error)).map(([field, { key }]) => [field, key]) : [];
  };
  expect(wrongs({ plannedStart: "2021-02-01", plannedEnd: "2021-01-31" })).toEqual([
    ["plannedEnd", "endBeforeStart"],
  ]);
  expect(wrongs({ actualStart: "2021-02-01", actualEnd: "2021-01-31" })).toEqual([
    ["actualEnd", "endBeforeStart"],
  ]);
  expect(wrongs({ plannedEnd: "2021-01-31", actualStart: "2021-02-01" })).toEqual([]);
  expect(wrongs({ plannedStart: "31.01.2021" })).toEqual([["plannedStart", "badDay"]]);
});

test("a closed network is read and not written, until its lead partner opens it again", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners, published } = network;
  await closeNetwork(leadPartner);
  const [lead, writer] = [await judged(network, leadPartner), await judged(network, officer)];
  const writing = {
    partnershipId: partners.own,
    kind: "good-practice" as const,
    title: "X",
    language: "en" as const,
    text: "",
  };
  expect(await outcome(createDocument(writer, writing))).toBe("forbidden");
  expect(await outcome(addPhase(lead, phase("X")))).toBe("forbidden");
  expect(await readSettings(lead)).toMatchObject({ state: "closed", mayManage: false });
  expect(can(writer, "read-working-text", partners.own)).toBe(true);
  expect(published.id).toBeTruthy();
  expect(await outcome(closeNetwork(lead))).toBe("conflict");
  expect(await outcome(reopenNetwork(writer))).toBe("forbidden");
  await reopenNetwork(lead);
  expect(await outcome(addPhase(await judged(network, leadPartner), phase("X")))).toBe("done");
});

test("the first day of a network, once it is known, is also that of the lead partner it was founded with", async () => {
  const own = await administrator();
  const leader = await foundPerson("Leader");
  const { slug } = await createNetwork(own, ordered(newPlace({ leadEmail: leader.email })));
  const lead = await memberOf(leader, slug);
  const since = async () => (await listPartnerships(lead)).partnerships.map((partner) => partner.since);
  expect(await since()).not.toEqual(["2021-01-01"]);
  await describeNetwork(lead, described({ startsOn: "2021-01-01", endsOn: "2022-12-31" }));
  expect(await since()).toEqual(["2021-01-01"]);
  const { before, after } = await database().read.activity.findFirstOrThrow({
    where: { networkId: lead.network.id, kind: "network-described" },
  });
  expect(after).toMatchObject({ leadPartnerSince: "2021-01-01" });
  expect(before).toHaveProperty("leadPartnerSince");
  // A day that was set by somebody stays.
  await describeNetwork(lead, described({ startsOn: "2021-02-01", endsOn: "2022-12-31" }));
  expect(await since()).toEqual(["2021-01-01"]);
});

test("an archived network comes out of the archive as it went in, and only by an administrator", async () => {
  const network = await foundNetwork();
  const own = await administrator();
  for (const before of ["open", "closed"]) {
    await archiveNetwork(own, network.slug);
    const lead = await judged(network, network.leadPartner);
    expect(lead.network.state).toBe("archived");
    expect(await outcome(reopenNetwork(lead))).toBe("forbidden");
    expect(await outcome(archiveNetwork(own, network.slug))).toBe("conflict");
    for (const refused of [archiveNetwork, unarchiveNetwork])
      expect(await outcome(refused(signedIn(own.person, false), network.slug))).toBe("not-found");
    await unarchiveNetwork(own, network.slug);
    const after = await judged(network, network.leadPartner);
    expect(after.network.state).toBe(before);
    if (before === "open") await closeNetwork(after);
  }
  expect(await outcome(unarchiveNetwork(own, "no-such-network"))).toBe("not-found");
});

test("an invitation that brought the lead partner in is not yet somebody invited", async () => {
  const own = await administrator();
  // The offer stands only while its sender may make it.
  const where = { id: own.person.id };
  await database().write(({ person }) => person.update({ where, data: { isAdministrator: true } }));
  const leader = await foundPerson("Leader");
  const { slug } = await createNetwork(own, ordered(newPlace()));
  const { id } = await database().read.network.findUniqueOrThrow({ where: { slug } });
  const { link } = await inviteLeadPartner(own, id, { email: leader.email, name: "", language: "en" });
  const caller = { address: "203.0.113.78", userAgent: "Test browser" };
  await acceptAs(caller, signedIn(leader, false), link.split("/").at(-1) ?? "");
  const lead = await memberOf(leader, slug);
  const people = async () =>
    (await readFirstSteps(lead))?.steps.find(({ step }) => step === "people")?.isDone;
  expect(await people()).toBe(false);
  await invite(
    lead,
    InviteMember.parse({ email: "observer@city.example", role: "observer", language: "en" }),
  );
  expect(await people()).toBe(true);
});

test("first steps are shown to who manages an empty network, each with its state, until all are done", async () => {
  const own = await administrator();
  const leader = await foundPerson("Leader");
  const { slug } = await createNetwork(own, ordered(newPlace({ leadEmail: leader.email })));
  const lead = await memberOf(leader, slug);
  const open = async () =>
    (await readFirstSteps(lead))?.steps.filter(({ isDone }) => !isDone).map(({ step }) => step) ?? null;
  expect(await open()).toEqual(["describe", "phases", "partners", "people"]);
  await describeNetwork(lead, described({ startsOn: "2026-01-01", endsOn: "2027-12-31" }));
  await addPhase(lead, phase("One"));
  expect(await open()).toEqual(["partners", "people"]);
  const full = await foundNetwork();
  expect(await readFirstSteps(full.officer)).toBeNull();
  await describeNetwork(full.leadPartner, described({ startsOn: "2026-01-01", endsOn: "2027-12-31" }));
  await addPhase(full.leadPartner, phase("One"));
  expect(await readFirstSteps(full.leadPartner)).toBeNull();
});
