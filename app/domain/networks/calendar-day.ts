// Calendar days as text "YYYY-MM-DD", a day in Brussels: compared as text, never as instants.

/** Days from today after which a day is no business of one's week and home yet. */
export const daysAhead = 35;

/** Whether this is a day of the calendar, written so, and of a year that somebody can mean: a year half typed is "0020". */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day in Brussels at this instant. */
export function dayOf(at: Date): string {
  return brussels.format(at);
}

/** The day so many days later; earlier where the number is negative. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** How many days the second day comes after the first; negative where it comes before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether two days stand in their order; a day that is not known stands before and after everything. */
export function isInOrder(start: string | null, end: string | null): boolean {
  return start === null || end === null || start <= end;
}

/** The instant at which this day begins in Brussels. */
export function beginningOf(day: string): Date {
  // Brussels is one or two hours ahead: of both instants, the one that is midnight there.
  const utc = Date.parse(`${day}T00:00:00Z`);
  const hours = [1, 2].find((ahead) => {
    const at = new Date(utc - ahead * 3_600_000);
    return dayOf(at) === day && dayOf(new Date(at.getTime() - 1)) !== day;
  });
  return new Date(utc - (hours ?? 1) * 3_600_000);
}

/** The last instant of the day in Brussels: what holds until a day holds through it. */
export function endOfDay(day: string): Date {
  return new Date(beginningOf(dayAfter(day, 1)).getTime() - 1);
}

const brussels = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Brussels",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
