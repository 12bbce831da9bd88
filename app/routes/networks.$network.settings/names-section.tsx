// What a network was called before, or is called elsewhere.
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { NetworkSettings } from "~/domain/networks/network-facts.server";
import { nameLanguages, shortLimit } from "~/domain/networks/network";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Row, RowList } from "~/ui/row-list";
import { Select } from "~/ui/select";
import { useFormat, useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface NamesSectionProps {
  names: NetworkSettings["names"];
  mayManage: boolean;
  answer?: FormAnswer;
}

export function NamesSection({ names, mayManage, answer }: NamesSectionProps) {
  const t = useT("setup");
  const format = useFormat();
  return (
    <section aria-labelledby="names-title" className={mayManage ? "border-t border-line pt-8" : undefined}>
      <h2 id="names-title" className="text-section">
        {t("names.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("names.lead")}</p>
      {names.length === 0 ? <p className={mayManage ? "mb-5" : undefined}>{t("names.none")}</p> : null}
      {names.length > 0 ? (
        <div className={mayManage ? "mb-5" : undefined}>
          <RowList labelledBy="names-title">
            {names.map(({ id, name, language }) => (
              <Row
                key={id}
                title={name}
                titleLang={language ?? undefined}
                below={
                  language ? (
                    <span className="text-small text-quiet">{format.languageName(language)}</span>
                  ) : null
                }
                side={
                  mayManage ? (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="id" value={id} />
                      <Button
                        size="small"
                        name="intent"
                        value="remove-name"
                        aria-label={t("names.removeNamed", { name })}
                      >
                        {t("names.remove")}
                      </Button>
                    </Form>
                  ) : null
                }
              />
            ))}
          </RowList>
        </div>
      ) : null}
      {mayManage ? <AddName answer={answer?.intent === "add-name" ? answer : undefined} /> : null}
    </section>
  );
}

function AddName({ answer }: { answer?: FormAnswer }) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const format = useFormat();
  const { language } = useReader();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer?.done !== undefined) form.current?.reset();
  }, [answer]);
  const languages = nameLanguages
    .map((value) => ({ value, label: format.languageName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  const values = answer?.done === undefined ? answer?.values : undefined;
  return (
    <>
      <WrongSummary
        wrongs={answer?.errors}
        labels={{ earlierName: t("names.name"), nameLanguage: t("names.language") }}
      />
      <Form ref={form} method="post" preventScrollReset className="grid gap-5 sm:grid-cols-2">
        <Field
          id="earlierName"
          name="earlierName"
          label={t("names.name")}
          limit={shortLimit}
          error={wrong(answer?.errors?.earlierName)}
          defaultValue={values?.earlierName}
          required
        />
        <Select
          id="nameLanguage"
          name="nameLanguage"
          label={t("names.language")}
          options={[{ value: "", label: t("names.noLanguage") }, ...languages]}
          error={wrong(answer?.errors?.nameLanguage)}
          defaultValue={values?.nameLanguage}
        />
        <div>
          <Button name="intent" value="add-name">
            {t("names.button")}
          </Button>
        </div>
      </Form>
    </>
  );
}
