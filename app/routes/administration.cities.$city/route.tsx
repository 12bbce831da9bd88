// One city as administrators see it: which networks work with it, and the form that mends its facts for all of them.
import { useLoaderData } from "@remix-run/react";
import { networksOf } from "~/domain/access/members.server";
import { demandAdministrator } from "~/domain/accounts/administrator";
import { changeKnownCity, readKnownCity } from "~/domain/networks/known-cities.server";
import { ChangeCity } from "~/domain/networks/partnership-orders";
import { on } from "~/http/form.server";
import { personAction, personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { CityForm, useCityLabels } from "~/ui/city-form";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { SavedNotice } from "~/ui/saved-notice";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";

export const meta = titled;

export const loader = personLoader(async ({ own, door, param }) => {
  const city = await readKnownCity(own, param("city"));
  return {
    city,
    title: pageTitle(door.language, city.name),
    networks: await networksOf(own.person.id, door.memberships()),
  };
});

export const action = personAction(({ own, param }) => {
  demandAdministrator(own);
  return {
    city: on(ChangeCity, (order) => changeKnownCity(own, param("city"), order)),
  };
});

export default function City() {
  const t = useT("upkeep", "administration", "setup");
  const format = useFormat();
  const { city, networks } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { name, facts } = city;
  const labels = useCityLabels(facts);
  const crumbs = [
    { label: t("administration:title"), to: "/administration" },
    { label: t("cities.title"), to: "/administration/cities" },
    { label: name },
  ];
  const who =
    city.networks.length > 0
      ? t("cities.changedFor", { count: city.networks.length, networks: format.list(city.networks) })
      : t("cities.noNetwork");
  return (
    <PersonFrame networks={networks} crumbs={crumbs}>
      <div className="page page-narrow">
        <PageHeader title={name} lead={who} />
        <SavedNotice isShown={answer?.done !== undefined} words={t("setup:partner.citySaved")} />
        <WrongSummary wrongs={answer?.errors} labels={labels} />
        <CityForm facts={facts} errors={answer?.errors} values={answer?.values} />
      </div>
    </PersonFrame>
  );
}
