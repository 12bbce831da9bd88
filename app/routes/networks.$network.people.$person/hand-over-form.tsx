// Handing over in one step: a successor, and when the leaver's role ends.
import { Form, useNavigation } from "@remix-run/react";
import type { Successor } from "~/domain/handovers/reading.server";
import type { PersonRole } from "~/domain/networks/roster.server";
import type { FieldWrong } from "~/domain/refusal";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface HandOverFormProps {
  role: PersonRole;
  successors: Successor[];
  answer?: FormAnswer;
}

export function HandOverForm({ role, successors, answer }: HandOverFormProps) {
  const t = useT("members");
  const wrong = useWrongWords();
  const isBusy = useNavigation().formData?.get("intent") === "hand-over";
  const own = answer?.intent === "hand-over" ? answer : undefined;
  const { until, ...others }: Record<string, FieldWrong> = own?.errors ?? {};
  // Beside this field there is another last day on the page, with the name for its id.
  const errors: Record<string, FieldWrong> | undefined = own?.errors && {
    ...others,
    ...(until ? { handOverEnd: until } : {}),
  };
  return (
    <section aria-labelledby="hand-over">
      <h3 id="hand-over" className="font-semibold">
        {t("person.handOver")}
      </h3>
      <p className="mt-1 mb-4 max-w-[60ch] text-quiet">
        {t("person.handOverLead", { city: role.city ?? "" })}
      </p>
      <WrongSummary
        wrongs={errors}
        labels={{ successorId: t("person.successor"), handOverEnd: t("person.handOverEnd") }}
      />
      {successors.length === 0 ? (
        <p>{t("person.noSuccessor")}</p>
      ) : (
        <Form method="post" action={`?role=${role.membershipId}`} className="grid gap-4">
          <input type="hidden" name="membershipId" value={role.membershipId} />
          <Select
            id="successorId"
            name="successorId"
            label={t("person.successor")}
            hint={t("person.successorHint")}
            options={successors.map(({ id, name, hasRole }) => ({
              value: id,
              label: hasRole ? t("person.hasRole", { name }) : name,
            }))}
            error={wrong(errors?.successorId)}
            defaultValue={own?.values?.successorId}
            frameClassName="max-w-sm"
          />
          <Field
            id="handOverEnd"
            name="until"
            type="date"
            label={t("person.handOverEnd")}
            hint={t("person.handOverEndHint")}
            error={wrong(until)}
            defaultValue={own?.values?.until ?? ""}
            frameClassName="max-w-sm"
          />
          <div>
            <Button weight="main" name="intent" value="hand-over" isBusy={isBusy}>
              {t("person.handOverButton")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
