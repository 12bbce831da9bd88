// How a deliverable is said: its due day's rule, how it stands, and why it is late or at risk.
import type { CellView, DeliverableView } from "./matrix.server";
import type { Reason } from "./standing";
import type { Translate } from "~/i18n/keys";

/** The words of the screens, or of a file that is made for somebody; keys come with their namespace. */
export type Words = Translate<["frame", "deliverables"]>;

/** "4 months after the start of Phase 2". */
export function dueRuleInWords(
  t: Words,
  { anchor, months, phase, after }: Pick<DeliverableView, "anchor" | "months" | "phase" | "after">,
): string {
  if (anchor === "day") return t("deliverables:due.fixed");
  const count = Math.abs(months);
  const values = { count, phase: phase ?? "", title: after ?? "" };
  switch (anchor) {
    case "start":
      if (months === 0) return t("deliverables:due.atStart", values);
      return months > 0 ? t("deliverables:due.start", values) : t("deliverables:due.beforeStart", values);
    case "end":
      if (months === 0) return t("deliverables:due.atEnd", values);
      return months > 0 ? t("deliverables:due.end", values) : t("deliverables:due.beforeEnd", values);
    case "after":
      if (months === 0) return t("deliverables:due.atAfter", values);
      return months > 0 ? t("deliverables:due.after", values) : t("deliverables:due.beforeAfter", values);
  }
}

/** A whole sentence. */
export function reasonInWords(t: Words, reason: Reason): string {
  if (reason.kind === "predecessor-late")
    return t("deliverables:reason.predecessor-late", { title: reason.title });
  return t(`deliverables:reason.${reason.kind}`, { count: reason.days });
}

/** "12 days late", or "At risk: no version named"; null where it is neither. */
export function standingInWords(
  t: Words,
  { kind, daysLate, reasons }: Pick<CellView, "kind" | "daysLate" | "reasons">,
) {
  if (kind === "late") return t("deliverables:standing.late", { count: daysLate });
  if (kind === null) return null;
  const [first] = reasons;
  if (!first || first.kind === "overdue" || first.kind === "changes-overdue")
    return t("deliverables:standing.at-risk");
  return `${t("deliverables:standing.at-risk")}: ${t(`deliverables:short.${first.kind}`)}`;
}
