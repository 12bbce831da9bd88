// What stands below the text, for the contents: its headings are the interface's, not the writer's.
import type { Translate } from "~/i18n/keys";
import type { ElementMatrix } from "~/domain/documents/element-marks.server";
import type { Relations } from "~/domain/documents/relations.server";
import type { Visit } from "~/domain/visits/reading.server";
import type { Namespace } from "~/i18n/words";
import type { StatedFacts } from "~/ui/stated-facts";
import type { ContentsEntry } from "~/ui/table-of-contents";

interface Below {
  facts: StatedFacts;
  matrix: ElementMatrix;
  visit: Visit | null;
  relations: Relations;
  hasTasks: boolean;
}

/** In the order of the screen; `outline` says on which level they stand. */
export function outlineBelow(
  { facts, matrix, visit, relations, hasTasks }: Below,
  outline: readonly ContentsEntry[],
  t: Translate<["frame", ...Namespace[]]>,
  lang: string,
): ContentsEntry[] {
  const level = Math.min(2, ...outline.map((entry) => entry.level));
  const entries: Array<readonly [id: string, text: string] | false> = [
    hasTasks && ["tasks", t("tasks:text.title")],
    facts.elements !== null && ["transfer-elements", facts.elements.label],
    ...facts.tables.map(({ key, label }) => [`facts-${key}`, label] as const),
    matrix.elements.length > 0 && ["others", t("documents:elements.title")],
    visit !== null &&
      (visit.additions.length > 0 || visit.mayAdd) && ["additions", t("visits:additions.title")],
    visit !== null && ["reply", t("visits:reply.title")],
    visit !== null && visit.signatures.length > 0 && ["signatures", t("visits:sign.title")],
    hasOthers(relations) && ["other-texts", t("documents:relations.title")],
  ];
  return entries.flatMap((entry) => (entry ? [{ id: entry[0], text: entry[1], level, lang }] : []));
}

/** Whether there is anything to say of other texts. */
export function hasOthers({ adaptedFrom, original, translations, linkedFrom }: Relations): boolean {
  return Boolean(adaptedFrom ?? original) || translations.length + linkedFrom.length > 0;
}
