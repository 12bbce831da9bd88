// Dates, numbers, lists and names as a reader of this language expects them, and the same on the server and in every browser.
import { defaultLanguage, pseudoLanguage, shownLanguage } from "./languages";

/** An instant, as loaders give it. */
export type Instant = Date | string | number;

/** How one person reads: the functions give plain text for `t` and for screens. */
export interface Format {
  /** "3 April 2020", in the person's time zone; in Latvian "03.04.2020.". */
  date(at: Instant): string;
  /** "14:05", in the person's time zone; always 24 hours. */
  time(at: Instant): string;
  /** "3 April 2020, 14:05", in the person's time zone; in Latvian "03.04.2020. 14:05". */
  dateTime(at: Instant): string;
  /** "3 April 2020" from "2020-04-03": a calendar day, the same in every time zone. */
  day(day: string): string;
  /** "23–24 January 2020" from two calendar days, the first one first; one day alone where both are the same. */
  days(first: string, last: string): string;
  /** The calendar day of an instant in the person's time zone: "2020-04-03". */
  dayOf(at: Instant): string;
  /** "now", "5 minutes ago", "yesterday", and after a week the date. What lies after `now` counts as now. */
  ago(at: Instant, now: Instant): string;
  /** "today", "tomorrow", "in 12 days", "4 months ago": how far a calendar day is from today, in days; past ones are negative. */
  inDays(days: number): string;
  /** "20,000" and "15.109": at most three decimals. */
  number(number: number): string;
  /** "2.01 MB" (a million bytes), "312 kB" or "80 B"; rounded up, so that what is over a limit is seen to be. */
  bytes(bytes: number): string;
  /** "Alytus, Novska and Rzeszów". */
  list(items: readonly string[]): string;
  /** The name of a language by its code: "Lithuanian". */
  languageName(code: string): string;
  /** The name of a country by its two letters: "Lithuania". */
  countryName(code: string): string;
}

const made = new Map<string, Format>();

/**
 * How a person of this language and time zone (IANA name) reads; an unknown zone counts as UTC. Servers and browsers bring data of
 * different years: so only long-settled patterns are asked of Intl (long months, 24 hours, no "medium" styles), parts are joined
 * here, and every kind of space becomes the one space.
 */
