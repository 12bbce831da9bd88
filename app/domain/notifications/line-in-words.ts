// A line of a notice that tells of several deliverables: "Final plan, Alytus: 7 May 2022 → 7 August 2022".
import type { NoticeLine } from "./deliverable-lines.server";

/** `noDay` is what is said where there is none. */
export function lineInWords(
  { title, city, before, day }: NoticeLine,
  inWords: (day: string) => string,
  noDay: string,
): string {
  const said = (one: string | null) => (one === null ? noDay : inWords(one));
  const when = before === undefined ? said(day) : `${said(before)} → ${said(day)}`;
  return `${title}, ${city}: ${when}`;
}
