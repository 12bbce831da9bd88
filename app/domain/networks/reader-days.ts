// Calendar days as the reader of a page lives them: where one begins depends on the time zone.
import { dayAfter } from "./calendar-day";

/** The instant at which this day ("YYYY-MM-DD") begins in the time zone (IANA name; an unknown one counts as UTC). */
export function beginningOfDay(day: string, timeZone: string): Date {
  return hourOfDay(day, 0, timeZone);
}

/** The calendar day there at this instant. */
export function dayThere(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at, timeZone)).toISOString().slice(0, 10);
}

/** The next instant after this one at which clocks there strike the hour. */
export function nextHour(at: Date, hour: number, timeZone: string): Date {
  const day = dayThere(at, timeZone);
  const today = hourOfDay(day, hour, timeZone);
  return today > at ? today : hourOfDay(dayAfter(day, 1), hour, timeZone);
}

/** The instant at which it is this hour of this day there. */
export function hourOfDay(day: string, hour: number, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  // The offset at a first guess may be that of the other side of a change to summer time: ask again at the second.
  const guess = utc - offsetAt(new Date(utc), timeZone);
  return new Date(utc - offsetAt(new Date(guess), timeZone));
}

/** Milliseconds by which clocks there are ahead of UTC. */
function offsetAt(at: Date, timeZone: string): number {
  const parts = formatter(timeZone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const there = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return there - Math.floor(at.getTime() / 1_000) * 1_000;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const numeric = "numeric" as const;
  const parts = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  };
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone: "UTC" });
  }
}
