// Adding a partner: an institution of a city, from a day on.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { citiesToChoose } from "~/domain/networks/cities.server";
import { hasLeader } from "~/domain/networks/first-steps.server";
import { addPartnership } from "~/domain/networks/partnering.server";
import { AddPartnership } from "~/domain/networks/partnership-orders";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { PartnershipRoleField } from "~/ui/partnership-role";
import { PlaceFields, usePlaceLabels } from "~/ui/place-fields";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    { label: t("rail.partners"), to: `${network}/partners` },
    { label: (data as { crumb: string }).crumb },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const crumb = translate(member.language)("setup:add.title");
  return {
    title: pageTitle(member.language, crumb, member.network.name),
    crumb,
    cities: await citiesToChoose(member),
    hasLeader: await hasLeader(member.network.id),
    id: newId(),
  };
});

export const action = memberAction(({ member }) => ({
  add: on(AddPartnership, async (order) => {
    const { id } = await addPartnership(member, order);
    return redirect(`/networks/${member.network.slug}/partners/${id}`);
  }),
}));

export default function NewPartner() {
  const t = useT("setup");
  const wrong = useWrongWords();
  const { cities, hasLeader: isLed, id } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  const labels = {
    ...usePlaceLabels(),
    role: t("partner.role"),
    since: t("partner.since"),
    until: t("partner.until"),
  };
  return (
    <div className="page page-narrow">
      <PageHeader title={t("add.title")} lead={t("add.lead")} />
      <WrongSummary wrongs={errors} labels={labels} />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        <PlaceFields cities={cities} errors={errors} values={values} />
        <PartnershipRoleField
          error={wrong(errors?.role)}
          defaultValue={values?.role ?? (isLed ? undefined : "lead-partner")}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            id="since"
            name="since"
            type="date"
            label={t("partner.since")}
            error={wrong(errors?.since)}
            defaultValue={values?.since}
            required
          />
          <Field
            id="until"
            name="until"
            type="date"
            label={t("partner.until")}
            isOptional
            error={wrong(errors?.until)}
            defaultValue={values?.until}
          />
        </div>
        <div>
          <Button weight="main" name="intent" value="add" isBusy={isBusy}>
            {t("add.button")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
