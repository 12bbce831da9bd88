// One partner's deliverable in full: how it stands, every step that was taken, and what its reader may do next.
import { database } from "~/platform/db.server";
import { opened, opening, readsHandedIn } from "../access/handed-in.server";
import { can, type Member } from "../access/member";
import { notFound } from "../refusal";
import { stepRules, stepsFrom, type StepKind } from "./deliverable";
import { officersOf } from "./cells.server";
import { readDropped, type Dropped } from "./dropped.server";
import { handInChoices, type HandInChoice } from "./handing-in.server";
import { readMatrix, type CellView, type DeliverableView, type PartnerView } from "./matrix.server";
import type { CellKey } from "./one-cell.server";
import { readSaidOfCell, type SaidOfCell } from "./said-of-cell.server";

interface Who {
  id: string;
  name: string;
}

export interface StepView {
  id: string;
  number: number;
  kind: StepKind;
  by: Who;
  at: Date;
  reason: string;
  until: string | null;
  /** What was handed in, for whoever may read it: a version (without `fileId`) or a file, which may have been erased for good since. */
  handedIn: { title: string; fileId: string | null; erased: { by: Who | null; at: Date } | null } | null;
  takenBack: { by: Who | null; at: Date; reason: string } | null;
  mayTakeBack: boolean;
}

export interface OneDeliverable {
  deliverable: DeliverableView;
  partner: PartnerView;
  cell: CellView;
  /** Of what is no longer asked for: then nothing can be done with it but to ask for it again. */
  dropped: Dropped | null;
  /** The first one first. */
  steps: StepView[];
  /** What else was set for this city, the first one first. */
  said: SaidOfCell[];
  /** The number of the last step; 0: none was taken. */
  lastStep: number;
  /** The steps that the member may take next. */
  next: StepKind[];
  mayManage: boolean;
  mayHandIn: boolean;
  mayGive: boolean;
  /** The city's officers, for who may give it to one of them. */
  officers: Who[];
  /** For who hands in; the first is the linked document. */
  choices: HandInChoice[];
}

/** Also of what is no longer asked for, to be read. Refuses `not-found` what is of another network, what the member does not see, and what this partner does not owe. */
export async function readDeliverable(member: Member, key: CellKey): Promise<OneDeliverable> {
  const { deliverables, partners, cells } = await readMatrix(member, key);
  const deliverable = deliverables.find(({ id }) => id === key.deliverableId);
  const partner = partners.find(({ id }) => id === key.partnershipId);
  const cell = cells.find(({ partnershipId }) => partnershipId === key.partnershipId);
  if (!deliverable || !partner || !cell) throw notFound();
  const who = { select: { id: true, name: true } } as const;
  const rows = await database().read.deliverableStep.findMany({
    where: { of: { ...key, networkId: member.network.id } },
    select: {
      ...opening,
      id: true,
      kind: true,
      by: who,
      at: true,
      reason: true,
      until: true,
      documentId: true,
      revision: true,
      takenBackBy: who,
      takenBackReason: true,
      files: { select: { file: { select: { id: true, name: true, erasedAt: true, erasedBy: who } } } },
    },
    orderBy: { number: "asc" },
  });
  const titles = await titlesOf(rows);
  const last = rows.findLast(({ takenBackAt }) => takenBackAt === null)?.id;
  const dropped = await readDropped(member, deliverable);
  const may = (ability: Parameters<typeof can>[1]) =>
    dropped === null && can(member, ability, key.partnershipId);
  const { state, hasWord } = cell;
  const { asksExpert, goesToProgramme } = deliverable;
  const next =
    state === "not-applicable"
      ? []
      : stepsFrom({ state, hasWord, asksExpert, goesToProgramme }).filter((kind) => may(stepRules[kind].by));
  const mayHandIn = may("hand-in-deliverables");
  const mayManage = may("manage-deliverables");
  return {
    deliverable,
    partner,
    cell,
    dropped,
    steps: rows.map((row): StepView => {
      const kind = row.kind as StepKind;
      const { takenBackBy, takenBackAt, takenBackReason } = row;
      const isRead = kind === "hand-in" && readsHandedIn(member, opened(row));
      const file = row.revision === null ? row.files[0]?.file : undefined;
      const title = file?.name ?? titles.get(`${row.documentId} ${row.revision}`) ?? "";
      return {
        ...{ id: row.id, number: row.number, kind, by: row.by, at: row.at },
        ...{ reason: row.reason, until: row.until },
        handedIn: isRead ? { title, fileId: file?.id ?? null, erased: erasedIn(file) } : null,
        takenBack: takenBackAt && { by: takenBackBy, at: takenBackAt, reason: takenBackReason },
        mayTakeBack: row.id === last && may(stepRules[kind].by),
      };
    }),
    said: await readSaidOfCell(member, key),
    lastStep: rows.at(-1)?.number ?? 0,
    next,
    mayManage,
    mayHandIn,
    mayGive: mayHandIn || mayManage,
    officers: mayHandIn || mayManage ? await officersOf(member, key.partnershipId) : [],
    choices: mayHandIn ? await handInChoices(member, key.partnershipId, cell.documentId) : [],
  };
}

function erasedIn(file: { erasedAt: Date | null; erasedBy: Who | null } | undefined) {
  return file?.erasedAt ? { by: file.erasedBy, at: file.erasedAt } : null;
}

async function titlesOf(
  rows: ReadonlyArray<{ documentId: string | null; revision: number | null }>,
): Promise<Map<string, string>> {
  const saves = rows.flatMap(({ documentId, revision }) =>
    documentId !== null && revision !== null ? [{ documentId, revision }] : [],
  );
  if (saves.length === 0) return new Map();
  const found = await database().read.documentSave.findMany({
    where: { OR: saves },
    select: { documentId: true, revision: true, title: true },
  });
  return new Map(found.map(({ documentId, revision, title }) => [`${documentId} ${revision}`, title]));
}
