// Creating the first administrator, once, at the address that the console printed.
import { redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { nameLimit } from "~/domain/accounts/account";
import { CreateAdministrator } from "~/domain/accounts/account-orders";
import {
  createFirstAdministrator,
  demandFirstAdministratorToken,
} from "~/domain/accounts/first-administrator.server";
import { on } from "~/http/form.server";
import { publicAction, publicLoader } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { NewPasswordField } from "~/ui/new-password-field";
import { SignInFoot } from "~/ui/sign-in-page";
import { SignInLayout } from "~/ui/sign-in-layout";
import { useWrongWords } from "~/ui/use-wrong-words";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";
import { WrongSummary } from "~/ui/wrong-summary";

export const meta = titled;

export const loader = publicLoader(async ({ door, param }) => {
  await demandFirstAdministratorToken(door.caller, param("token"));
  return { title: pageTitle(door.language, translate(door.language)("accounts:setup.title")) };
});

export const action = publicAction(({ door, param }) => ({
  create: on(CreateAdministrator, async (order) => {
    await createFirstAdministrator(door.caller, param("token"), order);
    return redirect("/sign-in?done=set-up");
  }),
}));

export default function FirstAdministrator() {
  const t = useT("accounts", "signIn");
  const wrong = useWrongWords();
  const answer = useActionData<typeof action>();
  const { errors, values } = answer ?? {};
  return (
    <SignInLayout title={t("setup.title")} lead={t("setup.lead")} foot={<SignInFoot />}>
      <WrongSummary
        wrongs={errors}
        labels={{ name: t("profile.name"), email: t("signIn:email"), password: t("signIn:password") }}
      />
      <Form method="post" className="grid gap-4">
        <Field
          id="name"
          name="name"
          autoComplete="name"
          label={t("profile.name")}
          hint={t("profile.nameHint")}
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
          label={t("signIn:email")}
          error={wrong(errors?.email)}
          defaultValue={values?.email}
          required
        />
        <NewPasswordField label={t("signIn:password")} error={wrong(errors?.password)} />
        <div>
          <Button weight="main" name="intent" value="create">
            {t("setup.button")}
          </Button>
        </div>
      </Form>
    </SignInLayout>
  );
}
