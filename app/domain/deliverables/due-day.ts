// The day on which a deliverable is due: out of its phase's days, of what it follows, or fixed. Days are "YYYY-MM-DD", in Brussels.
import type { Anchor } from "./deliverable";

/** What a due day is made of. */
export interface DueRule {
  id: string;
  anchor: Anchor;
  /** From the anchor; negative: before it. */
  months: number;
  fixedOn: string | null;
  phaseId: string | null;
  afterId: string | null;
}

/** The first and the last day of a phase, as far as they are known. */
export interface PhaseSpan {
  start: string | null;
  end: string | null;
}

/** The same day so many months later, or earlier; a day that the month lacks becomes its last. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/**
 * The due days of these deliverables by their ids; null where a phase's day or that of what it follows is not known. `own` are days that
 * were set for one partner: they move what follows for that partner, too. What follows itself, however far around, has no day.
 */
export function dueDays(
  rules: readonly DueRule[],
  phases: ReadonlyMap<string, PhaseSpan>,
  own: ReadonlyMap<string, string> = new Map(),
): Map<string, string | null> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const days = new Map<string, string | null>();
  const dayOfRule = (rule: DueRule): string | null => {
    const known = days.get(rule.id);
    if (known !== undefined) return known;
    // Stands while it is being found: whoever comes here again went round in a circle.
    days.set(rule.id, null);
    const day = own.get(rule.id) ?? byRule(rule);
    days.set(rule.id, day);
    return day;
  };
  const byRule = ({ anchor, months, fixedOn, phaseId, afterId }: DueRule): string | null => {
    if (anchor === "day") return fixedOn;
    const phase = phases.get(phaseId ?? "");
    const before = byId.get(afterId ?? "");
    const from =
      anchor === "after" ? before && dayOfRule(before) : anchor === "start" ? phase?.start : phase?.end;
    return from ? monthsAfter(from, months) : null;
  };
  for (const rule of rules) dayOfRule(rule);
  return days;
}

/** Whether `id` would come after itself if it came after `afterId`. */
export function followsItself(
  rules: ReadonlyArray<Pick<DueRule, "id" | "afterId">>,
  id: string,
  afterId: string | null,
): boolean {
  const before = new Map(rules.map((rule) => [rule.id, rule.afterId]));
  const seen = new Set<string>();
  for (let at = afterId; at !== null && !seen.has(at); at = before.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
