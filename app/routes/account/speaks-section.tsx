// Which languages one speaks, for colleagues who look for somebody to talk to.
import { Form, useNavigation } from "@remix-run/react";
import { spokenLanguages } from "~/domain/accounts/account";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { TickBox } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { useFormat, useReader } from "~/ui/use-reader";

export function SpeaksSection({ speaks, answer }: { speaks: string[]; answer?: FormAnswer }) {
  const t = useT("members");
  const format = useFormat();
  const { language } = useReader();
  const isBusy = useNavigation().formData?.get("intent") === "speaks";
  const isSaved = answer?.intent === "speaks" && Boolean(answer.done);
  const choices = spokenLanguages
    .map((code) => ({ code, label: format.languageName(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <section aria-labelledby="speaks-title" className="border-t border-line pt-8">
      <h2 id="speaks-title" className="text-section">
        {t("speaks.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("speaks.lead")}</p>
      {isSaved ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("speaks.saved")}
          </Notice>
        </div>
      ) : null}
      <Form method="post" preventScrollReset className="grid gap-5">
        <fieldset>
          <legend className="hidden-words">{t("speaks.title")}</legend>
          <div className="columns-2 gap-x-6 sm:columns-3">
            {choices.map(({ code, label }) => (
              <div key={code} className="break-inside-avoid">
                <TickBox name="speaks" value={code} label={label} isTicked={speaks.includes(code)} />
              </div>
            ))}
          </div>
        </fieldset>
        <div>
          <Button name="intent" value="speaks" isBusy={isBusy}>
            {t("speaks.save")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
