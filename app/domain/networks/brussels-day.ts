// Calendar days as the programme counts them: a day in Brussels, written "YYYY-MM-DD".

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Brussels",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in Brussels at this instant. */
export function dayOf(at: Date): string {
  return parts.format(at);
}

/** Whether the text is a day of the calendar; 30 February is none. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The last instant of the day: what holds until a day holds through it. Expects a day. */
export function endOfDay(day: string): Date {
  const inSummer = new Date(`${day}T23:59:59.999+02:00`);
  const anHourLater = new Date(inSummer.getTime() + 60 * 60 * 1000);
  return dayOf(anHourLater) === day ? anHourLater : inSummer;
}
