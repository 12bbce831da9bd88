// Invitations: who may offer what to whom, the life of a link, and what comes of accepting it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { acceptAs, acceptAsNew, readOffer } from "~/domain/networks/accept-invitation.server";
import { invitationChoices } from "~/domain/networks/invitation-choices.server";
import type { InviteMember } from "~/domain/networks/invitation-orders";
import { invitationDays } from "~/domain/networks/invitation";
import {
  invite,
  inviteLeadPartner,
  listInvitations,
  resendInvitation,
  revokeInvitation,
  type MadeInvitation,
} from "~/domain/networks/invitations.server";
import { signedIn, signIn, type SignedIn } from "~/domain/accounts/sessions.server";
import { refusalIn } from "~/domain/refusal";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import {
  enrol,
  foundNetwork,
  foundPerson,
  testPassword,
  type FoundedNetwork,
} from "../support/found-network";
import { outcome } from "../support/outcome";
import { world } from "../support/world";

let addresses = 0;
const caller = () => ({ address: `203.0.113.${(addresses += 1)}`, userAgent: "Test browser" });
const day = 86_400_000;

const tokenOf = ({ link }: MadeInvitation) => link.split("/").at(-1) ?? "";

function order(fields: Partial<InviteMember> = {}): InviteMember {
  return {
    email: `${newId()}@test.torg`,
    name: "",
    role: "observer",
    partnershipIds: [],
    localGroupId: null,
    until: null,
    language: "en",
    ...fields,
  };
}

const account = { name: "Somebody new", password: "a long enough password", language: "lt" as const };

async function wrongIn(promise: Promise<unknown>): Promise<Record<string, string> | string> {
  const refusal = await promise.then(() => undefined, refusalIn);
  if (refusal?.kind !== "invalid") return refusal?.kind ?? "done";
  return Object.fromEntries(Object.entries(refusal.fields).map(([field, { key }]) => [field, key]));
}

async function signedInAs(email: string, password = testPassword): Promise<SignedIn> {
  const { setCookies } = await signIn(caller(), { email, password });
  const own = await signedIn(setCookies.map((cookie) => cookie.split(";")[0]).join("; "));
  if (!own) throw new Error("not signed in");
  return own;
}

const activities = (networkId: string) =>
  database().read.activity.findMany({
    where: { networkId, kind: { contains: "invit" } },
    select: { kind: true, reach: true, personId: true },
    orderBy: { position: "asc" },
  });

const membershipsOf = (networkId: string, email: string) =>
  database().read.membership.findMany({ where: { networkId, person: { email } } });

async function mailsTo(email: string): Promise<string[]> {
  const { outbox } = await world();
  return readdirSync(outbox)
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .map((name) => readFileSync(join(outbox, name), "utf8"))
    .filter((mail) => mail.includes(`To: ${email}`));
}

test("an invitation goes out by mail in the language of the one invited, with the link that is answered", async () => {
  const { leadPartner, partners, networkId } = await foundNetwork();
  const wanted = order({
    role: "project-officer",
    partnershipIds: [partners.own],
    language: "lt",
    name: "Ona",
  });
  const made = await invite(leadPartner, wanted);
  expect(made.isMailed).toBe(true);
  expect(made.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{32,}$/);
  const [mail = ""] = await mailsTo(wanted.email);
  expect(mail).toContain(made.link);
  expect(mail).toContain("Sveiki, Ona,");
  expect(mail).toContain("Projekto koordinatorius, Alytus");
  const [view] = await listInvitations(leadPartner);
  expect(view).toMatchObject({
    email: wanted.email,
    state: "open",
    cities: ["Alytus"],
    invitedBy: "Lead partner",
  });
  expect(view?.sentAt).not.toBeNull();
  expect(await activities(networkId)).toEqual([
    { kind: "member-invited", reach: "managers", personId: leadPartner.personId },
  ]);
});

test("the token is kept nowhere but as a hash", async () => {
  const { leadPartner } = await foundNetwork();
  const token = tokenOf(await invite(leadPartner, order()));
  const rows = await database().read.invitation.findMany();
  const told = await database().read.activity.findMany();
  expect(JSON.stringify([rows, told])).not.toContain(token);
});

