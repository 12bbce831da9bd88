// What is known of a partner's city: its names by language with its own one marked, country, inhabitants, position.
import { Form, useNavigation } from "@remix-run/react";
import { countries, nameLanguages, nameRows, type CityFacts } from "~/domain/networks/network";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { Choices } from "./choices";
import { Field } from "./field";
import { Position } from "./place-fields";
import { Select } from "./select";
import { useFormat, useReader } from "./use-reader";
import { useWrongWords } from "./use-wrong-words";

/** Rows that are offered beyond those filled in. */
const spareRows = 2;

interface CityFormProps {
  facts: CityFacts;
  /** What this form was answered; nothing of another's. */
  errors?: Record<string, FieldWrong>;
  values?: Record<string, string>;
}

/** The labels by field, for the summary of what is wrong. */
export function useCityLabels({ names }: CityFacts): Record<string, string> {
  const t = useT("setup");
  return Object.fromEntries([
    ...rowsFor(names).flatMap((number) => [
      [`name-${number}`, t("partner.cityName", { number })],
      [`language-${number}`, t("partner.cityLanguage", { number })],
    ]),
    ["own", t("partner.own")],
    ["city-country", t("place.country")],
    ...(["population", "latitude", "longitude"] as const).map((name) => [name, t(`place.${name}`)]),
  ]) as Record<string, string>;
}

function rowsFor(names: CityFacts["names"]): number[] {
  const count = Math.min(nameRows, names.length + spareRows);
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Sends the intent "city", with the fields of the order that changes one. */
export function CityForm({ facts, errors, values }: CityFormProps) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const isBusy = useNavigation().formData?.get("intent") === "city";
  const names = [...facts.names].sort((one, other) => Number(other.isOwn) - Number(one.isOwn));
  const rows = rowsFor(names);
  const labels = useCityLabels(facts);
  const languages = useOptions([...nameLanguages, ...names.map(({ language }) => language)], "languageName");
  const lands = useOptions([...countries, facts.country], "countryName");
  const text = (number: number | null) => (number === null ? undefined : String(number));
  return (
    <Form method="post" preventScrollReset className="grid gap-5">
      {rows.map((number) => {
        const [name, language] = [`name-${number}`, `language-${number}`];
        const known = names[number - 1];
        return (
          <div key={number} className="grid items-end gap-x-5 gap-y-3 sm:grid-cols-2">
            <Field
              id={name}
              name={name}
              label={labels[name] ?? ""}
              error={wrong(errors?.[name])}
              defaultValue={values?.[name] ?? known?.name}
            />
            <Select
              id={language}
              name={language}
              label={labels[language] ?? ""}
              options={[{ value: "", label: t("place.chooseLanguage") }, ...languages]}
              error={wrong(errors?.[language])}
              defaultValue={values?.[language] ?? known?.language}
            />
          </div>
        );
      })}
      <Choices
        legend={t("partner.own")}
        name="own"
        choices={rows.map((number) => ({
          value: String(number),
          label: names[number - 1]?.name ?? t("partner.ownNumber", { number }),
        }))}
        error={wrong(errors?.own)}
        defaultValue={values?.own ?? String(names.findIndex(({ isOwn }) => isOwn) + 1)}
      />
      <Select
        id="city-country"
        name="country"
        label={t("place.country")}
        options={lands}
        error={wrong(errors?.country)}
        defaultValue={values?.country ?? facts.country}
      />
      <Position
        errors={errors}
        values={{
          ...Object.fromEntries(
            (["population", "latitude", "longitude"] as const).flatMap((name) => {
              const known = values?.[name] ?? text(facts[name]);
              return known === undefined ? [] : [[name, known]];
            }),
          ),
        }}
      />
      <div>
        <Button name="intent" value="city" isBusy={isBusy}>
          {t("partner.saveCity")}
        </Button>
      </div>
    </Form>
  );
}

/** Each code once, by its name as the reader sorts names. */
function useOptions(codes: readonly string[], naming: "languageName" | "countryName") {
  const format = useFormat();
  const { language } = useReader();
  return [...new Set(codes)]
    .map((value) => ({ value, label: format[naming](value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}
