// For the one invited, signed in already: one press.
import { Form, useNavigation } from "@remix-run/react";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { useReader } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";

export function AcceptForm({ answer }: { answer?: FormAnswer }) {
  const t = useT("invitations");
  const { person } = useReader();
  const isBusy = useNavigation().state !== "idle";
  return (
    <>
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      <p className="mb-4">{t("accept.joinLead", { name: person?.name ?? "" })}</p>
      <Form method="post">
        <Button weight="main" name="intent" value="join" isBusy={isBusy}>
          {t("accept.join")}
        </Button>
      </Form>
    </>
  );
}