test("whoever does not manage members invites nobody and sees no invitation", async () => {
  const network = await foundNetwork();
  const { leadPartner, leadExpert, adHocExpert, localGroupMember, observer, officer } = network;
  const made = await invite(leadPartner, order());
  for (const member of [leadExpert, adHocExpert, localGroupMember, observer]) {
    expect(await outcome(invite(member, order()))).toBe("forbidden");
    expect(await outcome(listInvitations(member))).toBe("forbidden");
    expect(await outcome(invitationChoices(member))).toBe("forbidden");
    expect(await outcome(resendInvitation(member, made.id))).toBe("forbidden");
    expect(await outcome(revokeInvitation(member, made.id))).toBe("forbidden");
  }
  expect(await outcome(invite(officer, order()))).toBe("forbidden");
  expect(await listInvitations(officer)).toEqual([]);
  expect(await outcome(revokeInvitation(officer, made.id))).toBe("not-found");
  expect(await outcome(resendInvitation(officer, made.id))).toBe("not-found");
});

test("an officer invites to the local groups of the own city and nowhere else", async () => {
  const { officer, otherOfficer, partners, networkId } = await foundNetwork();
  const group = await foundGroup(networkId, partners.own);
  const role = "local-group-member" as const;
  const wanted = order({ role, partnershipIds: [partners.own], localGroupId: group });
  const { id } = await invite(officer, wanted);
  expect((await listInvitations(officer)).map((one) => one.id)).toEqual([id]);
  expect(await listInvitations(otherOfficer)).toEqual([]);
  expect(await outcome(invite(officer, order({ role, partnershipIds: [partners.other] })))).toBe("forbidden");
  expect(await outcome(revokeInvitation(otherOfficer, id))).toBe("not-found");
  expect((await invitationChoices(officer)).roles).toEqual([role]);
  expect((await invitationChoices(officer)).partners.map((partner) => partner.city)).toEqual(["Alytus"]);
  const elsewhere = await wrongIn(
    invite(otherOfficer, order({ role, partnershipIds: [partners.other], localGroupId: group })),
  );
  expect(elsewhere).toEqual({ localGroupId: "unknownChoice" });
});

test("a city's role needs its city, a network's role none, and only an expert has several", async () => {
  const { leadPartner, partners } = await foundNetwork();
  const both = [partners.own, partners.other];
  const tried = (fields: Partial<InviteMember>) => wrongIn(invite(leadPartner, order(fields)));
  expect(await tried({ role: "project-officer" })).toEqual({ partners: "partnerNeeded" });
  expect(await tried({ role: "project-officer", partnershipIds: both })).toEqual({ partners: "onePartner" });
  expect(await tried({ role: "observer", partnershipIds: [partners.own] })).toEqual({
    partners: "noPartner",
  });
  expect(await tried({ role: "ad-hoc-expert", partnershipIds: both, until: "2090-06-30" })).toBe("done");
  expect(await tried({ until: "2020-01-01" })).toEqual({ until: "dayPassed" });
});

test("a partner of another network, or one that has left, is offered to nobody", async () => {
  const { leadPartner, partners } = await foundNetwork();
  const elsewhere = await foundNetwork();
  await endPartnership(partners.other);
  for (const id of [elsewhere.partners.own, partners.other, newId()]) {
    const wanted = order({ role: "project-officer", partnershipIds: [id] });
    expect(await wrongIn(invite(leadPartner, wanted))).toEqual({ partners: "unknownChoice" });
  }
  expect((await invitationChoices(leadPartner)).partners.map(({ city }) => city)).toEqual([
    "Alytus",
    "Barnsley",
  ]);
});

test("an invitation of one network is nothing in another", async () => {
  const one = await foundNetwork();
  const other = await foundNetwork();
  const { id } = await invite(one.leadPartner, order());
  expect(await listInvitations(other.leadPartner)).toEqual([]);
  expect(await outcome(resendInvitation(other.leadPartner, id))).toBe("not-found");
  expect(await outcome(revokeInvitation(other.leadPartner, id))).toBe("not-found");
});

