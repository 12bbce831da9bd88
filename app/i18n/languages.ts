// The languages in which Torg speaks, and which of them a person gets. To add one: its folder in `catalogues` and its line here.

/** Code → the language's own name, in the order of the menus. */
export const languages = {
  en: "English",
  it: "Italiano",
  lv: "Latviešu",
  lt: "Lietuvių",
  ro: "Română",
} as const;

export type Language = keyof typeof languages;

/** English made longer, accented and bracketed (`pseudo.ts`): accepted where demo data is on, offered nowhere. */
export const pseudoLanguage = "en-XA";

export type ShownLanguage = Language | typeof pseudoLanguage;

export const defaultLanguage: Language = "en";

export const languageCodes = Object.keys(languages) as Language[];

/** Whether the text is the code of a language of the menus. */
export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text);
}

/** Whether there are words for this code: the languages of the menus, and the pseudo-language. */
export function isShownLanguage(text: string): text is ShownLanguage {
  return text === pseudoLanguage || isLanguage(text);
}

/** The code itself where there are words for it, otherwise English. */
export function shownLanguage(text: string | null | undefined): ShownLanguage {
  return text && isShownLanguage(text) ? text : defaultLanguage;
}

/**
 * The language that an Accept-Language header likes best among ours; English when it likes none of them. `lt-LT` counts as `lt`;
 * a language with q=0 is refused; the pseudo-language is given only when it is asked for and `hasPseudo`.
 */
export function languageOf(acceptLanguage: string | undefined, hasPseudo: boolean): ShownLanguage {
  const wished = (acceptLanguage ?? "").slice(0, 1000).split(",").flatMap(wishIn);
  wished.sort((one, other) => other.weight - one.weight);
  for (const { tag } of wished) {
    if (hasPseudo && tag === pseudoLanguage.toLowerCase()) return pseudoLanguage;
    const primary = tag.split("-")[0] ?? "";
    if (isLanguage(primary)) return primary;
  }
  return defaultLanguage;
}

function wishIn(part: string): Array<{ tag: string; weight: number }> {
  const [tag = "", ...parameters] = part
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return tag && weight > 0 && weight <= 1 ? [{ tag, weight }] : [];
}
