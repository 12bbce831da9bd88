// How the partners of a network stand with what they owe: each deliverable of each city with its state, due day, and what is late and why.
import { now } from "~/platform/clock";
import { readsPublishedText, readsWorkingText } from "../access/document-texts";
import { readsHandedIn } from "../access/handed-in.server";
import { can, demand, reachOf, type Member } from "../access/member";
import { dayOf, daysBetween } from "../networks/calendar-day";
import { notFound } from "../refusal";
import { isFinished, isOwed, type DeliverableState, type Ower } from "./deliverable";
import { desksOf, spansOf, type Desk } from "./desks";
import { dueDays, type DueRule } from "./due-day";
import type { CellKey } from "./one-cell.server";
import type { OwedRow } from "./owed-row.server";
import { asRule, readOwedRows, type DeliverableRow } from "./owed-rows.server";
import { riskDaysOf, type RiskDays, type Standing } from "./standing";

/** What is asked for. */
export interface DeliverableView extends DueRule {
  title: string;
  what: string;
  owedBy: Ower;
  partnershipId: string | null;
  asksExpert: boolean;
  goesToProgramme: boolean;
  phase: string | null;
  /** Of the title of what comes before. */
  after: string | null;
  /** For everybody who has no day of their own. */
  due: string | null;
  /** Since when it is no longer asked for; null: it is. */
  droppedAt: Date | null;
}

export interface PartnerView {
  id: string;
  city: string;
  institution: string;
  isLead: boolean;
}

/** One partner's deliverable. */
export interface CellView extends Standing {
  deliverableId: string;
  partnershipId: string;
  state: DeliverableState | "not-applicable";
  isFinished: boolean;
  due: string | null;
  hasOwnDue: boolean;
  /** From today in Brussels until it is due, negative where that is past; null once it is handed in, and where nobody has to. */
  daysLeft: number | null;
  /** Since when it stands as it does. */
  since: Date | null;
  until: string | null;
  hasWord: boolean;
  notApplicable: string | null;
  responsible: { id: string; name: string } | null;
  /** The linked document, where the member may read it. */
  documentId: string | null;
  /** The last hand-in that stands, where it is a version and the member may read it. */
  handedInId: string | null;
}

export interface Matrix {
  today: string;
  deliverables: DeliverableView[];
  partners: PartnerView[];
  /** Those that are owed, in the order of the deliverables, then of the partners. */
  cells: CellView[];
  riskDays: RiskDays;
  mayManage: boolean;
  /** What is no longer asked for, for who may ask for it again. */
  dropped: Array<{ id: string; title: string }>;
}

/**
 * The whole matrix, as far as the member sees it, or only the cells of one deliverable, of one partner, or the one of both. What is no
 * longer asked for is in it only where it is named. Refuses whoever does not see how deliverables stand.
 */
export async function readMatrix(member: Member, only: Partial<CellKey> = {}): Promise<Matrix> {
  demand(member, "see-deliverables");
  const reached = reachOf(member, "see-deliverables");
  const isSeen = (id: string) => reached.everywhere || reached.partnershipIds.includes(id);
  const { deliverableId, partnershipId } = only;
  const asked = partnershipId === undefined ? null : [partnershipId];
  const owed = await readOwedRows(
    member,
    undefined,
    asked ?? (reached.everywhere ? null : reached.partnershipIds),
  );
  const { phases, rules, titles } = owed;
  const deliverables = [...owed.deliverables, ...owed.dropped.filter(({ id }) => id === deliverableId)];
  const today = dayOf(now());
  const riskDays = riskDaysOf(owed.riskDays);
  const spans = spansOf(phases);
  const desks = desksOf({ ...owed, spans }, today, riskDays);
  const partners = owed.partners.filter(({ id }) => isSeen(id));
  const cells: CellView[] = deliverables
    .filter(({ id }) => deliverableId === undefined || deliverableId === id)
    .flatMap((deliverable) =>
      partners.flatMap(({ id }) => {
        if (asked && !asked.includes(id)) return [];
        const desk = desks.get(id);
        return desk?.isOwing(deliverable) ? [cellOf(member, deliverable, id, desk, today)] : [];
      }),
    );
  const owing = new Set(cells.map(({ partnershipId }) => partnershipId));
  const phaseNames = new Map(phases.map(({ id, name }) => [id, name]));
  const common = dueDays(rules, spans);
  const mayManage = can(member, "manage-deliverables");
  return {
    today,
    deliverables: deliverables.map((one) => ({
      ...asRule(one),
      title: one.title,
      what: one.what,
      owedBy: one.owedBy as Ower,
      partnershipId: one.partnershipId,
      asksExpert: one.asksExpert,
      goesToProgramme: one.goesToProgramme,
      phase: phaseNames.get(one.phaseId ?? "") ?? null,
      after: titles.get(one.afterId ?? "") ?? null,
      due: common.get(one.id) ?? null,
      droppedAt: one.droppedAt,
    })),
    partners: partners
      .filter(({ id, dates }) => owing.has(id) || dates.until === null)
      .map(({ dates: _, ...partner }) => partner),
    cells,
    riskDays,
    mayManage,
    dropped: mayManage ? owed.dropped.map(({ id, title }) => ({ id, title })) : [],
  };
}

/**
 * One partner's deliverable as the matrix shows it, and as it stood where it is no longer asked for. Refuses `not-found` what the member
 * does not see and what this partner does not owe.
 */
export async function readCell(member: Member, key: CellKey): Promise<CellView> {
  const [cell] = (await readMatrix(member, key)).cells;
  if (!cell) throw notFound();
  return cell;
}

function cellOf(
  member: Member,
  deliverable: DeliverableRow,
  partnershipId: string,
  desk: Desk,
  today: string,
): CellView {
  const { id: deliverableId, goesToProgramme } = deliverable;
  const row = desk.rowOf(deliverableId);
  const due = desk.due.get(deliverableId) ?? null;
  const state = (row?.state ?? "not-started") as DeliverableState;
  const notApplicable = row?.notApplicable ?? null;
  const { kind, daysLate, reasons } = desk.standing(deliverable);
  // Field by field: thousands of these are made for one page, and spreading another into them was the dearest of it.
  return {
    deliverableId,
    partnershipId,
    kind,
    daysLate,
    reasons,
    state: notApplicable === null ? state : "not-applicable",
    isFinished:
      notApplicable !== null || deliverable.droppedAt !== null || isFinished({ state, goesToProgramme }),
    due,
    hasOwnDue: row?.dueOn != null,
    daysLeft: due === null || notApplicable !== null || !isOwed(state) ? null : daysBetween(today, due),
    since: row?.since ?? null,
    until: row?.until ?? null,
    hasWord: row?.hasWord ?? false,
    notApplicable,
    responsible: row?.responsible ?? null,
    documentId: row?.document && mayOpen(member, row.document) ? row.document.id : null,
    handedInId: row && mayReadHandedIn(member, row) ? (row.handedIn?.id ?? null) : null,
  };
}

/** What went to the programme since it was handed in last. */
const atProgramme: readonly string[] = ["submitted", "returned", "approved"] satisfies DeliverableState[];

function mayReadHandedIn(member: Member, { partnershipId, state, handedIn }: OwedRow): boolean {
  if (handedIn?.revision == null) return false;
  return readsHandedIn(member, {
    partnershipId,
    isTakenBack: false,
    isSubmitted: atProgramme.includes(state),
  });
}

function mayOpen(
  member: Member,
  document: Parameters<typeof readsWorkingText>[1] & { publishedVisibility: string | null },
) {
  return readsWorkingText(member, document) || readsPublishedText(member, document);
}
