// Inviting many at once: each row is told what will happen, and only then something does.
import { expect, test, vi } from "vitest";
import type { BulkRow } from "~/domain/networks/bulk-invitation";
import { previewInvitations, sendInvitations } from "~/domain/networks/bulk-invitations.server";
import { invite, listInvitations } from "~/domain/networks/invitations.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const address = () => `${newId()}@test.torg`;

const rowsOf = (...cells: Array<BulkRow["cells"]>): BulkRow[] =>
  cells.map((each, index) => ({ line: index + 2, cells: each }));

/** Gives a partner's city names in more languages. */
async function nameCity(partnershipId: string, names: Record<string, string>): Promise<void> {
  const { institution } = await database().read.partnership.findUniqueOrThrow({
    where: { id: partnershipId },
    select: { institution: { select: { cityId: true } } },
  });
  await database().write((transaction) =>
    transaction.cityName.createMany({
      data: Object.entries(names).map(([language, name]) => ({ cityId: institution.cityId, language, name })),
    }),
  );
}

test("roles, cities and languages are understood by any of their names, marks and case apart", async () => {
  const { leadPartner, partners } = await foundNetwork();
  await nameCity(partners.other, { lt: "Žešuvas", pl: "Rzeszów" });
  const outcomes = await previewInvitations(
    leadPartner,
    rowsOf(
      { email: address(), role: "Projekto koordinatorius", city: "zesuvas", language: "Lithuanian" },
      { email: address(), role: "PROJECT OFFICER", city: "RZESZOW", language: "lt" },
      { email: address(), role: "project-officer", city: "Municipality of Alytus", language: "lietuvių" },
      { email: address(), role: "Kviestinis ekspertas", city: "Alytus; Žešuvas", until: "2090-12-31" },
      { email: address(), name: "=HYPERLINK(1)", role: "stebetojas" },
    ),
  );
  expect(outcomes.map((one) => (one.kind === "invite" ? [one.role, one.cities, one.language] : one))).toEqual(
    [
      ["project-officer", ["Novska"], "lt"],
      ["project-officer", ["Novska"], "lt"],
      ["project-officer", ["Alytus"], "lt"],
      ["ad-hoc-expert", ["Alytus", "Novska"], "en"],
      ["observer", [], "en"],
    ],
  );
  expect(outcomes[4]?.name).toBe("=HYPERLINK(1)");
});

test("what is wrong is told cell by cell", async () => {
  const { leadPartner } = await foundNetwork();
  const told = await previewInvitations(
    leadPartner,
    rowsOf(
      { email: "no address", role: "mayor", city: "Atlantis", language: "tlh", until: "soon" },
      { role: "observer" },
      { email: address(), role: "observer", city: "Alytus" },
      { email: address(), role: "project officer" },
      { email: address(), role: "project officer", city: "Alytus", until: "2020-01-01" },
    ),
  );
  const wrongs = told.map((one) =>
    one.kind === "wrong"
      ? one.wrongs.map((each) =>
          [each.column, each.reason === "refused" ? each.wrong.key : each.reason].join(),
        )
      : one.kind,
  );
  expect(wrongs).toEqual([
    ["email,badEmail", "role,unknown", "city,unknown", "language,unknown", "until,badDay"],
    ["email,required"],
    ["city,noPartner"],
    ["city,partnerNeeded"],
    ["until,dayPassed"],
  ]);
});

test("a preview writes and sends nothing; confirming invites the good rows and leaves the others", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, networkId } = network;
  const { email: member } = await network.person(officer);
  const [open, fresh] = [address(), address()];
  const base = { name: "", localGroupId: null, until: null, language: "en" as const, partnershipIds: [] };
  await invite(leadPartner, { ...base, email: open, role: "observer" });
  const rows = rowsOf(
    { email: fresh.toUpperCase(), role: "observer", language: "lt" },
    { email: fresh, role: "observer" },
    { email: open, role: "observer" },
    { email: member, role: "project officer", city: "Alytus" },
    { email: "wrong", role: "observer" },
  );
  const kinds = ["invite", "twice", "invited", "member", "wrong"];
  const before = await database().read.invitation.count();
  expect((await previewInvitations(leadPartner, rows)).map(({ kind }) => kind)).toEqual(kinds);
  expect(await database().read.invitation.count()).toBe(before);
  expect((await sendInvitations(leadPartner, rows)).map(({ kind }) => kind)).toEqual(kinds);
  const invited = await listInvitations(leadPartner);
  expect(invited.map(({ email }) => email).sort()).toEqual([fresh, open].sort());
  await vi.waitFor(async () => {
    const { sentAt } = await database().read.invitation.findFirstOrThrow({
      where: { networkId, email: fresh },
    });
    expect(sentAt).not.toBeNull();
  });
  expect((await sendInvitations(leadPartner, rows.slice(0, 1))).map(({ kind }) => kind)).toEqual(["invited"]);
  expect(await database().read.activity.count({ where: { networkId, kind: "member-invited" } })).toBe(2);
});

test("whoever may offer no role sees no preview, and an officer's list reaches the own city's groups only", async () => {
  const { observer, leadExpert, officer } = await foundNetwork();
  const rows = rowsOf(
    { email: address(), role: "local group member", city: "Alytus" },
    { email: address(), role: "local group member", city: "Novska" },
    { email: address(), role: "observer" },
  );
  for (const member of [observer, leadExpert]) {
    expect(await outcome(previewInvitations(member, rows))).toBe("forbidden");
    expect(await outcome(sendInvitations(member, rows))).toBe("forbidden");
  }
  const told = await sendInvitations(officer, rows);
  expect(
    told.map((one) => (one.kind === "wrong" ? one.wrongs.map(({ column }) => column) : one.kind)),
  ).toEqual(["invite", ["city"], ["role"]]);
  expect(await listInvitations(officer)).toHaveLength(1);
});

test("five hundred rows are invited, and their mails follow", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  const rows = rowsOf(...Array.from({ length: 500 }, () => ({ email: address(), role: "observer" })));
  await sendInvitations(leadPartner, rows);
  expect(await listInvitations(leadPartner)).toHaveLength(500);
  const unsent = () => database().read.invitation.count({ where: { networkId, sentAt: null } });
  await vi.waitFor(async () => expect(await unsent()).toBe(0), { timeout: 15_000, interval: 100 });
});
