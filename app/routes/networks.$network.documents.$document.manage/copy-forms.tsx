// New documents out of this one: a copy to adapt, a translation.
import { Form } from "@remix-run/react";
import { contentLanguages } from "~/domain/documents/document";
import type { DocumentToManage } from "~/domain/documents/managing.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { useFormat, useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { Section } from "./section";

interface CopyProps {
  cities: DocumentToManage["copyTo"];
  /** Of the new document, so that a form sent twice begins one. */
  newId: string;
  answer?: FormAnswer;
}

export function CopyForm({ cities, newId, answer }: CopyProps) {
  const t = useT("managing");
  return (
    <Section id="duplicate" title={t("copy.title")} what={t("copy.what")}>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="newId" value={newId} />
        <City id="copy-city" intent="duplicate" label={t("copy.city")} cities={cities} answer={answer} />
        <div>
          <Button name="intent" value="duplicate">
            {t("copy.button")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

export function TranslateForm({ cities, newId, answer, language }: CopyProps & { language: string }) {
  const t = useT("managing");
  const wrong = useWrongWords();
  const { languageName } = useFormat();
  const { language: own } = useReader();
  const errors = answer?.intent === "translate" ? answer.errors : undefined;
  const languages = contentLanguages.filter((code) => code !== language);
  return (
    <Section id="translate" title={t("translate.title")} what={t("translate.what")}>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="newId" value={newId} />
        <Select
          id="translate-language"
          name="language"
          label={t("translate.language")}
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
          defaultValue={languages.find((code) => code === own) ?? languages[0]}
          error={wrong(errors?.language ?? errors?.form)}
        />
        <City
          id="translate-city"
          intent="translate"
          label={t("translate.city")}
          cities={cities}
          answer={answer}
        />
        <div>
          <Button name="intent" value="translate">
            {t("translate.button")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

interface CityProps {
  id: string;
  intent: string;
  label: string;
  cities: CopyProps["cities"];
  answer?: FormAnswer;
}

/** Nothing to choose where there is one. */
function City({ id, intent, label, cities, answer }: CityProps) {
  const wrong = useWrongWords();
  const errors = answer?.intent === intent ? answer.errors : undefined;
  const [first, ...others] = cities;
  if (first && others.length === 0) return <input type="hidden" name="partnershipId" value={first.id} />;
  return (
    <Select
      id={id}
      name="partnershipId"
      label={label}
      options={cities.map((one) => ({ value: one.id, label: one.city }))}
      error={wrong(errors?.partnershipId)}
    />
  );
}
