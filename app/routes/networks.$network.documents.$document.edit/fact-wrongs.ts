// What is wrong with facts, by their fields: for the words beside a field and for the summary above all.
import type { DocumentKind } from "~/domain/documents/document";
import {
  cellsOf,
  factFields,
  factsPrefix,
  type RowFact,
  type SingleFact,
} from "~/domain/documents/fact-fields";
import type { FieldWrong } from "~/domain/refusal";
import type { useT } from "~/i18n/use-t";

type FactWords = ReturnType<typeof useT<["facts"]>>;

/** Several words or choices stand in one field: what is wrong with one of them is wrong with the field. */
const wholeFields = ["facts.topics", "facts.experts"];

/** What is wrong with this field. */
export function wrongOf(errors: Record<string, FieldWrong>, name: string): FieldWrong | undefined {
  if (errors[name]) return errors[name];
  if (!wholeFields.includes(name)) return undefined;
  return Object.entries(errors).find(([field]) => field.startsWith(`${name}.`))?.[1];
}

/** The same errors with the names of the fields as the form of this kind has them, in the order in which it has them. */
export function onFields(errors: Record<string, FieldWrong> | undefined, kind: DocumentKind) {
  if (!errors) return undefined;
  const renamed = Object.entries(errors).map(([name, wrong]): [string, FieldWrong] => [
    wholeFields.find((field) => name.startsWith(`${field}.`)) ?? name,
    wrong,
  ]);
  return Object.fromEntries(renamed.sort(([one], [other]) => placeIn(kind, one) - placeIn(kind, other)));
}

/** Where a field stands in the form: title and language above the facts, the text below them; rows in their order, and so their cells. */
function placeIn(kind: DocumentKind, field: string): number {
  if (field === "text") return Infinity;
  if (!field.startsWith(factsPrefix)) return -1;
  const [fact = "", row = "0", cell] = field.slice(factsPrefix.length).split(".");
  const place = factFields[kind].findIndex(({ name }) => name === fact);
  const cells = fact in cellsOf ? cellsOf[fact as RowFact] : [];
  return place + (Number(row) + (cells.findIndex(({ name }) => name === cell) + 1) / 10) / 1_000;
}

/** Labels of the facts that are wrong, by the names of their fields. */
export function labelsOfWrongFacts(
  t: FactWords,
  errors: Record<string, FieldWrong> | undefined,
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const name of Object.keys(errors ?? {})) {
    if (!name.startsWith(factsPrefix)) continue;
    const [fact = "", place, cell] = name.slice(factsPrefix.length).split(".");
    if (place === undefined) labels[name] = t(`field.${fact as SingleFact}`);
    else if (fact === "linked") labels[name] = t("row.linked", { place: Number(place) + 1 });
    else if (fact in cellsOf) {
      const row = t(`row.${fact as RowFact}`, { place: Number(place) + 1 });
      labels[name] = cell === undefined ? row : `${row}, ${cellLabel(t, fact as RowFact, cell)}`;
    }
  }
  return labels;
}

/** The label of a cell in a row of facts. */
export function cellLabel(t: FactWords, fact: RowFact, cell: string): string {
  switch (fact) {
    case "elements":
      return t(`element.${cell as "name"}`);
    case "met":
      return t(`met.${cell as "name"}`);
    case "agreements":
      return t(`agreement.${cell as "what"}`);
  }
}
