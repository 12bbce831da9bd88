// Signing in with an e-mail address and a password.
import { redirect, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { SignIn } from "~/domain/accounts/account-orders";
import { signIn } from "~/domain/accounts/sessions.server";
import { demoAccounts } from "~/domain/demo/demo.server";
import { on } from "~/http/form.server";
import { publicAction, publicLoader, safePath } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { settings } from "~/platform/settings.server";
import { SignInPage } from "~/ui/sign-in-page";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";

export const meta = titled;

export const loader = publicLoader(async ({ door, url }) => {
  if (door.session) throw redirect(safePath(url.searchParams.get("to")));
  return {
    title: pageTitle(door.language, translate(door.language)("signIn:title")),
    demo: settings().hasDemo ? await demoAccounts() : null,
  };
});

export const action = publicAction(({ door, url }) => ({
  "sign-in": on(SignIn, async (order) => {
    const { setCookies, language } = await signIn(door.caller, order);
    const headers = new Headers(setCookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
    // Who reads in another language than this page's needs other words: the whole page is loaded with them.
    const goOn = language === door.language ? redirect : redirectDocument;
    return goOn(safePath(url.searchParams.get("to")), { headers });
  }),
}));

export default function SignInRoute() {
  const { demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = search.get("done");
  const note = done === "reset" || done === "set-up" || done === "signed-out" ? done : undefined;
  return <SignInPage to={search.get("to") ?? "/"} note={note} demo={demo} answer={answer} />;
}
