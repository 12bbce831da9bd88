// The networks one works in, to choose from.
import { useLoaderData } from "@remix-run/react";
import { networksOf } from "~/domain/access/members.server";
import { personLoader } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { Row, RowList } from "~/ui/row-list";
import { useReader } from "~/ui/use-reader";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => {
  return {
    title: pageTitle(door.language, translate(door.language)("networks:list.title")),
    networks: await networksOf(own.person.id, door.memberships()),
  };
});

export default function Networks() {
  const t = useT("networks", "frame", "administration", "portfolio");
  const { networks } = useLoaderData<typeof loader>();
  const { person } = useReader();
  const email = person?.email ?? "";
  const isAdministrator = person !== null && person.administration !== null;
  return (
    <PersonFrame networks={networks} crumbs={[]}>
      <div className="page page-narrow">
        <PageHeader
          title={t("list.title")}
          actions={
            <>
              {networks.some(({ roles }) => roles.includes("observer")) ? (
                <LinkButton to="/portfolio">{t("portfolio:title")}</LinkButton>
              ) : null}
              {person?.administration ? (
                <LinkButton to="/administration">{person.administration}</LinkButton>
              ) : null}
            </>
          }
        />
        {networks.length === 0 ? (
          <EmptyState
            title={t("list.empty.title")}
            what={t("list.empty.what")}
            who={isAdministrator ? t("administration:networks.empty.who") : t("list.empty.who")}
            next={
              isAdministrator ? (
                <LinkButton weight="main" to="/administration/networks/new">
                  {t("administration:networks.new")}
                </LinkButton>
              ) : (
                t("list.empty.next", { email })
              )
            }
          />
        ) : (
          <RowList label={t("list.title")}>
            {networks.map(({ slug, name, state, roles }) => (
              <Row
                key={slug}
                to={`/networks/${slug}`}
                title={name}
                kind="work"
                below={
                  <FactsLine
                    facts={[
                      ...roles.map((role) => ({ key: role, value: t(`frame:role.${role}`) })),
                      state !== "open" && { key: "state", value: t(`administration:state.${state}`) },
                    ]}
                  />
                }
              />
            ))}
          </RowList>
        )}
      </div>
    </PersonFrame>
  );
}