export function formatFor(language: string, timeZone: string): Format {
  const key = `${shownLanguage(language)} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const format = makeFormat(intlLocale(language), knownTimeZone(timeZone));
  // Zones come from profiles: there are some hundred, times our languages.
  made.set(key, format);
  return format;
}

/** What Intl is asked for: British English (day before month, 24 hours) for ours and for the pseudo-language. */
export function intlLocale(language: string): string {
  const shown = shownLanguage(language);
  return shown === pseudoLanguage || shown === defaultLanguage ? "en-GB" : shown;
}

function makeFormat(locale: string, timeZone: string): Format {
  const long = { day: "numeric", month: "long", year: "numeric" } as const;
  const dates = new Intl.DateTimeFormat(locale, { ...long, timeZone });
  const days = new Intl.DateTimeFormat(locale, { ...long, timeZone: "UTC" });
  const isInFigures = datesInFigures.has(locale);
  const times = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: "always" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const languageNames = new Intl.DisplayNames(locale, { type: "language" });
  const countryNames = new Intl.DisplayNames(locale, { type: "region" });
  const isoDays = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone,
  });
  const isoDay = (at: Instant) => isoDays.format(new Date(at));
  /** The calendar day of an instant, counted from 1970. */
  const dayNumber = (at: Instant) => Math.round(Date.parse(`${isoDay(at)}T00:00:00Z`) / 86_400_000);
  const number = (value: number) => oneSpace(numbers.format(value));
  const date = (at: Instant) => (isInFigures ? inFigures(isoDay(at)) : oneSpace(dates.format(new Date(at))));
  const day = (text: string) => (isInFigures ? inFigures(text) : oneSpace(days.format(midnight(text))));
  const time = (at: Instant) => oneSpace(times.format(new Date(at)));
  return {
    date,
    time,
    dateTime: (at) => `${date(at)}${isInFigures ? "" : ","} ${time(at)}`,
    day,
    days(first, last) {
      if (first === last) return day(first);
      // A role can end before it began, and a text in the making say anything: no range, but both days.
      if (first > last) return `${day(first)} – ${day(last)}`;
      if (isInFigures) return rangeInFigures(first, last);
      return asOfficesWrite(locale, days.formatRange(midnight(first), midnight(last)));
    },
    dayOf: isoDay,
    ago(at, now) {
      const minutes = Math.floor((new Date(now).getTime() - new Date(at).getTime()) / 60_000);
      if (minutes < 1) return oneSpace(relative.format(0, "second"));
      if (minutes < 60) return oneSpace(relative.format(-minutes, "minute"));
      const daysBetween = dayNumber(now) - dayNumber(at);
      if (daysBetween === 0 || minutes < 12 * 60)
        return oneSpace(relative.format(-Math.floor(minutes / 60), "hour"));
      return daysBetween < 7 ? oneSpace(relative.format(-daysBetween, "day")) : date(at);
    },
    inDays(days) {
      const distance = Math.abs(days);
      if (distance < 60) return oneSpace(relative.format(days, "day"));
      if (distance < 730) return oneSpace(relative.format(Math.trunc(days / 30.44), "month"));
      return oneSpace(relative.format(Math.trunc(days / 365.25), "year"));
    },
    number,
    bytes(bytes) {
      if (bytes >= 1_000_000) return `${number(Math.ceil(bytes / 10_000) / 100)} MB`;
      return bytes >= 1000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(bytes)} B`;
    },
    list: (items) => oneSpace(lists.format(items)),
    languageName: kept((code) => oneSpace(languageNames.of(code) ?? code)),
    countryName: kept((code) => oneSpace(countryNames.of(code) ?? code)),
  };
}

/**
 * Latvian inflects its months ("no … aprīļa", "līdz … aprīlim") and Intl gives them in one case only: dates stand in figures, as
 * offices write them, and fit into every sentence.
 */
const datesInFigures = new Set(["lv"]);

/** "03.04.2020." from "2020-04-03". */
function inFigures(isoDay: string): string {
  return `${isoDay.split("-").reverse().join(".")}.`;
}

/** "23.–24.01.2020." and "28.12.2019.–02.01.2020.": what both days have in common stands once. */
function rangeInFigures(first: string, last: string): string {
  const [year, month, day] = first.split("-");
  const [lastYear, lastMonth] = last.split("-");
  if (year !== lastYear) return `${inFigures(first)}–${inFigures(last)}`;
  return `${day}.${month === lastMonth ? "" : `${month}.`}–${inFigures(last)}`;
}

/**
 * Intl's ranges lack what its single days have in the same language: the Lithuanian "m." and "d.". And they differ from it, and from
 * one version of Intl's data to the next, in noughts before a day and in spaces around the dash between two days of a month.
 */
function asOfficesWrite(locale: string, range: string): string {
  const even = oneSpace(range)
    .replace(/\s*–\s*/g, " – ")
    .replace(/(?<!\d)0(?=\d(?!\d))/g, "")
    .replace(/(?<!\d)(\d{1,2}) – (?=\d{1,2}(?!\d))/g, "$1–");
  if (locale !== "lt") return even;
  return `${even.replace(/\d{4}/g, "$& m.").replace(" – ", " d. – ")} d.`;
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Intl looks names up anew each time, which is slow where a page asks before every answer. */
function kept(nameOf: (code: string) => string): (code: string) => string {
  const names = new Map<string, string>();
  return (code) => {
    const name = names.get(code) ?? nameOf(code);
    names.set(code, name);
    return name;
  };
}

/** Some versions of Intl's data write narrow or thin spaces where others do not; numbers still must not break over lines. */
function oneSpace(text: string): string {
  return text.replace(/[\u2009\u202f]/g, "\u00a0");
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
