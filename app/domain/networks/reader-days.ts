// Calendar days as the reader of a page lives them: where one begins depends on the time zone.

/** The instant at which this day ("YYYY-MM-DD") begins in the time zone (IANA name; an unknown one counts as UTC). */
export function beginningOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
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
