// For somebody signed in as another than the one invited: says so, and offers signing out.
import { Form } from "@remix-run/react";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useReader } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";

interface OtherAccountProps {
  invited: string;
  token: string;
  answer?: FormAnswer;
}

export function OtherAccount({ invited, token, answer }: OtherAccountProps) {
  const t = useT("invitations");
  const { person } = useReader();
  return (
    <>
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      <Notice tone="soon">{t("accept.other", { email: person?.email ?? "", invited })}</Notice>
      <Form method="post" action="/sign-out" reloadDocument className="mt-4">
        <input type="hidden" name="to" value={`/invitation/${token}`} />
        <Button weight="main" name="intent" value="sign-out">
          {t("accept.signOut")}
        </Button>
      </Form>
    </>
  );
}
