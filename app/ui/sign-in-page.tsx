// The form to sign in with; also what a stranger sees at an address inside, which tells nothing about what is there.
import { Form, Link, useNavigation } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import type { FieldWrong } from "~/domain/refusal";
import { Button } from "./button";
import { Field } from "./field";
import { Icon } from "./icon";
import { Notice } from "./notice";
import { SignInLayout } from "./sign-in-layout";
import { useWrongWords } from "./use-wrong-words";
import { WrongSummary } from "./wrong-summary";

export interface SignInPageProps {
  /** Where to go on after signing in. */
  to: string;
  /** What has just happened. */
  note?: "ended" | "closed" | "signed-out" | "reset" | "set-up";
  demo?: { password: string; accounts: Array<{ email: string; roles: string }> } | null;
  /** What was wrong with the last try, and what was typed then. */
  answer?: { errors?: Record<string, FieldWrong>; values?: Record<string, string> };
}

export function SignInPage({ to, note, demo, answer }: SignInPageProps) {
  const t = useT("signIn");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state !== "idle";
  const notes = {
    ended: t("ended"),
    closed: t("closed"),
    "signed-out": t("signedOut"),
    reset: t("resetDone"),
    "set-up": t("setUp"),
  };
  return (
    <SignInLayout title={t("title")} lead={t("lead")} foot={<SignInFoot />}>
      {note && !answer ? (
        <div className="mb-6">
          <Notice tone={note === "ended" || note === "closed" ? "note" : "ok"}>{notes[note]}</Notice>
        </div>
      ) : null}
      <WrongSummary wrongs={answer?.errors} labels={{ email: t("email"), password: t("password") }} />
      <Form method="post" action={`/sign-in?to=${encodeURIComponent(to)}`} className="grid gap-4">
        <Field
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          label={t("email")}
          error={wrong(answer?.errors?.email)}
          defaultValue={answer?.values?.email}
          required
        />
        <Field
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          label={t("password")}
          error={wrong(answer?.errors?.password)}
          required
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button weight="main" name="intent" value="sign-in" isBusy={isBusy}>
            {t("button")}
          </Button>
          <Link to="/forgot-password" className="link">
            {t("forgot")}
          </Link>
        </div>
      </Form>
      <p className="mt-6 text-small text-quiet">{t("noAccount")}</p>
      {demo ? <DemoAccounts {...demo} /> : null}
    </SignInLayout>
  );
}

/** Told only where demo data are on: who can be signed in as, and with what. */
function DemoAccounts({
  password,
  accounts,
}: {
  password: string;
  accounts: Array<{ email: string; roles: string }>;
}) {
  const t = useT("frame");
  return (
    <details className="fold mt-6 border-t border-line pt-4">
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("demo.accounts")}
      </summary>
      <p className="mt-2 text-small">{t("demo.password", { password })}</p>
      <ul className="mt-2 grid gap-1 text-small">
        {accounts.map(({ email, roles }) => (
          <li key={email}>
            <code>{email}</code> <span className="text-quiet">{roles}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function SignInFoot() {
  const t = useT("frame");
  return (
    <>
      <span>{t("footer.licence")}</span>
      <span aria-hidden="true"> · </span>
      <a href="/.well-known/security.txt" className="link">
        {t("footer.security")}
      </a>
    </>
  );
}
