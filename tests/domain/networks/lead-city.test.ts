// Under which city a lead partner stands who was invited for the network: the one that is its lead partner, once there is one.
import { expect, test } from "vitest";
import { heldFor } from "~/domain/access/held-for";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { findAccounts } from "~/domain/accounts/administration.server";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { acceptAs, readOffer } from "~/domain/networks/accept-invitation.server";
import { previewInvitations } from "~/domain/networks/bulk-invitations.server";
import { readFirstSteps } from "~/domain/networks/first-steps.server";
import { createNetwork } from "~/domain/networks/founding.server";
import { InviteMember } from "~/domain/networks/invitation-orders";
import { invite, inviteLeadPartner, listInvitations } from "~/domain/networks/invitations.server";
import { CreateNetwork } from "~/domain/networks/network-orders";
import { describeMember } from "~/domain/networks/networks.server";
import { addPartnership, endPartnership, replacePartnership } from "~/domain/networks/partnering.server";
import { AddPartnership, EndPartnership, ReplacePartnership } from "~/domain/networks/partnership-orders";
import { listPartnerships } from "~/domain/networks/partnerships.server";
import { roleInWords } from "~/domain/networks/role-mail.server";
import { rolesAndHolders } from "~/domain/networks/roles.server";
import { readPersonInNetwork, readRoster } from "~/domain/networks/roster.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedPerson } from "../../support/found-network";

let addresses = 0;
const caller = () => ({ address: `203.0.114.${(addresses += 1)}`, userAgent: "Test browser" });
const signedIn = (person: FoundedPerson, isAdministrator: boolean): SignedIn => ({
  sessionId: newId(),
  person: { ...person, colours: "system", colour: 0, hasShortcuts: true, isAdministrator },
});
const place = (cityName: string) => ({
  city: "new",
  cityName,
  cityLanguage: "it",
  country: "IT",
  institution: `Comune ${newId()}`,
});
const partner = (role: string, cityName: string, since: string) =>
  AddPartnership.parse({ id: newId(), role, since, ...place(cityName) });

async function administrator(): Promise<SignedIn> {
  const person = await foundPerson("Administrator");
  const where = { id: person.id };
  await database().write(({ person: people }) => people.update({ where, data: { isAdministrator: true } }));
  return signedIn(person, true);
}

/** A network that an administrator founds, and to which they invite somebody to lead it. */
async function invitedToLead(founding: Record<string, string> = {}) {
  const own = await administrator();
  const id = newId();
  const facts = { name: "A network", type: "transfer", programme: "URBACT IV", ...founding };
  const { slug } = await createNetwork(own, CreateNetwork.parse(facts), id);
  const leader = await foundPerson("Leader");
  const { link } = await inviteLeadPartner(own, id, { email: leader.email, name: "", language: "en" });
  const token = link.split("/").at(-1) ?? "";
  const come = async (): Promise<Member> => {
    await acceptAs(caller(), signedIn(leader, false), token);
    return memberOf(leader, slug);
  };
  return { own, id, leader, token, come };
}

const citiesInRoster = async (member: Member) =>
  (await readRoster(member)).people.map(({ roles }) => roles.map(({ city }) => city));

test("whoever is invited to lead a network stands under the city that is its lead partner, in the same words everywhere", async () => {
  const { own, id, leader, token, come } = await invitedToLead(place("Messina"));
  expect((await readOffer(caller(), null, token)).open?.cities).toEqual(["Messina"]);
  const lead = await come();
  expect(await citiesInRoster(lead)).toEqual([["Messina"]]);
  expect((await readRoster(lead)).cities).toMatchObject([{ city: "Messina" }]);
  expect((await readPersonInNetwork(lead, lead.personId)).roles).toMatchObject([{ city: "Messina" }]);
  expect(await describeMember(lead)).toMatchObject([{ role: "lead-partner", city: "Messina" }]);
  expect((await rolesAndHolders(lead))[0]?.holders[0]?.cities).toEqual(["Messina"]);
  expect(await listInvitations(lead)).toMatchObject([{ cities: ["Messina"], state: "accepted" }]);
  expect(await roleInWords("en", id, "lead-partner", [])).toBe("Lead partner, Messina");
  const accounts = await findAccounts(own, { words: leader.email, page: 1 });
  expect(accounts.accounts[0]?.roles).toMatchObject([{ role: "lead-partner", city: "Messina" }]);
});

