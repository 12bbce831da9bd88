// Calendar days as the programme counts them: in Brussels, written "YYYY-MM-DD".

const brussels = new Intl.DateTimeFormat("en-CA", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: "Europe/Brussels",
});

/** The calendar day in Brussels at this instant. */
export function dayInBrussels(at: Date): string {
  return brussels.format(at);
}

/** How many days the second calendar day comes after the first; negative where it comes before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
