// Until when a notice is put off, in the day of whoever puts it off.
import { dayAfter } from "../networks/calendar-day";
import { beginningOfDay, dayThere, hourOfDay } from "../networks/reader-days";
import type { Snooze } from "./notice";

/** The hour at which a working day begins. */
const beginning = 8;
/** How much later "later today" is. */
const later = 3 * 3_600_000;
const minute = 60_000;

/** Later today is in three hours, or the day's last minute; tomorrow and next week (its Monday) are at eight in the morning. */
export function snoozedUntil(until: Snooze, at: Date, timeZone: string): Date {
  const today = dayThere(at, timeZone);
  if (until === "tomorrow") return hourOfDay(dayAfter(today, 1), beginning, timeZone);
  if (until === "next-week") return hourOfDay(dayAfter(today, daysToMonday(today)), beginning, timeZone);
  const lastMinute = beginningOfDay(dayAfter(today, 1), timeZone).getTime() - minute;
  return new Date(Math.max(Math.min(at.getTime() + later, lastMinute), at.getTime() + minute));
}

/** From one to seven. */
function daysToMonday(day: string): number {
  return 7 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7);
}