test("a member of just this role, and an open invitation to just this, are told to the inviter; an account elsewhere is not", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners } = network;
  const { email } = await network.person(officer);
  const officers = { role: "project-officer" as const, partnershipIds: [partners.own] };
  expect(await wrongIn(invite(leadPartner, order({ ...officers, email })))).toEqual({
    email: "alreadyMember",
  });
  expect(await wrongIn(invite(leadPartner, order({ role: "observer", email })))).toBe("done");
  expect(await wrongIn(invite(leadPartner, order({ role: "observer", email })))).toEqual({
    email: "alreadyInvited",
  });
  const stranger = await foundPerson();
  const [known, unknown] = [
    await invite(leadPartner, order({ email: stranger.email })),
    await invite(leadPartner, order()),
  ];
  const shape = async (made: MadeInvitation) => {
    const { open, ...offer } = await readOffer(caller(), null, tokenOf(made));
    return {
      keys: Object.keys(made),
      mailed: made.isMailed,
      offer,
      open: { ...open, email: "", expiresAt: "" },
    };
  };
  expect(await shape(known)).toEqual(await shape(unknown));
});

test("somebody new accepts: an account, a membership for each city, signed in, and the inviter sees it", async () => {
  const { leadPartner, partners, networkId, slug } = await foundNetwork();
  const wanted = order({
    role: "ad-hoc-expert",
    partnershipIds: [partners.own, partners.other],
    until: "2090-06-30",
  });
  const made = await invite(leadPartner, wanted);
  const { setCookies, ...accepted } = await acceptAsNew(caller(), tokenOf(made), account);
  expect(accepted).toEqual({ slug });
  const own = await signedIn(setCookies.map((cookie) => cookie.split(";")[0]).join("; "));
  expect(own?.person).toMatchObject({ email: wanted.email, name: account.name, language: "lt" });
  const memberships = await membershipsOf(networkId, wanted.email);
  expect(memberships.map(({ partnershipId }) => partnershipId).sort()).toEqual(
    [partners.own, partners.other].sort(),
  );
  expect(memberships[0]?.until?.toISOString()).toBe("2090-06-30T21:59:59.999Z");
  if (!own) throw new Error("not signed in");
  expect((await memberOf(own.person, slug)).roles).toHaveLength(2);
  expect((await listInvitations(leadPartner))[0]).toMatchObject({
    state: "accepted",
    accepted: { by: account.name },
    until: "2090-06-30",
  });
  const joined = await database().read.activity.findMany({ where: { networkId, kind: "member-joined" } });
  expect(joined).toMatchObject([{ reach: "network", personId: own.person.id }]);
  expect(await readOffer(caller(), null, tokenOf(made))).toMatchObject({ standing: "accepted", open: null });
});

test("whoever has the account of the address accepts with one press, and twice is once", async () => {
  const { leadPartner, networkId, slug } = await foundNetwork();
  const stranger = await foundPerson();
  const own = await signedInAs(stranger.email);
  const token = tokenOf(await invite(leadPartner, order({ email: stranger.email })));
  expect((await readOffer(caller(), own, token)).open?.viewer).toBe("invited");
  expect((await readOffer(caller(), null, token)).open?.viewer).toBe("nobody");
  const both = await Promise.all([acceptAs(caller(), own, token), acceptAs(caller(), own, token)]);
  expect(both).toEqual([{ slug }, { slug }]);
  expect(await membershipsOf(networkId, stranger.email)).toHaveLength(1);
  expect(await database().read.activity.count({ where: { networkId, kind: "member-joined" } })).toBe(1);
  const other = await signedInAs((await foundPerson()).email);
  for (const [viewer, isOwn] of [
    [own, true],
    [other, false],
    [null, false],
  ] as const)
    expect(await readOffer(caller(), viewer, token)).toMatchObject({ standing: "accepted", isOwn });
});

