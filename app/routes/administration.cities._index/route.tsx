// The cities that Torg knows, each with the networks that work with it: from here an administrator mends what is wrong.
import { useLoaderData } from "@remix-run/react";
import { networksOf } from "~/domain/access/members.server";
import { listKnownCities } from "~/domain/networks/known-cities.server";
import { personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { Row, RowList } from "~/ui/row-list";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => ({
  cities: await listKnownCities(own),
  title: pageTitle(door.language, translate(door.language)("upkeep:cities.title")),
  networks: await networksOf(own.person.id, door.memberships()),
}));

export default function Cities() {
  const t = useT("upkeep", "administration");
  const format = useFormat();
  const { cities, networks } = useLoaderData<typeof loader>();
  const crumbs = [{ label: t("administration:title"), to: "/administration" }, { label: t("cities.title") }];
  return (
    <PersonFrame networks={networks} crumbs={crumbs}>
      <div className="page page-narrow">
        <PageHeader title={t("cities.title")} lead={t("cities.lead")} />
        <RowList label={t("cities.title")}>
          {cities.map(({ id, name, country, networks: those }) => (
            <Row
              key={id}
              to={`/administration/cities/${id}`}
              title={name}
              below={
                <FactsLine
                  facts={[
                    { key: "country", value: format.countryName(country) },
                    {
                      key: "networks",
                      value: those.length > 0 ? format.list(those) : t("cities.noNetwork"),
                    },
                  ]}
                />
              }
            />
          ))}
        </RowList>
      </div>
    </PersonFrame>
  );
}
