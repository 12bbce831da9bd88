// What the matrices of the demo networks say, and that every step in them is one which the domain would have taken.
import { expect, test } from "vitest";
import { can, type Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { defaultDeliverables } from "~/domain/deliverables/default-deliverables";
import { stepRules, stepsFrom, type StepKind } from "~/domain/deliverables/deliverable";
import { readHandedIn } from "~/domain/deliverables/handing-in.server";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { readPortfolio } from "~/domain/deliverables/portfolio.server";
import { stepHappened, whereStepsLead } from "~/domain/deliverables/steps.server";
import { loadDemo } from "~/domain/demo/demo.server";
import { hashOf, said } from "~/domain/documents/sealing.server";
import { makeNotices } from "~/domain/notifications/making.server";
import { dayOf } from "~/domain/networks/calendar-day";
import { database } from "~/platform/db.server";
import { outcome } from "../../support/outcome";
import { world } from "../../support/world";

await world();
await loadDemo();
const { read } = database();

const slugs = ["techrevolution", "digiplace"] as const;

const member = async (account: string, slug: string) =>
  memberOf(await read.person.findUniqueOrThrow({ where: { email: `${account}@demo.torg` } }), slug);

const lead = { techrevolution: "barnsley", digiplace: "messina" } as const;

/** The matrix as whoever leads the network sees it, each cell with its title and city. */
async function matrixOf(slug: (typeof slugs)[number]) {
  const matrix = await readMatrix(await member(lead[slug], slug));
  const titles = new Map(matrix.deliverables.map(({ id, title }) => [id, title]));
  const cities = new Map(matrix.partners.map(({ id, city }) => [id, city]));
  const cells = matrix.cells.map((cell) => ({
    ...cell,
    title: titles.get(cell.deliverableId),
    city: cities.get(cell.partnershipId),
  }));
  const counted: Record<string, number> = {};
  for (const { state } of cells) counted[state] = (counted[state] ?? 0) + 1;
  return { ...matrix, cells, counted };
}

const asked = await read.partnerDeliverable.findMany({
  include: {
    deliverable: { include: { network: { select: { slug: true, startsOn: true, endsOn: true } } } },
    steps: { orderBy: { number: "asc" } },
  },
});
const owed = asked.map((row) => ({
  ...row,
  network: row.deliverable.network,
  where: `${row.deliverable.title}, ${row.id}`,
}));

test("what is asked for is the default set of the network's type, in its phases", async () => {
  for (const slug of slugs) {
    const { type, deliverables, phases } = await read.network.findUniqueOrThrow({
      where: { slug },
      include: {
        deliverables: { orderBy: { position: "asc" } },
        phases: { orderBy: { position: "asc" } },
      },
    });
    const set = defaultDeliverables[type as keyof typeof defaultDeliverables];
    expect(deliverables).toMatchObject(
      set.map(({ key: _, phase, ...rest }) => ({ ...rest, phaseId: phases[phase - 1]?.id })),
    );
  }
});

test("TechRevolution: three plans are approved, and Barnsley sees which two cities owe what, and why", async () => {
  const { counted, cells } = await matrixOf("techrevolution");
  expect(counted).toEqual({
    ...{ "not-applicable": 2, "not-started": 1, "changes-requested": 1, "handed-in": 1 },
    ...{ accepted: 3, submitted: 1, approved: 4 },
  });
  const late = cells.filter(({ kind }) => kind === "late");
  expect(late.map(({ title, city, reasons }) => [title, city, reasons[0]?.kind])).toEqual([
    ["Transfer plan", "Alytus", "changes-overdue"],
    ["Transfer diary", "Roeselare", "overdue"],
  ]);
  const atRisk = cells.filter(({ kind }) => kind === "at-risk");
  expect(atRisk.map(({ title, city, reasons }) => [title, city, reasons[0]?.kind])).toEqual([
    ["Transfer diary", "Novska", "waits-for-lead"],
  ]);
});

test("DigiPlace: nearly all is settled; one action never came, one plan waits for Messina and one for the programme", async () => {
  const { counted, cells } = await matrixOf("digiplace");
  expect(counted).toEqual({ "not-applicable": 1, drafting: 1, accepted: 34, submitted: 1, approved: 10 });
  const open = cells.filter((cell) => !cell.isFinished);
  expect(open.map(({ title, city, kind, reasons }) => [title, city, kind, reasons[0]?.kind])).toEqual([
    ["Small-scale action", "Portalegre", "late", "overdue"],
    ["Final integrated action plan", "Oulu", null, undefined],
    ["Final integrated action plan", "Saint-Quentin", "at-risk", "waits-for-lead"],
  ]);
});

test("the observer has both networks beside each other", async () => {
  const both = await Promise.all(slugs.map((slug) => member("observer", slug)));
  const { networks, missing } = await readPortfolio(both, "en");
  expect(networks).toMatchObject([
    { slug: "techrevolution", owed: 11, handedIn: 9, late: 2, atRisk: 1, atProgramme: 1 },
    { slug: "digiplace", owed: 46, handedIn: 45, late: 1, atRisk: 1, atProgramme: 1 },
  ]);
  expect(missing.map(({ title, city }) => [title, city])).toEqual([
    ["Small-scale action", "Portalegre"],
    ["Transfer plan", "Alytus"],
    ["Transfer diary", "Roeselare"],
  ]);
});

test("every step leads on from the one before, is taken by whoever takes such steps, and gives the reason that it needs", async () => {
  expect(owed.flatMap(({ steps }) => steps).length).toBeGreaterThan(100);
  for (const { where, steps, deliverable, partnershipId, network, ...kept } of owed) {
    for (const [at, { kind: of, number, reason, until, byId, at: taken }] of steps.entries()) {
      const kind = of as StepKind;
      const stands = { ...deliverable, ...whereStepsLead(steps.slice(0, at)) };
      expect([where, number, stepsFrom(stands).includes(kind)]).toEqual([where, at + 1, true]);
      const { needsReason, until: asksUntil, by } = stepRules[kind];
      expect([where, kind, needsReason ? reason !== "" : true]).toEqual([where, kind, true]);
      expect([where, kind, asksUntil === "needed" ? until !== null : true]).toEqual([where, kind, true]);
      if (until !== null) expect(until > dayOf(taken)).toBe(true);
      const [{ startsOn, endsOn }, day] = [network, dayOf(taken)];
      const person = await read.person.findUniqueOrThrow({ where: { id: byId } });
      const taker = await memberOf(person, network.slug);
      expect([where, kind, can(taker, by, partnershipId)]).toEqual([where, kind, true]);
      expect([where, kind, startsOn !== null && day >= startsOn, endsOn !== null && day <= endsOn]).toEqual([
        ...[where, kind, true, true],
      ]);
      if (at > 0) expect(taken > (steps[at - 1]?.at ?? taken)).toBe(true);
    }
    const { state, since, until, hasWord } = kept;
    expect([where, { state, since, until, hasWord }]).toEqual([where, whereStepsLead(steps)]);
    expect([where, kept.notApplicable === null || steps.length === 0]).toEqual([where, true]);
  }
});

test("every hand-in names a sealed version of a document of its city, as it stood, and who judges it reads it", async () => {
  const judges = { techrevolution: new Array<Member>(), digiplace: new Array<Member>() };
  for (const slug of slugs)
    for (const account of [lead[slug], "lead-expert"]) judges[slug].push(await member(account, slug));
  for (const { where, steps, deliverableId, partnershipId, network } of owed)
    for (const { id, kind, documentId, revision, at } of steps) {
      if (kind !== "hand-in") {
        expect([where, documentId, revision]).toEqual([where, null, null]);
        continue;
      }
      const save = await read.documentSave.findUniqueOrThrow({
        where: { documentId_revision: { documentId: documentId ?? "", revision: revision ?? 0 } },
        select: { ...said, savedAt: true, document: { include: { versions: true } } },
      });
      expect([where, save.document.partnershipId, save.savedAt <= at]).toEqual([where, partnershipId, true]);
      const version = save.document.versions.find((one) => one.revision === revision);
      expect([where, version?.hash]).toEqual([where, hashOf(save)]);
      const key = { deliverableId, partnershipId };
      for (const judge of judges[network.slug as (typeof slugs)[number]])
        expect((await readHandedIn(judge, key, id)).isUnchanged).toBe(true);
    }
});

test("the observer reads what went to the programme and no draft that only was handed in", async () => {
  const observer = await member("observer", "techrevolution");
  const handedIn = owed.filter(
    ({ network, steps }) => network.slug === observer.network.slug && steps.length > 0,
  );
  for (const { where, steps, deliverableId, partnershipId } of handedIn) {
    const last = steps.findLast(({ kind }) => kind === "hand-in");
    const wasSubmitted = steps.some(({ kind, number }) => kind === "submit" && number > (last?.number ?? 0));
    const answer = await outcome(readHandedIn(observer, { deliverableId, partnershipId }, last?.id ?? ""));
    expect([where, answer === "not-found"]).toEqual([where, !wasSubmitted]);
  }
});

test("what happened to each is told in its order to those who see how it stands", async () => {
  for (const { where, steps, deliverable, partnershipId } of owed) {
    const told = await read.activity.findMany({
      where: { subjectId: deliverable.id, partnershipId },
      orderBy: { position: "asc" },
    });
    const kinds: string[] = Object.values(stepHappened);
    const ofSteps = told.filter(({ kind }) => kinds.includes(kind));
    expect([where, ofSteps.map(({ kind, personId, at }) => [kind, personId, at])]).toEqual([
      where,
      steps.map(({ kind, byId, at }) => [stepHappened[kind as StepKind], byId, at]),
    ]);
    expect([where, new Set(told.map(({ reach }) => reach))]).toEqual([where, new Set(["deliverables"])]);
  }
});

test("nobody is told of any of it", async () => {
  for (const { id } of await read.network.findMany()) await makeNotices(id);
  expect(await read.notice.count()).toBe(0);
});