test("whoever is signed in as somebody else accepts nothing, and no second account is made for an address", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  const [invited, other] = [await foundPerson(), await foundPerson()];
  const token = tokenOf(await invite(leadPartner, order({ email: invited.email })));
  const own = await signedInAs(other.email);
  expect((await readOffer(caller(), own, token)).open?.viewer).toBe("other");
  expect(await outcome(acceptAs(caller(), own, token))).toBe("forbidden");
  expect(await wrongIn(acceptAsNew(caller(), token, account))).toEqual({ form: "hasAccount" });
  expect(await membershipsOf(networkId, invited.email)).toEqual([]);
});

test("accepting twice at once makes one account and one membership", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  const wanted = order();
  const token = tokenOf(await invite(leadPartner, wanted));
  const tries = [1, 2, 3].map(() => outcome(acceptAsNew(caller(), token, account)));
  expect((await Promise.all(tries)).sort()).toEqual(["conflict", "conflict", "done"]);
  expect(await membershipsOf(networkId, wanted.email)).toHaveLength(1);
});

test("what a member holds already is left as it is when more is offered", async () => {
  const { leadPartner, partners, networkId } = await foundNetwork();
  const person = await foundPerson();
  await enrol({ networkId }, person, "ad-hoc-expert", partners.own);
  const wanted = order({
    email: person.email,
    role: "ad-hoc-expert",
    partnershipIds: [partners.own, partners.other],
    until: "2090-06-30",
  });
  await acceptAs(caller(), await signedInAs(person.email), tokenOf(await invite(leadPartner, wanted)));
  expect(await membershipsOf(networkId, person.email)).toHaveLength(2);
});

test("sending anew makes a new link, kills the old one and starts the days afresh", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  const wanted = order();
  const first = await invite(leadPartner, wanted);
  try {
    shiftClock(10 * day);
    const second = await resendInvitation(leadPartner, first.id);
    expect(second.id).toBe(first.id);
    expect(await outcome(readOffer(caller(), null, tokenOf(first)))).toBe("not-found");
    expect(await outcome(acceptAsNew(caller(), tokenOf(first), account))).toBe("not-found");
    shiftClock(20 * day);
    expect((await readOffer(caller(), null, tokenOf(second))).standing).toBe("open");
    expect(await mailsTo(wanted.email)).toHaveLength(2);
  } finally {
    shiftClock(0);
  }
  expect((await activities(networkId)).map(({ kind }) => kind)).toEqual([
    "member-invited",
    "invitation-resent",
  ]);
});

test("an accepted or withdrawn invitation is not sent anew; an accepted one is not withdrawn", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  const accepted = await invite(leadPartner, order());
  await acceptAsNew(caller(), tokenOf(accepted), account);
  const revoked = await invite(leadPartner, order());
  await revokeInvitation(leadPartner, revoked.id);
  await revokeInvitation(leadPartner, revoked.id);
  for (const { id } of [accepted, revoked])
    expect(await outcome(resendInvitation(leadPartner, id))).toBe("conflict");
  expect(await outcome(revokeInvitation(leadPartner, accepted.id))).toBe("conflict");
  const kinds = (await activities(networkId)).map(({ kind }) => kind);
  expect(kinds).toEqual(["member-invited", "member-invited", "invitation-revoked"]);
});

test.each<[string, (network: FoundedNetwork, made: MadeInvitation) => Promise<void> | void]>([
  ["revoked", ({ leadPartner }, { id }) => revokeInvitation(leadPartner, id)],
  ["expired", () => shiftClock((invitationDays + 1) * day)],
  ["over", ({ partners }) => endPartnership(partners.own)],
  ["closed", ({ networkId }) => closeNetwork(networkId)],
])("a link that is %s says so, and opens nothing", async (standing, spoil) => {
  const network = await foundNetwork();
  const person = await foundPerson();
  const own = await signedInAs(person.email);
  const partnershipIds = [network.partners.own];
  const wanted = order({ email: person.email, role: "project-officer", partnershipIds });
  const made = await invite(network.leadPartner, wanted);
  try {
    await spoil(network, made);
    expect(await readOffer(caller(), null, tokenOf(made))).toMatchObject({ standing, open: null });
    expect(await outcome(acceptAsNew(caller(), tokenOf(made), account))).toBe("conflict");
    expect(await outcome(acceptAs(caller(), own, tokenOf(made)))).toBe("conflict");
  } finally {
    shiftClock(0);
  }
  expect(await membershipsOf(network.networkId, person.email)).toEqual([]);
});

