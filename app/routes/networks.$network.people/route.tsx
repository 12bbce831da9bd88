// Everybody who works in the network, with role and city.
import { useLoaderData, useParams } from "@remix-run/react";
import { mayOfferAny } from "~/domain/networks/invitation";
import { listPeople } from "~/domain/networks/networks.server";
import { memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { Row, RowList } from "~/ui/row-list";
import { useFormat, useReader } from "~/ui/use-reader";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.people") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, translate(member.language)("networks:people.title"), member.network.name),
  people: await listPeople(member),
  mayInvite: mayOfferAny(member),
}));

export default function People() {
  const t = useT("networks", "frame", "groups", "roles", "invitations");
  const format = useFormat();
  const { person: reader } = useReader();
  const { network } = useParams();
  const { people, mayInvite } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        title={t("people.title")}
        facts={<p className="text-quiet">{t("people.count", { count: people.length })}</p>}
        actions={
          <>
            <LinkButton to={`/networks/${network}/groups`}>{t("groups:title")}</LinkButton>
            <LinkButton to={`/networks/${network}/roles`}>{t("roles:title")}</LinkButton>
            {mayInvite ? (
              <LinkButton to={`/networks/${network}/invitations`}>{t("invitations:list.title")}</LinkButton>
            ) : null}
          </>
        }
      />
      <RowList label={t("people.title")}>
        {people.map(({ id, name, colour, roles }) => (
          <Row
            key={id}
            title={id === reader?.id ? `${name} (${t("people.you")})` : name}
            before={<Avatar name={name} colour={colour} size={36} />}
            below={
              <FactsLine
                facts={roles.map(({ role, city }) => {
                  const word = t(`frame:role.${role}`);
                  return {
                    key: `${role} ${city}`,
                    value: city ? t("frame:roleOfCity", { role: word, city }) : word,
                  };
                })}
              />
            }
            side={
              <span className="text-small text-quiet">
                {t("frame:period.since", { from: format.date(roles[0]?.since ?? format.now) })}
              </span>
            }
          />
        ))}
      </RowList>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
