// Where a partner is: a city that Torg knows or a new one, and the institution that acts for it.
import type { FieldWrong } from "~/domain/refusal";
import { countries, longLimit, nameLanguages, newCity, shortLimit } from "~/domain/networks/network";
import { useT } from "~/i18n/use-t";
import { Field } from "./field";
import { Select } from "./select";
import { useFormat, useReader } from "./use-reader";
import { useWrongWords } from "./use-wrong-words";

interface PlaceFieldsProps {
  cities: Array<{ id: string; name: string; country: string }>;
  errors?: Record<string, FieldWrong>;
  values?: Record<string, string>;
  /** A form of the page that may stay empty. */
  isOptional?: boolean;
}

/** The labels by field, for the summary of what is wrong. */
export function usePlaceLabels(): Record<string, string> {
  const t = useT("setup");
  return {
    city: t("place.city"),
    institution: t("place.institution"),
    cityName: t("place.cityName"),
    cityLanguage: t("place.cityLanguage"),
    country: t("place.country"),
    population: t("place.population"),
    latitude: t("place.latitude"),
    longitude: t("place.longitude"),
  };
}

/** Fields named as the domain's orders name them. What a new city needs is shown only when one is chosen, without a script too. */
export function PlaceFields({ cities, errors, values, isOptional }: PlaceFieldsProps) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const format = useFormat();
  const { language } = useReader();
  const inOrder = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, language);
  const languages = nameLanguages
    .map((value) => ({ value, label: format.languageName(value) }))
    .sort(inOrder);
  const lands = countries.map((value) => ({ value, label: format.countryName(value) })).sort(inOrder);
  const field = (name: keyof ReturnType<typeof usePlaceLabels>) => ({
    id: name,
    name,
    error: wrong(errors?.[name]),
    defaultValue: values?.[name],
  });
  return (
    <div className="place grid gap-5">
      <Select
        {...field("city")}
        label={t("place.city")}
        isOptional={isOptional}
        options={[
          { value: "", label: t("place.choose") },
          { value: newCity, label: t("place.new") },
          ...cities.map(({ id, name, country }) => ({
            value: id,
            label: `${name}, ${format.countryName(country)}`,
          })),
        ]}
      />
      <div className="when-new gap-5">
        <Field {...field("cityName")} label={t("place.cityName")} limit={shortLimit} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            {...field("cityLanguage")}
            label={t("place.cityLanguage")}
            options={[{ value: "", label: t("place.chooseLanguage") }, ...languages]}
          />
          <Select
            {...field("country")}
            label={t("place.country")}
            options={[{ value: "", label: t("place.chooseCountry") }, ...lands]}
          />
        </div>
        <Position {...{ errors, values }} />
      </div>
      <Field
        {...field("institution")}
        label={t("place.institution")}
        hint={t("place.institutionHint")}
        isOptional={isOptional}
        limit={longLimit}
      />
    </div>
  );
}

/** How many live there, and where it is. */
export function Position({ errors, values }: Pick<PlaceFieldsProps, "errors" | "values">) {
  const t = useT("setup");
  const wrong = useWrongWords();
  return (
    <div className="grid items-end gap-5 sm:grid-cols-2">
      {(["population", "latitude", "longitude"] as const).map((name) => (
        <Field
          key={name}
          id={name}
          name={name}
          label={t(`place.${name}`)}
          inputMode={name === "population" ? "numeric" : "text"}
          isOptional
          error={wrong(errors?.[name])}
          defaultValue={values?.[name]}
          frameClassName={name === "population" ? "sm:col-span-full sm:max-w-60" : undefined}
        />
      ))}
      <p className="-mt-3 text-small text-quiet sm:col-span-full">{t("place.positionHint")}</p>
    </div>
  );
}
