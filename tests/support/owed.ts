// Deliverables of a network of a test's own: added, handed in and stepped through in one line each.
import type { Member } from "~/domain/access/member";
import type { StepKind } from "~/domain/deliverables/deliverable";
import type { AddDeliverable } from "~/domain/deliverables/deliverable-orders";
import { addDeliverable } from "~/domain/deliverables/deliverables.server";
import { handIn } from "~/domain/deliverables/handing-in.server";
import { readMatrix, type CellView } from "~/domain/deliverables/matrix.server";
import type { CellKey } from "~/domain/deliverables/one-cell.server";
import { takeStep, type StepTaken } from "~/domain/deliverables/steps.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { AddPhase } from "~/domain/networks/phase-orders";
import { addPhase } from "~/domain/networks/phases.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "./found-network";

export type Definition = Omit<AddDeliverable, "id">;

/** A deliverable that every partner owes, without a due day. */
export const definition = (more: Partial<Definition> = {}): Definition => ({
  title: "The roadmap",
  what: "",
  phaseId: null,
  anchor: "start",
  months: 0,
  fixedOn: null,
  afterId: null,
  owedBy: "partners",
  partnershipId: null,
  asksExpert: false,
  goesToProgramme: false,
  ...more,
});

/** Adds it and answers its id. */
export async function addOwed(member: Member, more: Partial<Definition> = {}): Promise<string> {
  const id = newId();
  await addDeliverable(member, { id, ...definition(more) });
  return id;
}

export async function addedPhase(
  member: Member,
  days: Record<string, string>,
  phaseName = "Phase 2",
): Promise<string> {
  return (await addPhase(member, AddPhase.parse({ phaseName, ...days }))).id;
}

export interface Owing {
  network: FoundedNetwork;
  /** The own city's. */
  key: CellKey;
}

/** A network whose partners owe one deliverable. */
export async function foundOwing(more: Partial<Definition> = {}): Promise<Owing> {
  const network = await foundNetwork();
  const deliverableId = await addOwed(network.leadPartner, more);
  return { network, key: { deliverableId, partnershipId: network.partners.own } };
}

/** The number of the last step that was taken, as whoever looks now has seen it. */
export async function seenNow(key: CellKey): Promise<number> {
  const last = await database().read.deliverableStep.aggregate({
    where: { of: key },
    _max: { number: true },
  });
  return last._max.number ?? 0;
}

/** A step of this moment, under a new id. */
export async function step(key: CellKey, more: Partial<StepTaken> = {}): Promise<StepTaken> {
  return { id: newId(), seen: await seenNow(key), reason: "", ...more };
}

/** Takes a step of any kind and answers its id; handing in names the document as it stands. */
export async function takes(
  member: Member,
  key: CellKey,
  kind: StepKind,
  { what = "", ...more }: Partial<StepTaken> & { what?: string } = {},
): Promise<string> {
  const taken = await step(key, more);
  if (kind === "hand-in") await handIn(member, key, { ...taken, what });
  else await takeStep(member, key, kind, taken);
  return taken.id;
}

/** Writes on in the document, where it still stands as it was handed in last: the same is not handed in twice. */
export async function goOnWriting(member: Member, key: CellKey, documentId: string): Promise<void> {
  const last = await database().read.deliverableStep.findFirst({
    where: { of: key, kind: "hand-in", takenBackAt: null },
    orderBy: { number: "desc" },
    select: { documentId: true, revision: true },
  });
  const { title, language, text, revision } = await database().read.document.findUniqueOrThrow({
    where: { id: documentId },
  });
  if (last?.documentId !== documentId || last.revision !== revision) return;
  await saveDocument(member, documentId, {
    ...{ title, revision, text: `${text}\n\nAnd more.` },
    language: language as "en",
  });
}

/** How it stands, to this member; fails the test where it is not owed. */
export async function cellFor(member: Member, key: CellKey): Promise<CellView> {
  const { cells } = await readMatrix(member);
  const cell = cells.find(
    (one) => one.deliverableId === key.deliverableId && one.partnershipId === key.partnershipId,
  );
  if (!cell) throw new Error("It is not owed.");
  return cell;
}

/** Sets the clock to this instant; put it right with `shiftClock(0)` after the test. */
export function setClock(instant: string): void {
  shiftClock(Date.parse(instant) - Date.now());
}
