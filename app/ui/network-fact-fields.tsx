// What a network is, to be filled in: when it is created, and later by its lead partner.
import type { FieldWrong } from "~/domain/refusal";
import { longLimit, networkTypes, shortLimit } from "~/domain/networks/network";
import { useT } from "~/i18n/use-t";
import { Field } from "./field";
import { Select } from "./select";
import { useWrongWords } from "./use-wrong-words";

interface NetworkFactFieldsProps {
  errors?: Record<string, FieldWrong>;
  values?: Record<string, string | null | undefined>;
}

type FactName = "name" | "type" | "programme" | "theme" | "startsOn" | "endsOn" | "budget";

/** The labels by field, for the summary of what is wrong. */
export function useNetworkFactLabels(): Record<FactName, string> {
  const t = useT("setup");
  return {
    name: t("facts.name"),
    type: t("facts.type"),
    programme: t("facts.programme"),
    theme: t("facts.theme"),
    startsOn: t("facts.startsOn"),
    endsOn: t("facts.endsOn"),
    budget: t("facts.budget"),
  };
}

/** Fields named as the domain's orders name them. */
export function NetworkFactFields({ errors, values }: NetworkFactFieldsProps) {
  const t = useT("setup", "networks");
  const wrong = useWrongWords();
  const labels = useNetworkFactLabels();
  const field = (name: FactName) => ({
    id: name,
    name,
    label: labels[name],
    error: wrong(errors?.[name]),
    defaultValue: values?.[name] ?? undefined,
  });
  return (
    <>
      <Field {...field("name")} limit={shortLimit} required />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          {...field("type")}
          options={networkTypes.map((value) => ({ value, label: t(`networks:type.${value}`) }))}
        />
        <Field {...field("programme")} limit={shortLimit} required />
      </div>
      <Field {...field("theme")} hint={t("facts.themeHint")} limit={longLimit} isOptional />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...field("startsOn")} type="date" isOptional />
        <Field {...field("endsOn")} type="date" isOptional />
      </div>
    </>
  );
}
