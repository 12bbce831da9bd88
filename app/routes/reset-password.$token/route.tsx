// Choosing a new password by a one-time link.
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ResetPassword } from "~/domain/accounts/account-orders";
import { isResetOpen, resetPassword } from "~/domain/accounts/passwords.server";
import { on } from "~/http/form.server";
import { publicAction, publicLoader } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { NewPasswordField } from "~/ui/new-password-field";
import { SignInFoot } from "~/ui/sign-in-page";
import { SignInLayout } from "~/ui/sign-in-layout";
import { useWrongWords } from "~/ui/use-wrong-words";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";
import { WrongSummary } from "~/ui/wrong-summary";

export const meta = titled;

export const loader = publicLoader(async ({ door, param }) => {
  const isOpen = await isResetOpen(door.caller, param("token"));
  const t = translate(door.language);
  const title = t(isOpen ? "accounts:reset.title" : "accounts:reset.deadTitle");
  return { title: pageTitle(door.language, title), isOpen };
});

export const action = publicAction(({ door, param }) => ({
  reset: on(ResetPassword, async (order) => {
    await resetPassword(door.caller, param("token"), order);
    return redirect("/sign-in?done=reset");
  }),
}));

export default function ResetPasswordRoute() {
  const t = useT("accounts");
  const wrong = useWrongWords();
  const { isOpen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer ? answer.errors?.form?.key === "linkUsed" : !isOpen) {
    return (
      <SignInLayout title={t("reset.deadTitle")} lead={t("reset.dead")} foot={<SignInFoot />}>
        <Link to="/forgot-password" className="link">
          {t("reset.again")}
        </Link>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t("reset.title")} lead={t("reset.lead")} foot={<SignInFoot />}>
      <WrongSummary wrongs={answer?.errors} labels={{ password: t("newPassword") }} />
      <Form method="post" className="grid gap-4">
        <NewPasswordField label={t("newPassword")} error={wrong(answer?.errors?.password)} />
        <div>
          <Button weight="main" name="intent" value="reset">
            {t("reset.button")}
          </Button>
        </div>
      </Form>
    </SignInLayout>
  );
}
