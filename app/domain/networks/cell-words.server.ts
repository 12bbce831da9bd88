// From the words that people write in a list to what they mean: roles, cities and languages by any of their names.
import { languageCodes, languages, type Language } from "~/i18n/languages";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { slug } from "~/text/slug";
import { roles, type Role } from "../access/role";
import type { Place } from "./places.server";

/** Each finds what a cell means, whatever its case, marks and hyphens; several partners where a name is not of one alone. */
export interface CellWords {
  role(cell: string): Role | undefined;
  language(cell: string): Language | undefined;
  partners(cell: string): Place[];
}

/** The words of these partners' cities, in all their languages, and of their institutions. */
export function cellWords(places: readonly Place[]): CellWords {
  const roleWords = new Map<string, Role>();
  const languageWords = new Map<string, Language>();
  for (const spoken of languageCodes) {
    const t = translate(spoken);
    const { languageName } = formatFor(spoken, "UTC");
    for (const role of roles) roleWords.set(slug(t(`frame:role.${role}`)), role);
    for (const code of languageCodes) languageWords.set(slug(languageName(code)), code);
  }
  for (const role of roles) roleWords.set(slug(role), role);
  for (const code of languageCodes) languageWords.set(slug(languages[code]), code).set(code, code);
  const placeWords = new Map<string, Set<Place>>();
  for (const place of places) {
    for (const word of [place.institution, ...place.names.map(({ name }) => name)]) {
      const known = placeWords.get(slug(word)) ?? new Set<Place>();
      placeWords.set(slug(word), known.add(place));
    }
  }
  return {
    role: (cell) => roleWords.get(slug(cell)),
    language: (cell) => languageWords.get(slug(cell)),
    partners: (cell) => [...(placeWords.get(slug(cell)) ?? [])],
  };
}
