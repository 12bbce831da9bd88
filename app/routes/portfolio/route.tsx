// The portfolio of whoever observes several networks: how each stands, and what is missing in them, the oldest first.
import { Link, useLoaderData } from "@remix-run/react";
import { membersOf, networksOf } from "~/domain/access/members.server";
import { readPortfolio } from "~/domain/deliverables/portfolio.server";
import { personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { stateTones } from "~/ui/deliverables/state-tones";
import { EmptyState } from "~/ui/empty-state";
import { FactsLine } from "~/ui/facts-line";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { Row, RowList } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => ({
  title: pageTitle(door.language, translate(door.language)("portfolio:title")),
  networks: await networksOf(own.person.id, door.memberships()),
  portfolio: await readPortfolio(await membersOf(own.person, door.memberships()), door.language),
}));

export default function PortfolioPage() {
  const t = useT("portfolio", "deliverables", "frame");
  const format = useFormat();
  const { networks: own, portfolio } = useLoaderData<typeof loader>();
  const { networks, missing, missingCount } = portfolio;
  return (
    <PersonFrame networks={own} crumbs={[{ label: t("title") }]}>
      <div className="page page-narrow">
        <PageHeader title={t("title")} lead={t("lead")} />
        {networks.length === 0 ? (
          <EmptyState title={t("empty.title")} what={t("empty.what")} who={t("empty.who")} />
        ) : (
          <div className="grid gap-12">
            <section aria-labelledby="networks">
              <h2 id="networks" className="mb-3 text-section">
                {t("networks")}
              </h2>
              <RowList labelledBy="networks">
                {networks.map(({ slug, name, owed, handedIn, late, atRisk, atProgramme }) => (
                  <Row
                    key={slug}
                    to={`/networks/${slug}/deliverables`}
                    title={name}
                    below={
                      <FactsLine
                        facts={[
                          {
                            key: "owed",
                            value: owed === 0 ? t("noneYet") : t("handedIn", { count: handedIn, all: owed }),
                          },
                          late > 0 && {
                            key: "late",
                            value: <StateMark tone="late" word={t("late", { count: late })} />,
                          },
                          atRisk > 0 && {
                            key: "risk",
                            value: <StateMark tone="soon" word={t("atRisk", { count: atRisk })} />,
                          },
                          atProgramme > 0 && {
                            key: "programme",
                            value: (
                              <Link className="link" to={`/networks/${slug}/deliverables?state=submitted`}>
                                {t("atProgramme", { count: atProgramme })}
                              </Link>
                            ),
                          },
                        ]}
                      />
                    }
                  />
                ))}
              </RowList>
            </section>
            <section aria-labelledby="missing">
              <h2 id="missing" className="mb-1 text-section">
                {t("missing")}
              </h2>
              <p className="mb-3 text-quiet">
                {missingCount === 0
                  ? t("nothingMissing")
                  : missingCount > missing.length
                    ? t("firstOf", { count: missing.length, all: missingCount })
                    : t("oldestFirst")}
              </p>
              {missing.length === 0 ? null : (
                <RowList labelledBy="missing">
                  {missing.map(
                    ({ network, deliverableId, partnershipId, title, city, state, day, daysLate }) => (
                      <Row
                        key={`${deliverableId} ${partnershipId}`}
                        to={`/networks/${network.slug}/deliverables/${deliverableId}/${partnershipId}`}
                        title={`${title}, ${city}`}
                        below={
                          <FactsLine
                            facts={[
                              {
                                key: "late",
                                value: (
                                  <StateMark
                                    tone="late"
                                    word={t("deliverables:standing.late", { count: daysLate })}
                                  />
                                ),
                              },
                              { key: "day", value: <time dateTime={day}>{format.day(day)}</time> },
                              { key: "network", value: network.name },
                            ]}
                          />
                        }
                        side={<StateMark tone={stateTones[state]} word={t(`deliverables:state.${state}`)} />}
                        isSideLong
                      />
                    ),
                  )}
                </RowList>
              )}
            </section>
          </div>
        )}
      </div>
    </PersonFrame>
  );
}
