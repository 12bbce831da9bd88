// From when something is at risk, set by whoever leads the network; folded away, as it is seldom changed.
import { Form, useNavigation } from "@remix-run/react";
import { usualRiskDays, type RiskDays } from "~/domain/deliverables/standing";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { SavedNotice } from "~/ui/saved-notice";
import { useWrongWords } from "~/ui/use-wrong-words";

const fields = Object.keys(usualRiskDays) as Array<keyof RiskDays>;

/** The labels by the fields' ids, for the summary of what is wrong. */
export function useRiskLabels(): Record<string, string> {
  const t = useT("deliverables");
  return Object.fromEntries(fields.map((field) => [field, t(`risk.${field}`)]));
}

export function RiskDaysForm({ riskDays, answer }: { riskDays: RiskDays; answer?: FormAnswer }) {
  const t = useT("deliverables");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state !== "idle";
  const own = answer?.intent.endsWith("risk-days") ? answer : undefined;
  const errors = own?.errors;
  return (
    <details className="fold on-screen-only mt-10" open={own ? true : undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("risk.title")}
      </summary>
      <div className="max-w-xl pt-4">
        <p className="mb-5 text-quiet">{t("risk.lead")}</p>
        <SavedNotice isShown={own?.done !== undefined} words={t("risk.saved")} />
        <Form
          key={fields.map((field) => riskDays[field]).join(" ")}
          method="post"
          preventScrollReset
          className="grid gap-5"
        >
          {fields.map((field) => (
            <Field
              key={field}
              id={field}
              name={field}
              inputMode="numeric"
              label={t(`risk.${field}`)}
              error={wrong(errors?.[field])}
              defaultValue={(errors && own.values?.[field]) ?? String(riskDays[field])}
              required
            />
          ))}
          <div className="flex flex-wrap gap-2">
            <Button name="intent" value="risk-days" isBusy={isBusy}>
              {t("risk.save")}
            </Button>
            <Button weight="bare" name="intent" value="usual-risk-days" isBusy={isBusy} formNoValidate>
              {t("risk.usual")}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
