// Which texts of a device may stay on it: those whose working text its person reads now.
import { expect, test } from "vitest";
import { membersOf } from "~/domain/access/members.server";
import { StillReadable } from "~/domain/documents/still-readable-orders";
import { stillReadable } from "~/domain/documents/still-readable.server";
import { namePerson, unnamePerson } from "~/domain/documents/naming.server";
import { endRole } from "~/domain/networks/memberships.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, foundPerson } from "../../support/found-network";

test("a city's officer reads its texts, another city's and a stranger none of them, and what does not exist is not told apart", async () => {
  const network = await foundNetwork();
  const ids = [network.draft.id, network.published.id, newId()];
  const readable = async (person: { id: string; name: string; language: string; timeZone: string }) =>
    (await stillReadable(await membersOf(person), ids)).sort();
  expect(await readable(await network.person(network.officer))).toEqual(
    [network.draft.id, network.published.id].sort(),
  );
  // The published text is read by others; what a device holds is the working text.
  expect(await readable(await network.person(network.otherOfficer))).toEqual([]);
  expect(await readable(await foundPerson())).toEqual([]);
  expect(await readable(network.formerOfficer)).toEqual([]);
  const elsewhere = await foundNetwork();
  expect(await readable(await elsewhere.person(elsewhere.officer))).toEqual([]);
});

test("a text goes with the naming by which it was read, with the role, and into the trash", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, draft } = network;
  const reads = async (member: typeof officer) =>
    (await stillReadable(await membersOf(await network.person(member)), [draft.id])).length === 1;
  await namePerson(officer, draft.id, { personId: otherOfficer.personId, level: "reader" });
  expect(await reads(otherOfficer)).toBe(true);
  await unnamePerson(officer, draft.id, { personId: otherOfficer.personId });
  expect(await reads(otherOfficer)).toBe(false);
  const { id } = await database().read.membership.findFirstOrThrow({
    where: { personId: network.colleague.personId },
  });
  expect(await reads(network.colleague)).toBe(true);
  await endRole(network.leadPartner, { membershipId: id });
  expect(await reads(network.colleague)).toBe(false);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { trashedAt: new Date() } }),
  );
  expect(await reads(officer)).toBe(false);
});

test("a device asks about at most two hundred texts at once", () => {
  const asked = (count: number) =>
    StillReadable.safeParse({ ids: Array.from({ length: count }, newId).join(",") }).success;
  expect([asked(1), asked(200), asked(201), StillReadable.safeParse({ ids: "" }).success]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(StillReadable.safeParse({ ids: "x".repeat(41) }).success).toBe(false);
});
