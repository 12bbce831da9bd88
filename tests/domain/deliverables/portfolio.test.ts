// The portfolio: networks side by side for whoever sees all partners there, what is missing by its day, and nothing of any other network.
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { linkDraft, setNotApplicable } from "~/domain/deliverables/cells.server";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { readPortfolio } from "~/domain/deliverables/portfolio.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { enrol } from "../../support/found-network";
import { addOwed, foundOwing, takes } from "../../support/owed";

const inDays = (days: number) => dayAfter(dayOf(now()), days);

test("an observer of two networks sees what is missing in both, the oldest first, and how each stands", async () => {
  const one = await foundOwing({ title: "Plan", anchor: "day", fixedOn: inDays(-3), goesToProgramme: true });
  const two = await foundOwing({ title: "Report", anchor: "day", fixedOn: inDays(-5) });
  const third = await foundOwing({ title: "Elsewhere", anchor: "day", fixedOn: inDays(-9) });
  const { leadPartner: lead, officer, otherOfficer, observer, published, partners } = one.network;
  await addOwed(lead, { title: "Study", anchor: "day", fixedOn: inDays(5) });
  await setNotApplicable(lead, { ...one.key, partnershipId: partners.lead }, "It leads");
  await takes(officer, one.key, "hand-in", { what: `${published.id}:now` });
  await takes(lead, one.key, "accept");
  await takes(lead, one.key, "submit");
  await enrol(two.network, { id: observer.personId }, "observer", null);
  // For one city of a network one sees that city alone: no portfolio.
  await enrol(
    third.network,
    { id: observer.personId },
    "ad-hoc-expert",
    third.network.partners.own,
    inAYear(),
  );
  const person = await one.network.person(observer);
  const members = await Promise.all([one, two, third].map(({ network }) => memberOf(person, network.slug)));
  const { networks, missing, missingCount } = await readPortfolio(members, "en");
  expect(networks.map(({ slug, ...rest }) => [slug, rest])).toMatchObject([
    [two.network.slug, { owed: 3, handedIn: 0, late: 3, atRisk: 0, atProgramme: 0 }],
    [one.network.slug, { owed: 5, handedIn: 1, late: 1, atRisk: 3, atProgramme: 1 }],
  ]);
  expect(missing.map(({ title, city, daysLate }) => `${title}, ${city}: ${daysLate}`)).toEqual([
    "Report, Alytus: 5",
    "Report, Barnsley: 5",
    "Report, Novska: 5",
    "Plan, Novska: 3",
  ]);
  expect(missingCount).toBe(4);
  expect((await readPortfolio([otherOfficer], "en")).networks).toHaveLength(1);
  expect(await readPortfolio([third.network.localGroupMember], "en")).toEqual({
    networks: [],
    missing: [],
    missingCount: 0,
  });
});

test("the portfolio counts what the matrix of each network says, also of drafts with a named version and of drafts in the trash", async () => {
  const one = await foundOwing({ title: "Plan", anchor: "day", fixedOn: inDays(3) });
  const two = await foundOwing({ title: "Report", anchor: "day", fixedOn: inDays(-1) });
  const { officer, observer, published, draft } = one.network;
  await enrol(two.network, { id: observer.personId }, "observer", null);
  const person = await one.network.person(observer);
  const members = await Promise.all([one, two].map(({ network }) => memberOf(person, network.slug)));
  const agrees = async () => {
    const { networks, missingCount } = await readPortfolio(members, "en");
    const matrices = await Promise.all(
      members.map(async (member) => ({ member, cells: (await readMatrix(member)).cells })),
    );
    for (const { member, cells } of matrices) {
      const count = (kind: string) => cells.filter((cell) => cell.kind === kind).length;
      expect(networks.find(({ slug }) => slug === member.network.slug)).toMatchObject({
        ...{ owed: cells.length, late: count("late"), atRisk: count("at-risk") },
      });
    }
    expect(missingCount).toBe(3);
    return networks.find(({ slug }) => slug === one.network.slug)?.atRisk;
  };
  expect(await agrees()).toBe(3);
  await linkDraft(officer, one.key, published.id);
  expect(await agrees(), "it was published without a name").toBe(3);
  await database().write((transaction) =>
    transaction.namedVersion.updateMany({ where: { documentId: published.id }, data: { name: "To read" } }),
  );
  expect(await agrees(), "its draft has a named version").toBe(2);
  await linkDraft(officer, one.key, draft.id);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { trashedAt: now() } }),
  );
  expect(await agrees(), "its draft is in the trash").toBe(3);
});

function inAYear(): Date {
  return new Date(now().getTime() + 365 * 86_400_000);
}
