// The words on the server: one i18next per language, made when it is first read, for the screens' HTML and for mails.
import type { i18n } from "i18next";
import type { Translate as TranslateOf } from "./keys";
import {
  defaultLanguage,
  languageCodes,
  pseudoLanguage,
  shownLanguage,
  type ShownLanguage,
} from "./languages";
import { pseudoWords } from "./pseudo";
import { fetchShelf, i18nWith, type Namespace } from "./words";

/** The frame's keys need no prefix. */
type Translate = TranslateOf<["frame", ...Namespace[]]>;

interface Speaker {
  i18n: i18n;
  t: Translate;
}

type Words = Awaited<ReturnType<typeof fetchShelf>>;

const words = new Map<string, Words>();
const speakers = new Map<ShownLanguage, Speaker>();

for (const language of languageCodes) {
  const [reading, desk, mails] = await Promise.all([
    fetchShelf(language, "reading"),
    fetchShelf(language, "desk"),
    fetchShelf(language, "mails"),
  ]);
  words.set(language, { ...reading, ...desk, ...mails });
}

/** The i18next of this language, shared by all requests and never changed; English where we have no words for the code. */
export function serverI18n(language: string): i18n {
  return speakerOf(language).i18n;
}

/** The words in this language outside React, as `t("mails:reset.subject")`; English where we have no words for the code. */
export function translate(language: string): Translate {
  return speakerOf(language).t;
}

/** Made when somebody first reads that language: most servers are asked for two or three. */
function speakerOf(language: string): Speaker {
  const shown = shownLanguage(language);
  const known = speakers.get(shown);
  if (known) return known;
  const isPseudo = shown === pseudoLanguage;
  const found = words.get(isPseudo ? defaultLanguage : shown);
  if (!found) throw new Error(`no words were loaded for ${language}`);
  const instance = i18nWith(shown, isPseudo ? pseudoWords(found) : found);
  const speaker = { i18n: instance, t: instance.getFixedT(shown, "frame") as unknown as Translate };
  speakers.set(shown, speaker);
  return speaker;
}
