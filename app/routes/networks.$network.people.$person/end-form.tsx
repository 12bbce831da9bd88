// The last day of a role: another one, none, or now.
import { Form } from "@remix-run/react";
import { rolesUntilADate } from "~/domain/access/role";
import type { PersonRole } from "~/domain/networks/roster.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface EndFormProps {
  role: PersonRole;
  /** The role in words. */
  name: string;
  answer?: FormAnswer;
}

export function EndForm({ role, name, answer }: EndFormProps) {
  const t = useT("members");
  const wrong = useWrongWords();
  const own = answer?.intent === "change-end" || answer?.intent === "end" ? answer : undefined;
  const isNeeded = rolesUntilADate.includes(role.role);
  return (
    <div>
      <WrongSummary wrongs={own?.errors} labels={{ until: t("person.lastDay") }} />
      <Form method="post" action={`?role=${role.membershipId}`} preventScrollReset className="grid gap-3">
        <input type="hidden" name="membershipId" value={role.membershipId} />
        <Field
          key={role.lastDay}
          id="until"
          name="until"
          type="date"
          label={t("person.lastDay")}
          hint={t(isNeeded ? "person.lastDayNeeded" : "person.lastDayHint")}
          error={wrong(own?.errors?.until)}
          defaultValue={own?.values?.until ?? role.lastDay ?? ""}
          frameClassName="max-w-sm"
        />
        <div className="flex flex-wrap gap-2">
          <Button name="intent" value="change-end">
            {t("person.saveEnd")}
          </Button>
          <Button
            weight="grave"
            name="intent"
            value="end"
            aria-label={t("person.endNowNamed", { role: name })}
          >
            {t("person.endNow")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
