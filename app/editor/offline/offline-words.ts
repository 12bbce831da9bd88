// The words of the page without a network, in all languages at once: it can fetch none later.
import type { i18n } from "i18next";
import enDevice from "~/i18n/catalogues/en/device.json";
import enEditor from "~/i18n/catalogues/en/editor.json";
import enFrame from "~/i18n/catalogues/en/frame.json";
import enLosses from "~/i18n/catalogues/en/losses.json";
import itDevice from "~/i18n/catalogues/it/device.json";
import itEditor from "~/i18n/catalogues/it/editor.json";
import itFrame from "~/i18n/catalogues/it/frame.json";
import itLosses from "~/i18n/catalogues/it/losses.json";
import ltDevice from "~/i18n/catalogues/lt/device.json";
import ltEditor from "~/i18n/catalogues/lt/editor.json";
import ltFrame from "~/i18n/catalogues/lt/frame.json";
import ltLosses from "~/i18n/catalogues/lt/losses.json";
import lvDevice from "~/i18n/catalogues/lv/device.json";
import lvEditor from "~/i18n/catalogues/lv/editor.json";
import lvFrame from "~/i18n/catalogues/lv/frame.json";
import lvLosses from "~/i18n/catalogues/lv/losses.json";
import roDevice from "~/i18n/catalogues/ro/device.json";
import roEditor from "~/i18n/catalogues/ro/editor.json";
import roFrame from "~/i18n/catalogues/ro/frame.json";
import roLosses from "~/i18n/catalogues/ro/losses.json";
import { defaultLanguage, languageCodes, type Language } from "~/i18n/languages";
import { i18nWith } from "~/i18n/words";

const shelves: Record<Language, Record<string, Record<string, unknown>>> = {
  en: { device: enDevice, editor: enEditor, frame: enFrame, losses: enLosses },
  it: { device: itDevice, editor: itEditor, frame: itFrame, losses: itLosses },
  lt: { device: ltDevice, editor: ltEditor, frame: ltFrame, losses: ltLosses },
  lv: { device: lvDevice, editor: lvEditor, frame: lvFrame, losses: lvLosses },
  ro: { device: roDevice, editor: roEditor, frame: roFrame, losses: roLosses },
};

/** The words in this language, or in the house's own where it is none of ours. */
export function offlineWords(language: string | undefined): i18n {
  const shown = languageCodes.find((code) => code === language) ?? defaultLanguage;
  return i18nWith(shown, shelves[shown]);
}
