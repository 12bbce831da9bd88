// Creating a network, for administrators: what it is, and who leads it where that is known already.
import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { demandAdministrator } from "~/domain/accounts/administrator";
import { networksOf } from "~/domain/access/members.server";
import { citiesForAdministrator } from "~/domain/networks/cities.server";
import { createNetwork } from "~/domain/networks/founding.server";
import { CreateNetwork } from "~/domain/networks/network-orders";
import { on } from "~/http/form.server";
import { personAction, personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { isId, newId } from "~/platform/id";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { InviteLead } from "~/ui/invite-lead";
import { NetworkFactFields, useNetworkFactLabels } from "~/ui/network-fact-fields";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { PlaceFields, usePlaceLabels } from "~/ui/place-fields";
import { titled } from "~/ui/titled";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => {
  const cities = await citiesForAdministrator(own);
  return {
    title: pageTitle(door.language, translate(door.language)("setup:new.title")),
    networks: await networksOf(own.person.id),
    cities,
    id: newId(),
  };
});

export const action = personAction(({ own }) => {
  demandAdministrator(own);
  return {
    create: on(CreateNetwork, async (order, form) => {
      const isLed = order.leadEmail !== "";
      const given = String(form.get("id"));
      const { id, slug } = await createNetwork(own, order, isId(given) ? given : undefined);
      // Whoever leads it themselves goes there; for anybody else there is nothing to see.
      return order.leadEmail === own.person.email
        ? redirect(`/networks/${slug}`)
        : { id, name: order.name, isLed };
    }),
  };
});

export default function NewNetwork() {
  const t = useT("setup");
  const wrong = useWrongWords();
  const { networks, cities, id } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  const created = answer?.done as { id: string; name: string; isLed: boolean } | undefined;
  const labels = { ...useNetworkFactLabels(), ...usePlaceLabels(), leadEmail: t("new.leadEmail") };
  return (
    <PersonFrame networks={networks} crumbs={[{ label: t("new.crumb") }]}>
      <div className="page page-narrow">
        <PageHeader title={t("new.title")} lead={t("new.lead")} />
        {created ? (
          <>
            <Notice
              tone="ok"
              announce="politely"
              actions={
                <Link to="/administration/networks/new" className="link">
                  {t("new.another")}
                </Link>
              }
            >
              {t("new.done", { name: created.name })}
            </Notice>
            {created.isLed ? null : <InviteLead networkId={created.id} isNext />}
          </>
        ) : (
          <>
            <WrongSummary wrongs={errors} labels={labels} />
            <Form method="post" className="grid gap-5">
              <input type="hidden" name="id" value={id} />
              <h2 className="text-section">{t("new.facts")}</h2>
              <NetworkFactFields errors={errors} values={values} />
              <div className="border-t border-line pt-6">
                <h2 className="text-section">{t("new.lead-partner")}</h2>
                <p className="mt-1 text-quiet">{t("new.leadHint")}</p>
              </div>
              <PlaceFields cities={cities} errors={errors} values={values} isOptional />
              <Field
                id="leadEmail"
                name="leadEmail"
                type="email"
                autoComplete="off"
                label={t("new.leadEmail")}
                hint={t("new.leadEmailHint")}
                isOptional
                error={wrong(errors?.leadEmail)}
                defaultValue={values?.leadEmail}
              />
              <div>
                <Button weight="main" name="intent" value="create" isBusy={isBusy}>
                  {t("new.button")}
                </Button>
              </div>
            </Form>
          </>
        )}
      </div>
    </PersonFrame>
  );
}
