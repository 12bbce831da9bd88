// What each partner owes and how that stands, worked out of what is kept: the same for the matrix and for what a shift would move.
import { dayOf } from "../networks/calendar-day";
import { endOf, startOf, type PhaseDays } from "../networks/phase";
import type { DeliverableState, Ower } from "./deliverable";
import { dueDays, type DueRule, type PhaseSpan } from "./due-day";
import type { OwedRow } from "./owed-row.server";
import type { DeliverableRow, OwedRows, PartnerRow } from "./owed-rows.server";
import { hasBegun, owes } from "./partners-owing";
import { standingOf, type RiskDays, type Standing } from "./standing";

/** One partner's. */
export interface Desk {
  /** By deliverable. */
  due: ReadonlyMap<string, string | null>;
  isOwing(deliverable: DeliverableRow): boolean;
  standing(deliverable: DeliverableRow): Standing;
  /** What is kept of it; undefined where nothing was said of it. */
  rowOf(deliverableId: string): OwedRow | undefined;
}

/** The days of the phases, as due days hang on them. */
export function spansOf(phases: ReadonlyArray<PhaseDays & { id: string }>): Map<string, PhaseSpan> {
  return new Map(phases.map((phase) => [phase.id, { start: startOf(phase), end: endOf(phase) }]));
}

interface DesksFrom extends Pick<OwedRows, "deliverables" | "partners" | "rows"> {
  rules: readonly DueRule[];
  spans: ReadonlyMap<string, PhaseSpan>;
}

const well: Standing = { kind: null, daysLate: 0, reasons: [] };

/** The desks of all partners, by partnership; what one of them alone owes, the others wait for. */
export function desksOf(from: DesksFrom, today: string, riskDays: RiskDays): Map<string, Desk> {
  const { deliverables, partners, rules, spans, rows } = from;
  const common = dueDays(rules, spans);
  const touched = touchedBy(rows);
  const rowsOf = new Map<string, Map<string, OwedRow>>(partners.map(({ id }) => [id, new Map()]));
  for (const row of rows) rowsOf.get(row.partnershipId)?.set(row.deliverableId, row);
  const deliverableOf = new Map(deliverables.map((one) => [one.id, one]));
  const desks = new Map<string, Desk>();
  const deskOf = (partner: PartnerRow): Desk => {
    const said: ReadonlyMap<string, OwedRow> = rowsOf.get(partner.id) ?? new Map();
    const own = ownDays(said);
    const due = own.size > 0 ? dueDays(rules, spans, own) : common;
    const stands = new Map<string, Standing>();
    const rowOf = (id: string) => said.get(id);
    const isOwing = (deliverable: DeliverableRow) => {
      const row = rowOf(deliverable.id);
      if (row && hasBegun(row)) return true;
      const { owedBy, partnershipId } = deliverable;
      const asked = { owedBy: owedBy as Ower, partnershipId };
      return owes(asked, partner.dates, due.get(deliverable.id) ?? null, today);
    };
    const standing = (deliverable: DeliverableRow): Standing => {
      const known = stands.get(deliverable.id);
      if (known) return known;
      // A circle cannot be written; if one were there, it would be late by nothing.
      stands.set(deliverable.id, well);
      const row = rowOf(deliverable.id);
      const before = deliverableOf.get(deliverable.afterId ?? "");
      const stood =
        row?.notApplicable != null || deliverable.droppedAt !== null
          ? well
          : standingOf(
              {
                state: (row?.state ?? "not-started") as DeliverableState,
                since: row?.since ? dayOf(row.since) : null,
                due: due.get(deliverable.id) ?? null,
                until: row?.until ?? null,
                asksExpert: deliverable.asksExpert,
                hasWord: row?.hasWord ?? false,
                goesToProgramme: deliverable.goesToProgramme,
                hasVersion: row !== undefined && draftOf(row)?.hasNamedVersion === true,
                draftTouched: touched.get(row?.documentId ?? "") ?? null,
                latePredecessor: before && isLate(before) ? before.title : null,
              },
              today,
              riskDays,
            );
      stands.set(deliverable.id, stood);
      return stood;
    };
    /** The partner's own; what one alone owes, as the lead partner does, all others wait for. */
    const isLate = (deliverable: DeliverableRow): boolean => {
      if (isOwing(deliverable)) return standing(deliverable).kind === "late";
      if (deliverable.owedBy === "partners") return false;
      return [...desks.values()].some(
        (desk) => desk.isOwing(deliverable) && desk.standing(deliverable).kind === "late",
      );
    };
    return { due, isOwing, standing, rowOf };
  };
  for (const partner of partners) desks.set(partner.id, deskOf(partner));
  return desks;
}

/** By deliverable. */
function ownDays(said: ReadonlyMap<string, { dueOn: string | null }>): Map<string, string> {
  return new Map([...said].flatMap(([id, { dueOn }]) => (dueOn === null ? [] : [[id, dueOn]])));
}

/** The linked document; in the trash it is no draft of anything. */
function draftOf<Document extends { trashedAt: Date | null }>({ document }: { document: Document | null }) {
  return document?.trashedAt === null ? document : null;
}

/** The days on which the linked documents were changed last. */
function touchedBy(
  rows: ReadonlyArray<{ document: { id: string; updatedAt: Date; trashedAt: Date | null } | null }>,
): Map<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const draft = draftOf(row);
      return draft ? [[draft.id, dayOf(draft.updatedAt)]] : [];
    }),
  );
}
