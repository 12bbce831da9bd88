// How near a day is, as far as somebody is reminded of it.

/** How near a day is when somebody is reminded of it, the nearest first; what is past is "overdue". */
export const nearnesses = ["overdue", "1", "7", "14"] as const;
export type Nearness = (typeof nearnesses)[number];

/** Who learns only now that something is late by more days than these hears of it from the matrix, not as news. */
const newsFor = 30;

/** Days before and on which it is said; null: it is further off, or past for too long. */
export function nearnessOf(days: number): Nearness | null {
  if (days < -newsFor) return null;
  return days < 0 ? "overdue" : days <= 1 ? "1" : days <= 7 ? "7" : days <= 14 ? "14" : null;
}
