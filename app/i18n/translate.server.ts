// The words on the server: one i18next per language, made when the process starts, for the screens' HTML and for mails.
import type { i18n, TFunction } from "i18next";
import { languageCodes, pseudoLanguage, shownLanguage, type ShownLanguage } from "./languages";
import { fetchShelf, i18nWith, type Namespace } from "./words";

/** The frame's keys need no prefix. */
type Translate = TFunction<["frame", ...Namespace[]]>;

const speakers = new Map<ShownLanguage, { i18n: i18n; t: Translate }>();

for (const language of [...languageCodes, pseudoLanguage] as const) {
  const [reading, desk, mails] = await Promise.all([
    fetchShelf(language, "reading"),
    fetchShelf(language, "desk"),
    fetchShelf(language, "mails"),
  ]);
  const speaker = i18nWith(language, { ...reading, ...desk, ...mails });
  speakers.set(language, { i18n: speaker, t: speaker.getFixedT(language, "frame") as unknown as Translate });
}

/** The i18next of this language, shared by all requests and never changed; English where we have no words for the code. */
export function serverI18n(language: string): i18n {
  return speakerOf(language).i18n;
}

/** The words in this language outside React, as `t("mails:reset.subject")`; English where we have no words for the code. */
export function translate(language: string): Translate {
  return speakerOf(language).t;
}

function speakerOf(language: string) {
  const speaker = speakers.get(shownLanguage(language));
  if (!speaker) throw new Error(`no words were loaded for ${language}`);
  return speaker;
}