test("a colleague who is invited to lead beside them stands there before and after accepting, also in a list of many", async () => {
  const { leadPartner } = await foundNetwork();
  const email = `${newId()}@test.torg`;
  const cells = { email, role: "lead-partner" };
  expect(await previewInvitations(leadPartner, [{ line: 2, cells }])).toMatchObject([
    { kind: "invite", cities: ["Barnsley"] },
  ]);
  await invite(leadPartner, InviteMember.parse({ email, role: "lead-partner", language: "en" }));
  expect(await listInvitations(leadPartner)).toMatchObject([{ cities: ["Barnsley"], state: "open" }]);
});

test("where the network has no lead partner's city yet, the first steps ask for it, and it becomes theirs", async () => {
  const { come } = await invitedToLead();
  const lead = await come();
  const isAsked = async () =>
    (await readFirstSteps(lead))?.steps.some(({ step, isDone }) => step === "leader" && !isDone);
  expect(await citiesInRoster(lead)).toEqual([[null]]);
  await addPartnership(lead, partner("project-partner", "Ventspils", "2026-01-01"));
  expect(await isAsked()).toBe(true);
  expect(await citiesInRoster(lead)).toEqual([[null]]);
  await addPartnership(lead, partner("lead-partner", "Portalegre", "2026-01-01"));
  expect(await isAsked()).toBe(false);
  expect(await citiesInRoster(lead)).toEqual([["Portalegre"]]);
});

test("a role of the network that does not lead it stands under no city", async () => {
  const { leadExpert } = await foundNetwork();
  expect(await describeMember(leadExpert)).toMatchObject([{ role: "lead-expert", city: null }]);
});

test("when another city becomes the lead partner, whoever leads stands under it, and who led before under the one before", async () => {
  const network = await foundNetwork();
  const { leadPartner } = network;
  const former = await foundPerson("Former leader");
  await enrol(network, former, "lead-partner", null, new Date("2026-06-30T22:00:00Z"));
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { personId: former.id },
      data: { since: new Date("2026-01-01T12:00:00Z") },
    }),
  );
  await replacePartnership(
    leadPartner,
    network.partners.lead,
    ReplacePartnership.parse({ id: newId(), role: "lead-partner", from: "2026-09-01", ...place("Trikala") }),
  );
  expect(await describeMember(leadPartner)).toMatchObject([{ city: "Trikala" }]);
  expect((await readPersonInNetwork(leadPartner, former.id)).roles).toMatchObject([
    { city: "Barnsley", state: "past" },
  ]);
});

test("where the lead partner left and nobody came, whoever leads still stands under its city", async () => {
  const { leadPartner, partners } = await foundNetwork();
  await endPartnership(leadPartner, partners.lead, EndPartnership.parse({ lastDay: "2026-10-31" }));
  expect((await listPartnerships(leadPartner)).partnerships).toContainEqual(
    expect.objectContaining({ id: partners.lead, state: "past" }),
  );
  expect(await describeMember(leadPartner)).toMatchObject([{ city: "Barnsley" }]);
});

test("of several lead partners one after the other it is that of the day, else the next, else the last", () => {
  const partners = new Map([
    ["two", { role: "lead-partner", since: "2021-01-01", until: "2021-12-31" }],
    ["one", { role: "lead-partner", since: "2020-01-01", until: "2020-06-30" }],
    ["other", { role: "project-partner", since: "2019-01-01", until: null }],
  ]);
  const on = (day: string) => heldFor(partners, "lead-partner", ["other"], day);
  expect(["2019-05-01", "2020-06-30", "2020-07-01", "2021-05-01", "2024-01-01"].map(on)).toEqual([
    ["one"],
    ["one"],
    ["two"],
    ["two"],
    ["two"],
  ]);
  expect(heldFor(partners, "project-officer", ["other"], "2021-05-01")).toEqual(["other"]);
  expect(heldFor(new Map(), "lead-partner", [], "2021-05-01")).toEqual([]);
});
