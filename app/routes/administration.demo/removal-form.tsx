// The form that removes the demo; on a demo account it also asks for what makes that account one's own.
import { Form, useNavigation } from "@remix-run/react";
import { nameLimit } from "~/domain/accounts/account";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { NewPasswordField } from "~/ui/new-password-field";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface RemovalFormProps {
  isOwnAccountDemo: boolean;
  answer?: FormAnswer;
}

export function RemovalForm({ isOwnAccountDemo, answer }: RemovalFormProps) {
  const t = useT("administration", "accounts");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  const confirm = t("demo.confirm", { word: t("demo.word") });
  return (
    <Form method="post" className="grid gap-5 border-t border-line pt-8">
      <WrongSummary
        wrongs={errors}
        labels={{
          name: t("accounts:profile.name"),
          email: t("demo.email"),
          password: t("accounts:newPassword"),
          confirmation: confirm,
        }}
      />
      {isOwnAccountDemo ? (
        <fieldset className="grid gap-5">
          <legend>
            <h2 className="text-section">{t("demo.own")}</h2>
          </legend>
          <p className="mt-1 max-w-[60ch] text-quiet">{t("demo.ownLead")}</p>
          <Field
            id="name"
            name="name"
            autoComplete="name"
            label={t("accounts:profile.name")}
            limit={nameLimit}
            error={wrong(errors?.name)}
            defaultValue={values?.name}
            required
          />
          <Field
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            label={t("demo.email")}
            error={wrong(errors?.email)}
            defaultValue={values?.email}
            required
          />
          <NewPasswordField label={t("accounts:newPassword")} error={wrong(errors?.password)} />
        </fieldset>
      ) : null}
      <Field
        id="confirmation"
        name="confirmation"
        autoComplete="off"
        label={confirm}
        error={wrong(errors?.confirmation)}
        defaultValue={values?.confirmation}
        required
      />
      <div>
        <Button weight="grave" name="intent" value="remove" isBusy={isBusy}>
          {t("demo.button")}
        </Button>
      </div>
    </Form>
  );
}
