// What a state of a document states besides its text, in the reader's words, so that two of them are compared as texts are.
import type { State } from "~/domain/documents/comparing.server";
import type { Translate } from "~/i18n/keys";
import { statedFacts } from "../stated-facts";
import { statedDocument } from "./stated-document";

interface Telling extends Omit<Parameters<typeof statedFacts>[2], "t"> {
  t: Translate<["frame", "facts", "comparing"]>;
}

/** Title and language stand before the facts. */
export function comparedState({ t, format, language }: Telling): State {
  return (facts, names, side) =>
    statedDocument(
      [
        { label: t("comparing:factsTitle"), words: side.title },
        { label: t("comparing:factsLanguage"), words: format.languageName(side.language) },
      ],
      statedFacts(facts, names, { t, format, language }),
    );
}
