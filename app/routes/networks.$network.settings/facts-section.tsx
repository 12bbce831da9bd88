// Name, kind, programme, theme, dates and the stated total of a network.
import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { NetworkSettings } from "~/domain/networks/network-facts.server";
import { formatAmount } from "~/domain/networks/money";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { NetworkFactFields, useNetworkFactLabels } from "~/ui/network-fact-fields";
import { SavedNotice } from "~/ui/saved-notice";
import { useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { FactsRead } from "./facts-read";

export function FactsSection({ settings, answer }: { settings: NetworkSettings; answer?: FormAnswer }) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const { language } = useReader();
  const labels = useNetworkFactLabels();
  const isBusy = useNavigation().formData?.get("intent") === "describe";
  const own = answer?.intent === "describe" ? answer : undefined;
  const { name, type, programme, theme, startsOn, endsOn, budget } = settings;
  const values = own?.values ?? { name, type, programme, theme, startsOn, endsOn };
  const [isHalfTyped, setHalfTyped] = useState(false);
  // Whoever typed while it was closed keeps the form, with what they typed and why it was refused.
  if (!settings.mayManage && !own && !isHalfTyped) return <FactsRead settings={settings} />;
  return (
    <>
      <SavedNotice isShown={own?.done !== undefined} words={t("facts.saved")} />
      <WrongSummary wrongs={own?.errors} labels={labels} />
      <Form
        method="post"
        preventScrollReset
        onInput={() => setHalfTyped(true)}
        onSubmit={() => setHalfTyped(false)}
      >
        <fieldset disabled={!settings.mayManage} className="grid gap-5">
          <legend className="hidden-words">{t("facts.title")}</legend>
          <NetworkFactFields errors={own?.errors} values={values} />
          <Field
            id="budget"
            name="budget"
            inputMode="decimal"
            label={labels.budget}
            hint={t("facts.budgetHint")}
            isOptional
            error={wrong(own?.errors?.budget)}
            defaultValue={
              own?.values?.budget ?? (budget === null ? undefined : formatAmount(budget, language))
            }
          />
          {settings.mayManage ? (
            <div>
              <Button weight="main" name="intent" value="describe" isBusy={isBusy}>
                {t("facts.button")}
              </Button>
            </div>
          ) : null}
        </fieldset>
      </Form>
    </>
  );
}
