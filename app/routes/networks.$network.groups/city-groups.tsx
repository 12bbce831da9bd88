// The local groups of one city.
import { useParams } from "@remix-run/react";
import type { GroupsOfCity } from "~/domain/networks/local-groups.server";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";
import { Names } from "~/ui/names";
import { Row, RowList } from "~/ui/row-list";
import { GroupRow } from "./group-row";
import { invitationTo } from "./invitation-to";

export function CityGroups({ partnershipId, city, mayManage, groups, people }: GroupsOfCity) {
  const t = useT("groups");
  const { network = "" } = useParams();
  const headingId = `city-${partnershipId}`;
  return (
    <section aria-labelledby={headingId}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id={headingId} className="text-section">
          {city}
        </h2>
        {mayManage && groups.length === 0 ? (
          <LinkButton
            size="small"
            to={invitationTo(network, partnershipId)}
            aria-label={t("inviteTo", { group: city })}
          >
            {t("invite")}
          </LinkButton>
        ) : null}
      </div>
      {groups.length + people.length === 0 ? (
        <p className="text-quiet">{t("noneOfCity", { city })}</p>
      ) : (
        <RowList labelledBy={headingId}>
          {groups.map((group) => (
            <GroupRow key={group.id} {...group} partnershipId={partnershipId} mayManage={mayManage} />
          ))}
          {people.length > 0 ? (
            <Row
              title={t("withoutGroup")}
              below={<Names people={people} />}
              side={<span className="text-small text-quiet">{t("people", { count: people.length })}</span>}
            />
          ) : null}
        </RowList>
      )}
    </section>
  );
}
