// How far the working text is open: each choice says beforehand who would read it.
import { Form, useNavigation } from "@remix-run/react";
import type { Sharing } from "~/domain/documents/sharing-choices.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { useChoiceWords } from "~/ui/use-choice-words";
import { useWrongWords } from "~/ui/use-wrong-words";

interface OpeningFormProps {
  document: Sharing["document"];
  choices: Sharing["choices"];
  answer: FormAnswer | undefined;
}

export function OpeningForm({ document, choices, answer }: OpeningFormProps) {
  const t = useT("sharing", "errors");
  const wrong = useWrongWords();
  const tellChoice = useChoiceWords();
  const isBusy = useNavigation().formData?.get("intent") === "open";
  const { city, visibility, revision } = document;
  const own = answer?.intent === "open" ? answer : undefined;
  const refusal = wrong(own?.errors?.visibility ?? own?.errors?.form);
  const private_ = choices.find((choice) => choice.visibility === "private");
  return (
    <section aria-labelledby="draft">
      <h2 id="draft" className="text-section">
        {t("draft")}
      </h2>
      <Form method="post" className="mt-2">
        {own?.conflict ? (
          <div className="mb-4">
            <Notice tone="late" announce="at-once">
              {t("errors:conflict")}
            </Notice>
          </div>
        ) : null}
        {private_ ? (
          <div className="mb-4">
            <Notice title={t("visibility.private")}>
              {tellChoice(private_).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p>{t("notBack")}</p>
            </Notice>
          </div>
        ) : null}
        <input type="hidden" name="revision" value={revision} />
        <Choices
          // What is chosen follows what others decide meanwhile.
          key={visibility}
          legend={t("who")}
          name="visibility"
          defaultValue={visibility}
          hint={t("comments")}
          error={refusal}
          choices={choices
            .filter((choice) => choice !== private_)
            .map((choice) => ({
              value: choice.visibility,
              label: t(`visibility.${choice.visibility}`, { city }),
              hint: tellChoice(choice).map((sentence) => (
                <span key={sentence} className="block">
                  {sentence}
                </span>
              )),
            }))}
        />
        <div className="mt-4">
          <Button weight="main" name="intent" value="open" isBusy={isBusy}>
            {t("change")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
