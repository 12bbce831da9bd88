// What one partner's deliverable of a demo network comes to in rows: followed through its steps by the domain's own rules.
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import type { ActivityRow } from "../activity/chain.server";
import type { DefaultDeliverable } from "../deliverables/default-deliverables";
import { stepRules, stepsFrom, type StepKind } from "../deliverables/deliverable";
import { stepHappened, whereStepsLead } from "../deliverables/steps.server";
import { idOf } from "./demo";
import type { DemoOwed, OwedHappening } from "./demo-deliverable";
import type { WrittenDocuments } from "./demo-documents.server";
import { sealed } from "./demo-sealed.server";

type Step = Prisma.DeliverableStepCreateManyInput & { at: Date; until: string | null };

export interface OwedRows {
  cell: Prisma.PartnerDeliverableCreateManyInput;
  steps: Step[];
  /** Of the versions that were handed in. */
  seals: Prisma.NamedVersionCreateManyInput[];
  happened: ActivityRow[];
}

type Asked = Pick<DefaultDeliverable, "asksExpert" | "goesToProgramme"> & { id: string; title: string };

interface Place {
  written: WrittenDocuments;
  /** The account of whoever leads the network. */
  leader: string;
}

/** A cell on its way: its rows so far. */
interface Owed extends Place {
  demo: DemoOwed;
  asked: Asked;
  rows: OwedRows;
}

/** What the domain would have written; what it refuses is a mistake in the demo. */
export function owedRows(demo: DemoOwed, asked: Asked, place: Place): OwedRows {
  const { ids } = place.written;
  const partnershipId = idOf(ids.partnerships, demo.city);
  const cell = { id: newId(), networkId: ids.networkId, deliverableId: asked.id, partnershipId };
  const owed: Owed = { ...place, demo, asked, rows: { cell, steps: [], seals: [], happened: [] } };
  for (const happening of demo.since) follow(owed, happening);
  return owed.rows;
}

function follow(owed: Owed, happening: OwedHappening): void {
  const { rows, written } = owed;
  const { ids } = written;
  const { cell } = rows;
  const at = afternoonOf(happening.on, rows.happened.length);
  const by = { personId: idOf(ids.people, happening.by ?? usually(owed, happening)), at };
  if ("given" in happening) {
    const personId = idOf(ids.people, happening.given);
    happen(owed, {
      ...{ kind: "deliverable-given", ...by },
      before: { personId: cell.responsibleId ?? null },
      after: { personId },
    });
    cell.responsibleId = personId;
  } else if ("notApplicable" in happening) {
    const reason = happening.notApplicable;
    happen(owed, {
      ...{ kind: "deliverable-not-applicable", ...by },
      ...{ before: { reason: null }, after: { reason } },
    });
    cell.notApplicable = reason;
  } else if ("linked" in happening) {
    const documentId = idOf(ids.documents, happening.linked);
    happen(owed, {
      ...{ kind: "deliverable-linked", ...by },
      before: { documentId: cell.documentId ?? null },
      after: { documentId },
    });
    cell.documentId = documentId;
    // As where a city links its first draft.
    if (rows.steps.length === 0) take(owed, "begin", { ...by, reason: "", until: null });
  } else if ("handedIn" in happening) handIn(owed, happening, by);
  else {
    const { step, reason = "", until = null } = happening;
    take(owed, step, { ...by, reason, until });
  }
}

type By = Pick<Step, "at"> & { personId: string };

function handIn(
  owed: Owed,
  { handedIn, reason = "" }: Extract<OwedHappening, { handedIn: string }>,
  by: By,
): void {
  const { ids, saves } = owed.written;
  const documentId = idOf(ids.documents, handedIn);
  const save = saves.findLast((one) => one.documentId === documentId && one.savedAt <= by.at);
  if (!save) throw new Error(`${handedIn} was not there when it was handed in`);
  const { revision } = save;
  const { networkId } = ids;
  owed.rows.seals.push(sealed(save, { networkId, name: "", namedById: by.personId, namedAt: by.at }));
  take(owed, "hand-in", { ...by, reason, until: null, documentId, revision });
}

type Taken = By & Pick<Step, "until"> & { reason: string; documentId?: string; revision?: number };

function take(owed: Owed, kind: StepKind, { personId: byId, ...taken }: Taken): void {
  const { demo, asked, rows } = owed;
  const { cell, steps } = rows;
  const { needsReason, until: asksUntil } = stepRules[kind];
  const stands = { ...asked, ...whereStepsLead(steps) };
  const { at, reason, until } = taken;
  const isAllowed =
    cell.notApplicable === undefined &&
    stepsFrom(stands).includes(kind) &&
    (!needsReason || reason !== "") &&
    (until === null ? asksUntil !== "needed" : asksUntil !== undefined);
  if (!isAllowed) throw new Error(`The ${demo.of} of ${demo.city} does not lead on by ${kind}`);
  steps.push({ id: newId(), ofId: cell.id, number: steps.length + 1, kind, byId, ...taken });
  Object.assign(cell, whereStepsLead(steps));
  const after = { ...(reason && { reason }), ...(until && { until }) };
  happen(owed, { kind: stepHappened[kind], personId: byId, after, at });
}

type Told = Pick<ActivityRow, "kind" | "personId" | "before" | "at"> & { after: object };

/** Told to those who see how the deliverables of the city stand. */
function happen({ asked, rows }: Owed, { after, ...told }: Told): void {
  const { networkId, partnershipId } = rows.cell;
  rows.happened.push({
    ...{ ...told, networkId, partnershipId, subjectId: asked.id, reach: "deliverables" },
    after: { title: asked.title, ...after },
  });
}

/** The account of whoever does such a thing. */
function usually({ demo, leader }: Owed, happening: OwedHappening): string {
  if ("linked" in happening || "handedIn" in happening) return demo.city;
  if (!("step" in happening)) return leader;
  const ability = stepRules[happening.step].by;
  if (ability === "hand-in-deliverables") return demo.city;
  if (ability === "advise-on-deliverables") return "lead-expert";
  return ability === "record-programme" ? "observer" : leader;
}

/** Later than what was written on that day. */
function afternoonOf(day: string, after: number): Date {
  return new Date(Date.parse(`${day}T14:00:00Z`) + after * 11 * 60_000);
}
