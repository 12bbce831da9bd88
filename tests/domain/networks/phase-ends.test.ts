// Extending a phase and taking that back, its gate checklist, and who may.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { whatIsDue } from "~/domain/networks/due.server";
import { ExtendPhase } from "~/domain/networks/gate-orders";
import { addGateItem, gateLimit, removeGateItem, tickGateItem } from "~/domain/networks/gate.server";
import { extendPhase, takeBackExtension } from "~/domain/networks/phase-ends.server";
import { AddPhase, ChangePhase } from "~/domain/networks/phase-orders";
import { addPhase, changePhase, removePhase } from "~/domain/networks/phases.server";
import { readPhases } from "~/domain/networks/phases-read.server";
import { wrongsIn } from "~/http/form.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { outcome, wrongWith } from "../../support/outcome";

async function withPhase(
  dates: Record<string, string> = { plannedStart: "2020-05-07", plannedEnd: "2022-05-07" },
) {
  const network = await foundNetwork();
  const { id: phaseId } = await addPhase(
    network.leadPartner,
    AddPhase.parse({ phaseName: "Phase 2", ...dates }),
  );
  return { ...network, phaseId };
}
const put = (phaseId: string, to: string, id = newId()) => ({
  id,
  phaseId,
  to,
  reason: "The cities could not meet",
});
const only = async (member: Member) => (await readPhases(member)).phases[0];

test("a phase is extended with a reason, once however often the form is sent, and everybody in the network reads it", async () => {
  const { leadPartner: lead, officer, phaseId } = await withPhase();
  const order = put(phaseId, "2022-08-07");
  await extendPhase(lead, order);
  await extendPhase(lead, order);
  const read = await only(officer);
  expect(read).toMatchObject({
    plannedEnd: "2022-05-07",
    extendedTo: "2022-08-07",
    end: "2022-08-07",
    mayExtend: false,
  });
  expect(read?.extensions).toMatchObject([
    {
      from: "2022-05-07",
      to: "2022-08-07",
      reason: order.reason,
      by: { id: lead.personId },
      takenBack: null,
      isLast: true,
    },
  ]);
  expect((await only(lead))?.mayExtend).toBe(true);
  const rows = await database().read.activity.findMany({
    where: { subjectId: phaseId, kind: "phase-extended" },
  });
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    [{ to: "2022-05-07" }, { title: "Phase 2", to: "2022-08-07", reason: order.reason }],
  ]);
});

test("what is due goes by the end as it was put off", async () => {
  const { leadPartner: lead, phaseId } = await withPhase({
    actualStart: "2020-05-07",
    plannedStart: "2020-05-07",
    plannedEnd: "2090-05-07",
  });
  await extendPhase(lead, put(phaseId, "2090-08-07"));
  expect(await whatIsDue(lead)).toMatchObject([{ kind: "phase-ends", phase: "Phase 2", day: "2090-08-07" }]);
});

test("the last extension is taken back with a trace, and then the one before it may be", async () => {
  const { leadPartner: lead, phaseId } = await withPhase();
  const [first, second] = [put(phaseId, "2022-06-07"), put(phaseId, "2022-08-07")];
  await extendPhase(lead, first);
  await extendPhase(lead, second);
  expect(await wrongWith(takeBackExtension(lead, first.id))).toEqual(["form: phases:wrong.notLast"]);
  await takeBackExtension(lead, second.id);
  await takeBackExtension(lead, second.id);
  expect(await only(lead)).toMatchObject({
    end: "2022-06-07",
    extensions: [{ isLast: true }, { isLast: false, takenBack: { by: { id: lead.personId } } }],
  });
  await takeBackExtension(lead, first.id);
  expect((await only(lead))?.end).toBe("2022-05-07");
});

test("a day that is not later is refused, and so is a phase without an end and one that is over", async () => {
  const { leadPartner: lead, phaseId } = await withPhase();
  for (const to of ["2022-05-07", "2022-05-06"])
    expect(await wrongWith(extendPhase(lead, put(phaseId, to)))).toEqual(["to: phases:wrong.notLater"]);
  const open = await addPhase(lead, AddPhase.parse({ phaseName: "Open" }));
  expect(await wrongWith(extendPhase(lead, put(open.id, "2022-08-07")))).toEqual(["to: phases:wrong.noEnd"]);
  const last = put(phaseId, "2022-08-07");
  await extendPhase(lead, last);
  await changePhase(
    lead,
    ChangePhase.parse({
      id: phaseId,
      phaseName: "Phase 2",
      plannedStart: "2020-05-07",
      plannedEnd: "2022-05-07",
      actualEnd: "2022-08-07",
    }),
  );
  expect(await wrongWith(extendPhase(lead, put(phaseId, "2022-12-07")))).toEqual(["to: phases:wrong.over"]);
  expect(await wrongWith(takeBackExtension(lead, last.id))).toEqual(["form: phases:wrong.over"]);
});

