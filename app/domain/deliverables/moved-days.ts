// Which due days are others after a change than before it, and what is no longer asked for or again: one row for each partner's
// deliverable that is owed.
import { desksOf, spansOf } from "./desks";
import type { OwedRow } from "./owed-row.server";
import type { DeliverableRow, OwedRows, PartnerRow } from "./owed-rows.server";
import { riskDaysOf } from "./standing";

export interface PartnerMove {
  deliverable: DeliverableRow;
  partner: PartnerRow;
  /** What is kept of it; undefined where nothing was said of it. */
  row: OwedRow | undefined;
  /** null: there is none. */
  before: string | null;
  after: string | null;
  /** Whether it is no longer asked for after it, or again; null: only its day is another. */
  turn: AskedTurn | null;
}

export type AskedTurn = "dropped" | "again";

/**
 * In the order of the deliverables, then of the partners; what does not apply to a city moves nothing for it. What is not asked for has
 * no day; what comes after it keeps its own.
 */
export function movedDays(was: OwedRows, is: OwedRows, today: string): PartnerMove[] {
  const [before, after] = [was, is].map((owed) =>
    desksOf({ ...owed, spans: spansOf(owed.phases) }, today, riskDaysOf(owed.riskDays)),
  );
  const [askedBefore, askedAfter] = [was, is].map(
    ({ deliverables }) => new Set(deliverables.map(({ id }) => id)),
  );
  const asked = [...was.deliverables, ...is.deliverables.filter(({ id }) => !askedBefore?.has(id))];
  return asked.flatMap((deliverable) => {
    const { id } = deliverable;
    const turn = turnOf(askedBefore?.has(id) === true, askedAfter?.has(id) === true);
    return was.partners.flatMap((partner): PartnerMove[] => {
      const then = turn === "again" ? undefined : before?.get(partner.id);
      const next = turn === "dropped" ? undefined : after?.get(partner.id);
      if (!then?.isOwing(deliverable) && !next?.isOwing(deliverable)) return [];
      const row = (then ?? next)?.rowOf(id);
      if (row?.notApplicable != null) return [];
      const [from = null, to = null] = [then, next].map((desk) => desk?.due.get(id));
      return turn === null && from === to
        ? []
        : [{ deliverable, partner, row, before: from, after: to, turn }];
    });
  });
}

function turnOf(isBefore: boolean, isAfter: boolean): AskedTurn | null {
  return isBefore === isAfter ? null : isBefore ? "dropped" : "again";
}
