// What a network's home knows: the dates that come, the invitations that run out, and who is a partner on which day.
import { afterEach, expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { dayOf, daysBetween } from "~/domain/networks/calendar-day";
import { whatIsDue } from "~/domain/networks/due.server";
import { expiringInvitations } from "~/domain/networks/expiring-invitations.server";
import { partnersNow } from "~/domain/networks/partners-now.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";

afterEach(() => shiftClock(0));

/** The calendar day in Brussels so many days from today. */
const inDays = (days: number) => {
  const noon = new Date(`${dayOf(new Date())}T12:00:00Z`).getTime();
  return dayOf(new Date(noon + days * 86_400_000));
};

interface PhaseDates {
  plannedStart?: string;
  plannedEnd?: string;
  actualStart?: string;
  actualEnd?: string;
}

async function phase(network: FoundedNetwork, name: string, dates: PhaseDates): Promise<void> {
  await database().write((transaction) =>
    transaction.phase.create({
      data: { id: newId(), networkId: network.networkId, position: 1, name, ...dates },
    }),
  );
}

async function ends(network: FoundedNetwork, endsOn: string): Promise<void> {
  await database().write((transaction) =>
    transaction.network.update({ where: { id: network.networkId }, data: { endsOn } }),
  );
}

async function partnership(id: string, dates: { since?: string; until?: string | null }): Promise<void> {
  await database().write((transaction) => transaction.partnership.update({ where: { id }, data: dates }));
  // The names of places are kept for five seconds.
  shiftClock(6_000);
}

test("nothing is due in a network without dates", async () => {
  const { officer } = await foundNetwork();
  expect(await whatIsDue(officer)).toEqual([]);
});

test("of each phase its next date is due, and of the network its end, the earliest first", async () => {
  const network = await foundNetwork();
  await phase(network, "Done", {
    plannedStart: "2020-01-01",
    actualStart: "2020-01-01",
    actualEnd: "2020-06-01",
  });
  await phase(network, "Under way", { plannedEnd: inDays(12), actualStart: inDays(-100) });
  await phase(network, "Next", { plannedStart: inDays(13), plannedEnd: inDays(200) });
  await phase(network, "Without dates", {});
  await ends(network, inDays(300));
  const due = await whatIsDue(network.officer);
  expect(due.map(({ kind, days }) => [kind, days])).toEqual([
    ["phase-ends", 12],
    ["phase-begins", 13],
    ["network-ends", 300],
  ]);
});

test("a phase that should have begun or ended stays due until it has", async () => {
  const network = await foundNetwork();
  await phase(network, "Late to begin", { plannedStart: inDays(-3), plannedEnd: inDays(50) });
  await phase(network, "Late to end", { plannedEnd: inDays(-1), actualStart: inDays(-30) });
  expect((await whatIsDue(network.observer)).map(({ kind, days }) => [kind, days])).toEqual([
    ["phase-begins", -3],
    ["phase-ends", -1],
  ]);
});

test("of a network that is over only its end is said", async () => {
  const network = await foundNetwork();
  await phase(network, "Never closed", { plannedEnd: inDays(-40), actualStart: inDays(-90) });
  await ends(network, inDays(-10));
  expect((await whatIsDue(network.officer)).map(({ kind, days }) => [kind, days])).toEqual([
    ["network-ended", -10],
  ]);
});

test("on its last day a network still ends, and the day after it has ended", async () => {
  const network = await foundNetwork();
  await ends(network, inDays(0));
  expect((await whatIsDue(network.officer))[0]?.kind).toBe("network-ends");
  shiftClock(86_400_000);
  expect((await whatIsDue(network.officer))[0]?.kind).toBe("network-ended");
});

test("one's own role that ends within 60 days is due, on its last day; nobody else's is", async () => {
  const network = await foundNetwork();
  const expert = await foundPerson();
  const until = new Date(`${inDays(20)}T00:00:00+01:00`);
  await enrol(network, expert, "ad-hoc-expert", network.partners.own, until);
  await enrol(network, expert, "observer", null, new Date(Date.now() + 90 * 86_400_000));
  const due = await whatIsDue(await memberOf(expert, network.slug));
  expect(due).toMatchObject([{ kind: "role-ends", role: "ad-hoc-expert", city: "Alytus" }]);
  expect([19, 20]).toContain(due[0]?.days);
  expect(await whatIsDue(network.colleague)).toEqual([]);
});

test("dates of another network are not due here", async () => {
  const one = await foundNetwork();
  const other = await foundNetwork();
  await phase(one, "Ours", { plannedEnd: inDays(3), actualStart: inDays(-3) });
  expect(await whatIsDue(other.officer)).toEqual([]);
});

test("open invitations that expire within a week are counted for who manages members, and for nobody else", async () => {
  const network = await foundNetwork();
  const invite = (days: number, more: { acceptedAt?: Date; revokedAt?: Date } = {}) =>
    database().write((transaction) =>
      transaction.invitation.create({
        data: {
          id: newId(),
          networkId: network.networkId,
          email: `${newId()}@test.torg`,
          role: "observer",
          partnerships: [],
          language: "en",
          tokenHash: newId(),
          invitedById: network.leadPartner.personId,
          expiresAt: new Date(Date.now() + days * 86_400_000),
          ...more,
        },
      }),
    );
  await invite(3);
  await invite(6);
  await invite(9);
  await invite(-1);
  await invite(3, { acceptedAt: new Date() });
  await invite(3, { revokedAt: new Date() });
  expect(await expiringInvitations(network.leadPartner)).toBe(2);
  for (const member of [network.officer, network.leadExpert, network.observer])
    expect(await expiringInvitations(member)).toBe(0);
  expect(await expiringInvitations((await foundNetwork()).leadPartner)).toBe(0);
});

test("the partners of today are those since ≤ today ≤ until; the others are named apart", async () => {
  const network = await foundNetwork();
  const { own, other } = network.partners;
  await partnership(own, { until: inDays(0) });
  await partnership(other, { until: inDays(-1) });
  const before = await partnersNow(network.officer);
  expect(before.current.map(({ city, isLead }) => [city, isLead])).toEqual([
    ["Barnsley", true],
    ["Alytus", false],
  ]);
  expect(before.past.map(({ city }) => city)).toEqual(["Novska"]);
  shiftClock(86_400_000);
  expect((await partnersNow(network.officer)).past.map(({ city }) => city)).toEqual(["Alytus", "Novska"]);
});

test("a partnership that begins later is still to come", async () => {
  const network = await foundNetwork();
  await partnership(network.partners.other, { since: inDays(30) });
  const { current, coming } = await partnersNow(network.observer);
  expect(current.map(({ city }) => city)).toEqual(["Barnsley", "Alytus"]);
  expect(coming.map(({ city }) => city)).toEqual(["Novska"]);
});

test("a network that is over shows the partners of its last day, those included who were partners until then", async () => {
  const network = await foundNetwork();
  await ends(network, "2022-08-07");
  await partnership(network.partners.own, { until: "2022-08-07" });
  await partnership(network.partners.other, { until: "2022-08-06" });
  const { endedOn, current, past } = await partnersNow(network.officer);
  expect(endedOn).toBe("2022-08-07");
  expect(current.map(({ city }) => city)).toEqual(["Barnsley", "Alytus"]);
  expect(past.map(({ city }) => city)).toEqual(["Novska"]);
});

test("a network that is over and in which another partner came since shows the partners of today, and nobody as still to come", async () => {
  const network = await foundNetwork();
  await ends(network, "2022-08-07");
  await partnership(network.partners.own, { until: inDays(-30) });
  await partnership(network.partners.other, { since: inDays(-29) });
  const { endedOn, current, past, coming } = await partnersNow(network.officer);
  expect(endedOn).toBeNull();
  expect(current.map(({ city }) => city)).toEqual(["Barnsley", "Novska"]);
  expect(past.map(({ city }) => city)).toEqual(["Alytus"]);
  expect(coming).toEqual([]);
});

test("days are counted in Brussels, over summer time as well", () => {
  expect(dayOf(new Date("2026-06-30T22:30:00Z"))).toBe("2026-07-01");
  expect(dayOf(new Date("2026-12-31T22:30:00Z"))).toBe("2026-12-31");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-11-21", "2026-11-20")).toBe(-1);
});
