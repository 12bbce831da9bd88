// For whoever is not signed in: name, password, language, and they are in; or the way to sign in first.
import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { nameLimit } from "~/domain/accounts/account";
import type { Offer } from "~/domain/networks/accept-invitation.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { NewPasswordField } from "~/ui/new-password-field";
import { LanguageSelect } from "~/ui/language-select";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface NewAccountFormProps {
  offer: NonNullable<Offer["open"]>;
  token: string;
  language: string;
  answer?: FormAnswer;
}

export function NewAccountForm({ offer, token, language, answer }: NewAccountFormProps) {
  const t = useT("invitations", "accounts", "signIn");
  const wrong = useWrongWords();
  const [isBusy, setBusy] = useState(false);
  const { errors, values } = answer ?? {};
  return (
    <>
      <WrongSummary
        wrongs={errors}
        labels={{ name: t("accept.name"), password: t("signIn:password"), language: t("accept.language") }}
      />
      {/* The screens may speak another language from here on: the whole page is loaded with its words. */}
      <Form method="post" reloadDocument className="grid gap-4" onSubmit={() => setBusy(true)}>
        <Field
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          label={t("signIn:email")}
          value={offer.email}
          readOnly
        />
        <Field
          id="name"
          name="name"
          autoComplete="name"
          label={t("accept.name")}
          hint={t("accounts:profile.nameHint")}
          limit={nameLimit}
          error={wrong(errors?.name)}
          defaultValue={values?.name ?? offer.name}
          required
        />
        <NewPasswordField label={t("signIn:password")} error={wrong(errors?.password)} />
        <LanguageSelect
          label={t("accept.language")}
          error={wrong(errors?.language)}
          defaultValue={values?.language ?? language}
        />
        <div>
          <Button weight="main" name="intent" value="begin" isBusy={isBusy}>
            {t("accept.button")}
          </Button>
        </div>
      </Form>
      <p className="mt-6 border-t border-line pt-4">
        {t("accept.haveAccount")}{" "}
        <Link to={`/sign-in?to=${encodeURIComponent(`/invitation/${token}`)}`} className="link">
          {t("accept.signIn")}
        </Link>
      </p>
    </>
  );
}
