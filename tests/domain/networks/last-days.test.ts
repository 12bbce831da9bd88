// A partnership's last day still belongs to it, on every screen alike; and deactivated people are nowhere among the readers.
import { afterEach, expect, test } from "vitest";
import { readersOfDocument } from "~/domain/documents/readers.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { listLocalGroups } from "~/domain/networks/local-groups.server";
import { partnersNow } from "~/domain/networks/partners-now.server";
import { endPartnership } from "~/domain/networks/partnering.server";
import { listPartnerships } from "~/domain/networks/partnerships.server";
import { rolesAndHolders } from "~/domain/networks/roles.server";
import { memberOf } from "~/domain/access/members.server";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { foundNetwork } from "../../support/found-network";

afterEach(() => shiftClock(0));

test("on its last day a partner is one of the present on the home and in the list, and its officer still a member", async () => {
  const network = await foundNetwork();
  const { leadPartner, otherOfficer, partners, slug } = network;
  const today = dayOf(now());
  await endPartnership(leadPartner, partners.other, { lastDay: today });
  const isCurrent = async () =>
    (await partnersNow(leadPartner)).current.some(({ id }) => id === partners.other);
  const state = async () =>
    (await listPartnerships(leadPartner)).partnerships.find(({ id }) => id === partners.other)?.state;
  expect([await isCurrent(), await state()]).toEqual([true, "present"]);
  const officer = await network.person(otherOfficer);
  expect((await memberOf(officer, slug)).roles).toHaveLength(1);
  shiftClock(Date.parse(`${dayAfter(today, 1)}T12:00:00Z`) - Date.now());
  expect([await isCurrent(), await state()]).toEqual([false, "past"]);
});

test("whoever is deactivated is counted among no readers, holders of roles and local groups", async () => {
  const network = await foundNetwork();
  const { officer, localGroupMember, leadExpert, published } = network;
  const names = async () => ({
    readers: (await readersOfDocument(officer, published.id)).texts.flatMap(({ groups }) =>
      groups.flatMap(({ people }) => people.map(({ id }) => id)),
    ),
    count:
      (await readersOfDocument(officer, published.id)).texts.find(({ text }) => text === "published")
        ?.count ?? 0,
    holders: (await rolesAndHolders(officer)).flatMap(({ holders }) => holders.map(({ id }) => id)),
    groups: (await listLocalGroups(officer)).flatMap(({ people }) => people.map(({ id }) => id)),
  });
  const before = await names();
  const gone = [localGroupMember.personId, leadExpert.personId];
  for (const id of gone) {
    expect(before.readers).toContain(id);
    expect(before.holders).toContain(id);
  }
  expect(before.groups).toEqual([localGroupMember.personId]);
  await database().write((transaction) =>
    transaction.person.updateMany({ where: { id: { in: gone } }, data: { deactivatedAt: now() } }),
  );
  const after = await names();
  for (const id of gone) {
    expect(after.readers).not.toContain(id);
    expect(after.holders).not.toContain(id);
  }
  expect([after.groups, before.count - after.count]).toEqual([[], 2]);
});