test("an unknown, cut or altered token opens nothing, and after many tries neither does a right one", async () => {
  const { leadPartner } = await foundNetwork();
  const token = tokenOf(await invite(leadPartner, order()));
  for (const wrong of ["", "x", token.slice(1), `${token}x`, token.toUpperCase()]) {
    expect(await outcome(readOffer(caller(), null, wrong))).toBe("not-found");
    expect(await outcome(acceptAsNew(caller(), wrong, account))).toBe("not-found");
  }
  const guesser = caller();
  for (let tried = 0; tried < 31; tried += 1) await outcome(readOffer(guesser, null, `guess-${tried}`));
  expect(await outcome(readOffer(guesser, null, token))).toBe("not-found");
  expect(await outcome(acceptAsNew(guesser, token, account))).toBe("invalid");
  const townHall = caller();
  for (let opened = 0; opened < 40; opened += 1) await readOffer(townHall, null, token);
});

test("an administrator invites the first lead partner of a network without members, and nobody else does", async () => {
  const founded = await foundNetwork();
  const networkId = newId();
  await database().write((transaction) =>
    transaction.network.create({
      data: {
        id: networkId,
        slug: `n-${networkId}`,
        name: "New",
        type: "transfer",
        programme: "P",
        theme: "T",
      },
    }),
  );
  const administrator = await foundPerson("Administrator");
  await database().write((transaction) =>
    transaction.person.update({ where: { id: administrator.id }, data: { isAdministrator: true } }),
  );
  const own = await signedInAs(administrator.email);
  const wanted = { email: `${newId()}@test.torg`, name: "", language: "en" as const };
  const nobody = await signedInAs((await founded.person(founded.leadPartner)).email);
  expect(await outcome(inviteLeadPartner(nobody, networkId, wanted))).toBe("not-found");
  expect(await outcome(inviteLeadPartner(own, newId(), wanted))).toBe("not-found");
  expect(await wrongIn(inviteLeadPartner(own, founded.networkId, wanted))).toEqual({
    form: "hasLeadPartner",
  });
  const first = await inviteLeadPartner(own, networkId, wanted);
  // Nobody leads it yet: whoever holds the link is not sent to a lead partner.
  expect(await readOffer(caller(), null, tokenOf(first))).toMatchObject({ isLed: false });
  const again = await inviteLeadPartner(own, networkId, wanted);
  expect(again.id).toBe(first.id);
  expect(await outcome(readOffer(caller(), null, tokenOf(first)))).toBe("not-found");
  await acceptAsNew(caller(), tokenOf(again), account);
  expect((await membershipsOf(networkId, wanted.email)).map(({ role }) => role)).toEqual(["lead-partner"]);
  expect(await wrongIn(inviteLeadPartner(own, networkId, wanted))).toEqual({ form: "hasLeadPartner" });
  expect(await readOffer(caller(), null, tokenOf(again))).toMatchObject({ isLed: true });
});

test("in a closed network nobody is invited", async () => {
  const network = await foundNetwork();
  await closeNetwork(network.networkId);
  const leadPartner = await memberOf(await network.person(network.leadPartner), network.slug);
  expect(await outcome(invite(leadPartner, order()))).toBe("forbidden");
});

async function endPartnership(id: string): Promise<void> {
  await database().write((transaction) =>
    transaction.partnership.update({ where: { id }, data: { until: "2022-01-01" } }),
  );
}

async function closeNetwork(id: string): Promise<void> {
  await database().write((transaction) =>
    transaction.network.update({ where: { id }, data: { state: "closed" } }),
  );
}

async function foundGroup(networkId: string, partnershipId: string): Promise<string> {
  const id = newId();
  await database().write((transaction) =>
    transaction.localGroup.create({ data: { id, networkId, partnershipId, name: "Squares" } }),
  );
  return id;
}
