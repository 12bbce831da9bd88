// What a calendar says of a partner's deliverable. It is read days after it was fetched: so it tells days, never how long ago they were.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { isOwed, isSentBack } from "../deliverables/deliverable";
import type { CellView } from "../deliverables/matrix.server";
import type { Reason } from "../deliverables/standing";
import { dayAfter } from "../networks/calendar-day";

/** How it stands; what is late or at risk, and why; and that its day counts in Brussels. `today` is when that was worked out. */
export function deliverableLines(cell: CellView, day: string, today: string, language: string): string[] {
  const t = translate(language);
  const lines = [t(`deliverables:state.${cell.state}`)];
  if (cell.kind === "late") lines.push(t("calendar:late"));
  if (cell.kind === "at-risk") lines.push(t("deliverables:standing.at-risk"));
  lines.push(...cell.reasons.map((reason) => reasonLine(reason, today, language)));
  if (isAwaited(cell) && day >= today) lines.push(t("calendar:untilEndOfDay"));
  return lines;
}

/** The city has something to hand in. */
export function isAwaited({ state }: Pick<CellView, "state">): boolean {
  return state !== "not-applicable" && (isOwed(state) || isSentBack(state));
}

function reasonLine(reason: Reason, today: string, language: string): string {
  const t = translate(language);
  if (reason.kind === "predecessor-late")
    return t("deliverables:reason.predecessor-late", { title: reason.title });
  const day = formatFor(language, "UTC").day(dayAfter(today, -reason.days));
  return t(`calendar:reason.${reason.kind}`, { day });
}
