// One fact to fill in, as its form asks: a day, a line, an amount, a choice of what is in the network.
import { factLimits } from "~/domain/documents/document-facts";
import { factsPrefix, type FactField } from "~/domain/documents/fact-fields";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import { ExpertsField } from "./experts-field";
import { TopicsField } from "./topics-field";
import { wrongOf } from "./fact-wrongs";

interface SingleFactProps {
  field: Exclude<FactField, { as: "rows" } | { as: "documents" }>;
  fields: Record<string, string>;
  choices: FactChoices;
  errors: Record<string, FieldWrong>;
  onChanged: () => void;
}

export function SingleFact({ field, fields, choices, errors, onChanged }: SingleFactProps) {
  const t = useT("facts");
  const wrong = useWrongWords();
  const { name: fact, as } = field;
  const name = `${factsPrefix}${fact}`;
  const about = {
    id: name,
    name,
    label: t(`field.${fact}`),
    error: wrong(wrongOf(errors, name)),
    defaultValue: fields[name],
  };
  switch (as) {
    case "day":
      return <Field {...about} type="date" className="max-w-48" />;
    case "number":
      return <Field {...about} hint={t("hint.population")} inputMode="numeric" className="max-w-48" />;
    case "amount":
      return <Field {...about} inputMode="decimal" className="max-w-48" />;
    case "line":
      return <Field {...about} hint={hintFor(fact)} limit={factLimits.line} />;
    case "lines":
      return (
        <TextArea
          {...about}
          hint={hintFor(fact)}
          limit={factLimits.lines}
          rows={2}
          frameClassName="sm:col-span-2"
        />
      );
    case "topics":
      return <TopicsField {...about} used={choices.topics} onChanged={onChanged} />;
    case "experts":
      return <ExpertsField name={name} experts={choices.experts} fields={fields} error={about.error} />;
    case "phase":
      return (
        <Select {...about} options={chosenFrom(choices.phases, about.defaultValue, t("none.phaseId"))} />
      );
    case "city":
      return (
        <Select {...about} options={chosenFrom(choices.cities, about.defaultValue, t("none.learnedFrom"))} />
      );
  }

  function hintFor(of: string): string | undefined {
    if (of === "contact" || of === "otherExperts" || of === "participants") return t(`hint.${of}`);
    return undefined;
  }

  /** What was chosen before stays a choice, though it has left the network. */
  function chosenFrom(known: Array<{ id: string; name: string }>, chosen: string | undefined, none: string) {
    const isGone = chosen !== undefined && chosen !== "" && !known.some(({ id }) => id === chosen);
    return [
      { value: "", label: none },
      ...known.map(({ id, name: label }) => ({ value: id, label })),
      ...(isGone ? [{ value: chosen, label: t("gone") }] : []),
    ];
  }
}
