// Asking for a one-time link to a new password; the answer never tells whether an account exists.
import { Form, Link, useActionData } from "@remix-run/react";
import { RequestReset } from "~/domain/accounts/account-orders";
import { requestReset } from "~/domain/accounts/passwords.server";
import { on } from "~/http/form.server";
import { publicAction, publicLoader } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { SignInFoot } from "~/ui/sign-in-page";
import { SignInLayout } from "~/ui/sign-in-layout";
import { useWrongWords } from "~/ui/use-wrong-words";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";
import { WrongSummary } from "~/ui/wrong-summary";

export const meta = titled;

export const loader = publicLoader(async ({ door }) => {
  return { title: pageTitle(door.language, translate(door.language)("accounts:forgot.title")) };
});

export const action = publicAction(({ door }) => ({
  request: on(RequestReset, (order) => requestReset(door.caller, order)),
}));

export default function ForgotPassword() {
  const t = useT("accounts", "signIn");
  const wrong = useWrongWords();
  const answer = useActionData<typeof action>();
  const back = (
    <Link to="/sign-in" className="link">
      {t("forgot.back")}
    </Link>
  );
  if (answer?.done) {
    return (
      <SignInLayout title={t("forgot.sentTitle")} foot={<SignInFoot />}>
        <div role="status" className="grid gap-4">
          <p>{t("forgot.sent")}</p>
          <p className="text-quiet">{t("forgot.sentHint", { count: 1 })}</p>
          <p>{back}</p>
        </div>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t("forgot.title")} lead={t("forgot.lead")} foot={<SignInFoot />}>
      <WrongSummary wrongs={answer?.errors} labels={{ email: t("signIn:email") }} />
      <Form method="post" className="grid gap-4">
        <Field
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          label={t("signIn:email")}
          error={wrong(answer?.errors?.email)}
          defaultValue={answer?.values?.email}
          required
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button weight="main" name="intent" value="request">
            {t("forgot.button")}
          </Button>
          {back}
        </div>
      </Form>
    </SignInLayout>
  );
}
