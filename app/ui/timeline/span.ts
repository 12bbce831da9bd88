// From when to when a timeline is drawn: the phases and what lies near them; one day mistyped by a century does not press all else flat.
import { dayAfter } from "~/domain/networks/calendar-day";
import type { Timeline } from "~/domain/deliverables/timeline";

/** Both the first of a month; `to` is no longer part of it. */
export interface Span {
  from: string;
  to: string;
}

export interface Shown {
  span: Span;
  hasToday: boolean;
  /** How many due days and meetings lie too far away to be drawn. */
  left: number;
}

/** Days around the phases in which everything is drawn, and around all that within which today is. */
const near = 366;
const nearToday = 184;
const fewestMonths = 3;

/** Null where no day is known. Without phases' days every due day and meeting counts. */
export function spanOf({ today, phases, dues, meetings }: Timeline): Shown | null {
  const ofPhases = phases
    .flatMap(({ planned, actual }) => [planned.start, planned.end, actual.start, actual.end])
    .filter((day) => day !== null);
  const marks = [
    ...dues.flatMap(({ day, planned }) => (day === null ? [] : [[day, planned ?? day]])),
    ...meetings.map(({ from, to }) => [from, to]),
  ];
  const core = ofPhases.length > 0 ? ofPhases : marks.flat();
  const first = least(core);
  const last = most(core);
  if (first === undefined || last === undefined) return null;
  const [begin, end] = [dayAround(first, -near), dayAround(last, near)];
  const close = marks.filter((days) => days.every((day) => day >= begin && day <= end));
  const all = [...core, ...close.flat()];
  const [from = first, to = last] = [least(all), most(all)];
  const hasToday = today >= dayAround(from, -nearToday) && today <= dayAround(to, nearToday);
  const days = hasToday ? [from, to, today] : [from, to];
  const start = `${(least(days) ?? from).slice(0, 7)}-01`;
  const afterLast = monthLater(most(days) ?? to, 1);
  const atLeast = monthLater(start, fewestMonths);
  const span = { from: start, to: afterLast < atLeast ? atLeast : afterLast };
  const left = marks.filter((days) => !days.every((day) => isShown(day, span))).length;
  return { span, hasToday, left };
}

/** Whether this day is drawn. */
export const isShown = (day: string, { from, to }: Span): boolean => day >= from && day <= to;

/** The first of the month so many months later; the calendar ends with the year 9999. */
export function monthLater(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [later, of] = [Math.floor(count / 12), (count % 12) + 1];
  return later > 9999 ? "9999-12-31" : `${String(later).padStart(4, "0")}-${String(of).padStart(2, "0")}-01`;
}

/** As `dayAfter`, inside the years that a day has. */
function dayAround(day: string, days: number): string {
  const year = Number(day.slice(0, 4));
  if (days < 0 ? year < 2 : year > 9997) return days < 0 ? "0000-01-01" : "9999-12-31";
  return dayAfter(day, days);
}

const least = (days: readonly string[]) =>
  days.reduce<string | undefined>((a, b) => (a && a < b ? a : b), undefined);
const most = (days: readonly string[]) =>
  days.reduce<string | undefined>((a, b) => (a && a > b ? a : b), undefined);
