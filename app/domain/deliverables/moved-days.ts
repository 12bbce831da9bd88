// Which due days are others after a change than before it: one row for each partner's deliverable that is owed.
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
}

/** In the order of the deliverables, then of the partners; what does not apply to a city moves nothing for it. */
export function movedDays(was: OwedRows, is: OwedRows, today: string): PartnerMove[] {
  const [before, after] = [was, is].map((owed) =>
    desksOf({ ...owed, spans: spansOf(owed.phases) }, today, riskDaysOf(owed.riskDays)),
  );
  return was.deliverables.flatMap((deliverable) =>
    was.partners.flatMap((partner): PartnerMove[] => {
      const [then, next] = [before?.get(partner.id), after?.get(partner.id)];
      if (!then?.isOwing(deliverable) && !next?.isOwing(deliverable)) return [];
      const row = then?.rowOf(deliverable.id);
      if (row?.notApplicable != null) return [];
      const [from = null, to = null] = [then, next].map((desk) => desk?.due.get(deliverable.id));
      return from === to ? [] : [{ deliverable, partner, row, before: from, after: to }];
    }),
  );
}
