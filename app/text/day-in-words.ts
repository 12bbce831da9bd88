// A day as people write it in a text: in figures, or with the name of its month in one of the languages of the menus.

/** By month, how its name begins in any case, folded; in English, Italian, Latvian, Lithuanian and Romanian. */
const months: readonly string[] = [
  "januar|january|gennaio|janvar|saus|ianuarie",
  "februar|february|febbraio|februar|vasar|februarie",
  "march|marzo|mart|kov|martie",
  "april|aprile|april|baland|aprilie",
  "may|maggio|maij|geguz|mai",
  "june|giugno|junij|birzel|iunie",
  "july|luglio|julij|liep|iulie",
  "august|agosto|august|rugpjuc|rugpjut",
  "september|settembre|septembr|rugsej|septembrie",
  "october|ottobre|oktobr|spal|octombrie",
  "november|novembre|novembr|lapkri|noiembrie",
  "december|dicembre|decembr|gruod|decembrie",
];

const name = months.map((stems, index) => `(?<m${index + 1}>${stems})`).join("|");
const month = (which: string) => `(?:${name.replaceAll("?<m", `?<${which}`)})\\p{L}*`;
/** Neither a figure nor a letter goes on before or behind. */
const from = "(?<![\\p{L}\\p{N}])";
const to = "(?![\\p{L}\\p{N}])";

const day = "(?<d>\\d{1,2})";
const year = "(?<y>\\d{4})";

const forms: readonly RegExp[] = [
  // 2026-12-01
  new RegExp(`${from}${year}-(?<m>\\d{2})-${day}${to}`, "gu"),
  // 1.12.2026, 01. 12. 2026, 1/12/2026: the day comes first in all these languages
  new RegExp(`${from}${day}(?:\\. ?|/)(?<m>\\d{1,2})(?:\\. ?|/)${year}${to}`, "gu"),
  // 1 December 2026, 1st of December 2026, 1º dicembre 2026
  new RegExp(`${from}${day}(?:st|nd|rd|th|º|°|\\.)? ?(?:of |de )?${month("a")},? ${year}${to}`, "giu"),
  // December 1, 2026
  new RegExp(`${from}${month("b")} ${day}(?:st|nd|rd|th)?,? ${year}${to}`, "giu"),
  // 2026. gada 1. decembris
  new RegExp(`${from}${year}\\.? ?(?:gada |g\\. ?)?${day}\\. ?${month("c")}${to}`, "giu"),
  // 2026 m. gruodžio 1 d.
  new RegExp(`${from}${year} ?(?:m\\. ?|metų )?${month("e")} ${day}(?: ?d\\.)?${to}`, "giu"),
];

/** The last day that is written in this text, as "YYYY-MM-DD"; null where there is none, or none of the calendar. */
export function lastDayIn(text: string): string | null {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\p{Z}\s]+/gu, " ");
  let last: { at: number; day: string } | null = null;
  for (const form of forms) {
    for (const { groups = {}, index } of plain.matchAll(form)) {
      const found = dayOf(groups);
      if (found !== null && index >= (last?.at ?? 0)) last = { at: index, day: found };
    }
  }
  return last?.day ?? null;
}

function dayOf(groups: Record<string, string | undefined>): string | null {
  const { y = "", d = "" } = groups;
  const named = Object.entries(groups).find(([key, found]) => /^[abce]\d+$/.test(key) && found !== undefined);
  const m = groups["m"] ?? named?.[0].slice(1) ?? "";
  const written = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const at = new Date(`${written}T00:00:00Z`);
  // The 31st of February is none.
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(written) ? null : written;
}
