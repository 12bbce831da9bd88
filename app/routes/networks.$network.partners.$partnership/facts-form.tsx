// Correcting what was written of a partnership: institution, part and dates.
import { Form, useNavigation } from "@remix-run/react";
import { longLimit } from "~/domain/networks/network";
import type { PartnershipDetail } from "~/domain/networks/partnerships.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PartnershipRoleField } from "~/ui/partnership-role";
import { useWrongWords } from "~/ui/use-wrong-words";
import { Fold } from "./fold";

export function FactsForm({ partnership, answer }: { partnership: PartnershipDetail; answer?: FormAnswer }) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const isBusy = useNavigation().formData?.get("intent") === "change";
  const own = answer?.intent === "change" ? answer : undefined;
  const { errors, values } = own ?? {};
  const labels = {
    // Other forms of the page have fields of these names.
    "own-institution": t("place.institution"),
    "own-role": t("partner.role"),
    since: t("partner.since"),
    until: t("partner.until"),
  };
  const { institution, role, ...dates } = errors ?? {};
  const wrongs = {
    ...(institution && { "own-institution": institution }),
    ...(role && { "own-role": role }),
    ...dates,
  };
  return (
    <Fold
      id="facts-form"
      title={t("partner.facts")}
      answer={own && { ...own, errors: errors && wrongs }}
      saved={t("partner.factsSaved")}
      labels={labels}
    >
      <Form method="post" preventScrollReset className="grid gap-5">
        <Field
          id="own-institution"
          name="institution"
          label={t("place.institution")}
          limit={longLimit}
          error={wrong(institution)}
          defaultValue={values?.institution ?? partnership.institution}
          required
        />
        <PartnershipRoleField
          id="own-role"
          error={wrong(role)}
          defaultValue={values?.role ?? partnership.role}
        />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Field
            id="since"
            name="since"
            type="date"
            label={t("partner.since")}
            error={wrong(errors?.since)}
            defaultValue={values?.since ?? partnership.since}
            required
          />
          <Field
            id="until"
            name="until"
            type="date"
            label={t("partner.until")}
            hint={t("partner.untilHint")}
            error={wrong(errors?.until)}
            defaultValue={values?.until ?? partnership.until ?? undefined}
          />
        </div>
        <div>
          <Button name="intent" value="change" isBusy={isBusy}>
            {t("partner.saveFacts")}
          </Button>
        </div>
      </Form>
    </Fold>
  );
}
