// What a calendar is told of: days on which something is due, begins or ends, each with the words that stand beside it.

/** What somebody owes or sees to, in all their networks; or all that they see of one network. */
export type FeedScope = "mine" | "network";

/** One day of a calendar, in the words of whoever reads it. */
export interface CalendarEntry {
  /** Names it for ever, whatever becomes of its day and its words. */
  uid: string;
  networkId: string;
  partnershipId: string | null;
  /** "YYYY-MM-DD". It is over with the end of that day in Brussels. */
  day: string;
  /** Where it takes more than that day. */
  lastDay?: string;
  title: string;
  /** Lines of plain text. */
  description: string;
  url: string;
  category: string;
  /** Somebody has to do something by then, and is to be reminded. */
  hasAlarms: boolean;
}

/** The host part stays the same wherever Torg is reached: an entry under a new name would stand beside the old one. */
export function uidOf(kind: string, ...ids: string[]): string {
  return `${[kind, ...ids].join("-")}@torg`;
}

/** Days for which what is no more is told to be cancelled: a calendar program that was away for that long begins anew. */
export const cancelledDays = 60;

/** Days before the entry's own, on each of which its reader is reminded at nine in the morning, wherever they are. */
export const alarmDays = [14, 7, 1] as const;
