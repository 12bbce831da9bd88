// Changing one's password, for whoever knows the present one.
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { NewPasswordField } from "~/ui/new-password-field";
import { Notice } from "~/ui/notice";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

export function PasswordSection({ answer }: { answer?: FormAnswer }) {
  const t = useT("accounts");
  const wrong = useWrongWords();
  const form = useRef<HTMLFormElement>(null);
  const isBusy = useNavigation().formData?.get("intent") === "password";
  const own = answer?.intent === "password" ? answer : undefined;
  const isDone = Boolean(own?.done);
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone]);
  return (
    <section aria-labelledby="password-title" className="border-t border-line pt-8">
      <h2 id="password-title" className="text-section">
        {t("change.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("change.lead")}</p>
      {isDone ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("change.done")}
          </Notice>
        </div>
      ) : null}
      <WrongSummary
        wrongs={own?.errors}
        labels={{ current: t("change.current"), password: t("newPassword") }}
      />
      <Form ref={form} method="post" className="grid gap-5">
        <Field
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          label={t("change.current")}
          error={wrong(own?.errors?.current)}
          required
        />
        <NewPasswordField label={t("newPassword")} error={wrong(own?.errors?.password)} />
        <div>
          <Button name="intent" value="password" isBusy={isBusy}>
            {t("change.button")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
