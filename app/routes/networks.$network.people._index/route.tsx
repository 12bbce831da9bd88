// Everybody who works in the network: by city and role, the languages they speak, since when and until when.
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { asWhileOpen } from "~/domain/access/member";
import { mayOfferAny } from "~/domain/networks/invitation";
import { readRoster } from "~/domain/networks/roster.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { FilterLinks } from "~/ui/filter-links";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { CityFilter } from "./city-filter";
import { grouped } from "./grouped";
import { PeopleGroup } from "./people-group";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.people") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => ({
  title: pageTitle(member.language, translate(member.language)("networks:people.title"), member.network.name),
  roster: await readRoster(member),
  seesInvitations: mayOfferAny(asWhileOpen(member)),
  city: url.searchParams.get("city") ?? "",
  role: url.searchParams.get("role") ?? "",
}));

export default function People() {
  const t = useT("networks", "frame", "members", "groups", "roles", "invitations");
  const { network } = useParams();
  const { roster, seesInvitations, city, role } = useLoaderData<typeof loader>();
  const { groups, count, countByRole } = grouped(roster, { city, role });
  const base = `/networks/${network}`;
  const address = (wanted: string) => {
    const search = new URLSearchParams([
      ...(city ? [["city", city]] : []),
      ...(wanted ? [["role", wanted]] : []),
    ]);
    return search.size > 0 ? `${base}/people?${search}` : `${base}/people`;
  };
  return (
    <div className="page">
      <PageHeader
        title={t("people.title")}
        facts={
          <p className="text-quiet">
            {t("people.count", { count })} ·{" "}
            <Link className="link" to={`${base}/roles`}>
              {t("roles:readers.roles")}
            </Link>
          </p>
        }
        actions={
          <>
            <LinkButton to={`${base}/groups`}>{t("groups:title")}</LinkButton>
            {seesInvitations ? (
              <LinkButton to={`${base}/invitations`}>{t("invitations:list.title")}</LinkButton>
            ) : null}
            {roster.mayGive ? (
              <LinkButton to={`${base}/people/new`}>{t("members:people.give")}</LinkButton>
            ) : null}
          </>
        }
      />
      <FilterLinks
        label={t("members:people.filterRole")}
        links={[
          { key: "all", to: address(""), label: t("members:people.all"), isCurrent: !role },
          ...roster.roles.map((each) => ({
            key: each,
            to: address(each),
            label: t(`frame:role.${each}`),
            count: String(countByRole.get(each) ?? 0),
            isCurrent: each === role,
          })),
        ]}
      />
      <CityFilter cities={roster.cities} city={city} role={role} />
      {groups.map(({ key, ...group }) => (
        <PeopleGroup key={key} {...group} />
      ))}
      {groups.length === 0 ? (
        <p>
          {t("members:people.none")}{" "}
          <Link className="link" to={`${base}/people`}>
            {t("members:people.noneNext")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
