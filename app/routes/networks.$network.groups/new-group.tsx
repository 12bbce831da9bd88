// The form that sets up a local group.
import { useActionData, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { groupNameLimit } from "~/domain/networks/local-group";
import type { GroupsOfCity } from "~/domain/networks/local-groups.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";

export function NewGroup({ cities, id }: { cities: GroupsOfCity[]; id: string }) {
  const t = useT("groups");
  const wrong = useWrongWords();
  const fetcher = useFetcher<FormAnswer>({ key: "new-group" });
  const posted = useActionData<FormAnswer>();
  const form = useRef<HTMLFormElement>(null);
  const { state, data } = fetcher;
  const answer = data ?? (posted?.intent === "found" ? posted : undefined);
  const { errors, values } = answer ?? {};
  useEffect(() => {
    if (state === "idle" && data?.done) form.current?.reset();
  }, [state, data]);
  return (
    <section aria-labelledby="new-group" className="max-w-md border-t border-line pt-8">
      <h2 id="new-group" className="mb-4 text-section">
        {t("new.title")}
      </h2>
      {answer?.done && state === "idle" ? (
        <div className="mb-4">
          <Notice tone="ok" announce="politely">
            {t("new.done")}
          </Notice>
        </div>
      ) : null}
      {errors?.form && state === "idle" ? (
        <div className="mb-4">
          <Notice tone="late" announce="at-once">
            {wrong(errors.form)}
          </Notice>
        </div>
      ) : null}
      <fetcher.Form ref={form} method="post" className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        {cities.length === 1 ? (
          <input type="hidden" name="partnershipId" value={cities[0]?.partnershipId} />
        ) : (
          <Select
            id="partnershipId"
            name="partnershipId"
            label={t("new.city")}
            options={cities.map(({ partnershipId, city }) => ({ value: partnershipId, label: city }))}
            error={wrong(errors?.partnershipId)}
            defaultValue={values?.partnershipId}
          />
        )}
        <Field
          id="name"
          name="name"
          label={t("new.name")}
          hint={t("new.nameHint")}
          limit={groupNameLimit}
          error={wrong(errors?.name)}
          defaultValue={errors ? values?.name : undefined}
          required
        />
        <div>
          <Button weight="main" name="intent" value="found" isBusy={state !== "idle"}>
            {t("new.button")}
          </Button>
        </div>
      </fetcher.Form>
    </section>
  );
}
