// Where two saved one document at once: which facts differ, and the language, each as both have it.
import type { DocumentKind } from "~/domain/documents/document";
import { differingFacts, factsPrefix, statedIn, type FactField } from "~/domain/documents/fact-fields";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import { useT } from "~/i18n/use-t";
import { rowsIn } from "~/ui/form-rows";
import { useFormat } from "~/ui/use-reader";
import type { Head } from "./use-head";

interface FactsDifferProps {
  kind: DocumentKind;
  yours: Head;
  theirs: Head;
  choices: FactChoices;
}

export function FactsDiffer({ kind, yours, theirs, choices }: FactsDifferProps) {
  const t = useT("facts", "documents");
  const format = useFormat();
  const said = (facts: Record<string, string>, field: FactField) =>
    saidOf(facts, field, choices) || t("nothing");
  const rows = [
    yours.language !== theirs.language && [
      t("documents:field.language"),
      format.languageName(yours.language),
      format.languageName(theirs.language),
    ],
    ...differingFacts(kind, yours.facts, theirs.facts).map((field) => [
      t(`field.${field.name}`),
      said(yours.facts, field),
      said(theirs.facts, field),
    ]),
  ].filter((row) => row !== false);
  if (rows.length === 0) return null;
  return (
    <table className="ledger mt-4">
      <caption className="mb-1 text-start font-semibold">{t("differ")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fact")}</th>
          <th scope="col">{t("yours")}</th>
          <th scope="col">{t("theirs")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, own, other]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-label={t("yours")} className="whitespace-pre-line">
              {own}
            </td>
            <td data-label={t("theirs")} className="whitespace-pre-line">
              {other}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A fact as its form has it, in words: rows one below the other, ids by their names. */
function saidOf(facts: Record<string, string>, field: FactField, choices: FactChoices): string {
  const name = `${factsPrefix}${field.name}`;
  const all = [
    ...choices.phases,
    ...choices.cities,
    ...choices.experts,
    ...choices.documents.map(({ id, title }) => ({ id, name: title })),
  ];
  const named = (value: string) => all.find(({ id }) => id === value)?.name ?? value;
  if (field.as === "rows")
    return rowsIn(facts, name)
      .map(({ id: _, ...row }) => [...statedIn(row).values()].filter((value) => value !== "on").join(" · "))
      .filter(Boolean)
      .join("\n");
  if (field.as === "experts" || field.as === "documents")
    return rowsIn(facts, name)
      .flatMap((row) => (row[""] ? [named(row[""])] : []))
      .join("\n");
  return named(facts[name] ?? "");
}