test("an extension says to which day and why", () => {
  const order = { id: newId(), phaseId: newId(), to: "2022-08-07", reason: "Why" };
  const wrong = (more: object) => {
    const { error } = ExtendPhase.safeParse({ ...order, ...more });
    return error ? wrongsIn(error) : {};
  };
  expect(wrong({})).toEqual({});
  expect(wrong({ to: "" })).toMatchObject({ to: { key: "required" } });
  expect(wrong({ to: "2022-02-30" })).toMatchObject({ to: { key: "badDay" } });
  expect(wrong({ reason: "  " })).toMatchObject({ reason: { key: "required" } });
  expect(wrong({ reason: "x".repeat(301) })).toMatchObject({ reason: { key: "tooLong" } });
});

test("a gate checklist is added to, ticked and unticked, and shortened", async () => {
  const { leadPartner: lead, leadExpert: expert, phaseId } = await withPhase();
  const [plans, meeting] = [newId(), newId()];
  await addGateItem(lead, { id: plans, phaseId, item: "Every city has its plan" });
  await addGateItem(lead, { id: plans, phaseId, item: "Every city has its plan" });
  await addGateItem(lead, { id: meeting, phaseId, item: "The final meeting is held" });
  await tickGateItem(lead, { id: meeting, isDone: true });
  await tickGateItem(lead, { id: meeting, isDone: true });
  expect((await only(expert))?.gate).toMatchObject([
    { text: "Every city has its plan", done: null },
    { text: "The final meeting is held", done: { by: { id: lead.personId } } },
  ]);
  await tickGateItem(lead, { id: meeting, isDone: false });
  await removeGateItem(lead, plans);
  expect((await only(expert))?.gate).toMatchObject([{ id: meeting, done: null }]);
  const kinds = await database().read.activity.findMany({
    where: { subjectId: phaseId, kind: { startsWith: "phase-gate" } },
    orderBy: { position: "asc" },
    select: { kind: true },
  });
  expect(kinds.map(({ kind }) => kind.replace("phase-gate-", ""))).toEqual([
    "added",
    "added",
    "done",
    "undone",
    "removed",
  ]);
});

test("a gate has an end", async () => {
  const { leadPartner: lead, phaseId } = await withPhase();
  for (let item = 0; item < gateLimit; item += 1)
    await addGateItem(lead, { id: newId(), phaseId, item: `Item ${item}` });
  expect(await wrongWith(addGateItem(lead, { id: newId(), phaseId, item: "One more" }))).toEqual([
    "item: tooMany",
  ]);
});

test("only the lead partner changes any of it, in their own network, and what goes with a phase goes with it", async () => {
  const { leadPartner: lead, officer, leadExpert: expert, phaseId } = await withPhase();
  const { leadPartner: stranger } = await foundNetwork();
  const extension = put(phaseId, "2022-08-07");
  const item = newId();
  await extendPhase(lead, extension);
  await addGateItem(lead, { id: item, phaseId, item: "Every city has its plan" });
  const ways = (member: Member) => [
    extendPhase(member, put(phaseId, "2023-08-07")),
    takeBackExtension(member, extension.id),
    addGateItem(member, { id: newId(), phaseId, item: "More" }),
    tickGateItem(member, { id: item, isDone: true }),
    removeGateItem(member, item),
  ];
  for (const member of [officer, expert])
    for (const way of ways(member)) expect(await outcome(way)).toBe("forbidden");
  for (const way of ways(stranger)) expect(await outcome(way)).toBe("not-found");
  expect(await only(lead)).toMatchObject({ end: "2022-08-07", gate: [{ done: null }] });
  await removePhase(lead, phaseId);
  expect(await database().read.phaseExtension.count({ where: { phaseId } })).toBe(0);
  expect(await database().read.gateItem.count({ where: { phaseId } })).toBe(0);
});
