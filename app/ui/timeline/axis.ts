// The years and months above a timeline: as many as have room for their words, in the reader's language.
import { intlLocale } from "~/i18n/format";
import { textWidth } from "../map/text-width";
import { monthLater, type Span } from "./span";

export interface Tick {
  x: number;
  words: string;
}

export interface Axis {
  years: Tick[];
  /** Every month, every third or every sixth; none where not even these have room. */
  months: Tick[];
}

/** Between two words. */
const gap = 10;

/** `place` says where a day stands; no two words of a row meet. */
export function axisOf(span: Span, place: (day: string) => number, language: string, size: number): Axis {
  return { years: yearsIn(span, place, size), months: monthsIn(span, place, monthNames(language), size) };
}

function yearsIn({ from, to }: Span, place: (day: string) => number, size: number): Tick[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const needed = textWidth("0000", size) + gap;
  const each = (place(to) - place(from)) / Math.max(1, last - first);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => years * each >= needed) ?? 2000;
  const ticks: Tick[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const day = `${String(year).padStart(4, "0")}-01-01`;
    if (day >= from && day < to) ticks.push({ x: place(day), words: String(year) });
  }
  // The year in which it begins is said where the next one leaves room for it.
  const [next] = ticks;
  if (!next || next.x - place(from) >= needed) ticks.unshift({ x: place(from), words: String(first) });
  return ticks;
}

function monthsIn(span: Span, place: (day: string) => number, names: string[], size: number): Tick[] {
  const widest = Math.max(...names.map((name) => textWidth(name, size))) + gap;
  for (const step of [1, 3, 6]) {
    // No month is shorter than four weeks.
    const least = (place(span.to) - place(span.from)) / (daysIn(span) / 28 / step);
    if (least < widest) continue;
    const first = Number(span.from.slice(5, 7)) - 1;
    const ticks: Tick[] = [];
    for (let at = (step - (first % step)) % step; ; at += step) {
      const day = monthLater(span.from, at);
      // At the edge there is no room left for a word.
      if (day >= span.to) return ticks;
      ticks.push({ x: place(day), words: names[(first + at) % 12] ?? "" });
    }
  }
  return [];
}

const daysIn = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Short, but for languages whose short months are figures. */
function monthNames(language: string): string[] {
  const named = (month: "short" | "long") => {
    const format = new Intl.DateTimeFormat(intlLocale(language), { month, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2020, at, 1)));
  };
  const short = named("short");
  return short.some((name) => /\d/.test(name)) ? named("long") : short;
}
