// Which words there are and how they are fetched; keys.ts teaches tsc their keys.
import { createInstance, type i18n, type I18nFormatModule, type InitOptions } from "i18next";
import type * as desk from "./catalogues/en/desk";
import type * as mails from "./catalogues/en/mails";
import type * as reading from "./catalogues/en/reading";
import { defaultLanguage, pseudoLanguage, type ShownLanguage } from "./languages";

/** Namespace → its words in English, from which the keys are typed. */
export type Words = typeof reading & typeof desk & typeof mails;

export type Namespace = keyof Words;

/** Which words come together: one file for each language and shelf. */
export type Shelf = "reading" | "threads" | "desk" | "mails";

type Resources = Record<string, Record<string, unknown>>;

/** Fetches a shelf of a language: namespace → words. Throws when it cannot be had. */
export async function fetchShelf(language: ShownLanguage, shelf: Shelf): Promise<Resources> {
  const source = language === pseudoLanguage ? defaultLanguage : language;
  // A module namespace object: spread, so that i18next holds a plain object.
  const words = { ...((await import(`./catalogues/${source}/${shelf}.ts`)) as Resources) };
  if (language !== pseudoLanguage) return words;
  const { pseudoWords } = await import("./pseudo");
  return pseudoWords(words);
}

/**
 * An i18next that speaks this language only and is ready at once. Values are put in as they are (React escapes), once: neither
 * {{placeholders}} nor $t() inside a value mean anything. Outside production a missing key or value throws.
 */
export function i18nWith(language: ShownLanguage, resources: Resources): i18n {
  const instance = createInstance().use(filling);
  const options: InitOptions = {
    lng: language,
    fallbackLng: false,
    load: "currentOnly",
    ns: Object.keys(resources),
    defaultNS: "frame",
    resources: { [language]: resources } as InitOptions["resources"],
    initAsync: false,
    appendNamespaceToMissingKey: true,
    parseMissingKeyHandler: (key: string) => missing(`key "${key}"`, key),
    showSupportNotice: false,
  };
  void instance.init(options);
  return instance;
}

/** In place of i18next's own interpolation, which looks again at what it has put in. */
const filling: I18nFormatModule & { parse(words: string, values: Record<string, unknown>): string } = {
  type: "i18nFormat",
  parse: (words, values) => (values.skipInterpolation === true ? words : filled(words, values)),
};

/** The words with their {{values}} in place. */
export function filled(words: string, values: Record<string, unknown>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    values[name] === undefined ? missing(`value "${name}" for "${words}"`, "") : String(values[name]),
  );
}

function missing(what: string, instead: string): string {
  if (process.env.NODE_ENV !== "production") throw new Error(`the screens lack the ${what}`);
  return instead;
}
