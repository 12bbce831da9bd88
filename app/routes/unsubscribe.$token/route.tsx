// Asked by a link in a mail: no more mails about notices? Looking changes nothing; the button is answered in http/unsubscribe.server.ts.
import { Form, Link, useLoaderData } from "@remix-run/react";
import { readUnsubscribe } from "~/domain/notifications/unsubscribe.server";
import { publicLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { SignInFoot } from "~/ui/sign-in-page";
import { SignInLayout } from "~/ui/sign-in-layout";
import { titled } from "~/ui/titled";

export const meta = titled;

export const loader = publicLoader(async ({ door, param }) => ({
  title: pageTitle(door.language, translate(door.language)("notices:unsubscribe.title")),
  ...(await readUnsubscribe(param("token"))),
}));

export default function Unsubscribe() {
  const t = useT("notices");
  const { isDone } = useLoaderData<typeof loader>();
  return (
    <SignInLayout
      title={t(isDone ? "unsubscribe.done" : "unsubscribe.title")}
      lead={t("unsubscribe.lead")}
      foot={<SignInFoot />}
    >
      {isDone ? (
        <p>
          <Link to="/account#notices" className="link">
            {t("choose")}
          </Link>
        </p>
      ) : (
        // As a whole page: its answer comes from before the pages.
        <Form method="post" reloadDocument>
          <Button weight="main">{t("unsubscribe.button")}</Button>
        </Form>
      )}
    </SignInLayout>
  );
}
