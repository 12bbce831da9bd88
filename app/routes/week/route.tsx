// My week: what is due, what waits for me and what changed, across my networks.
import { useLoaderData } from "@remix-run/react";
import { membersOf, networksOf } from "~/domain/access/members.server";
import { readMyWeek } from "~/domain/week/my-week.server";
import { personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { HappeningRow } from "~/ui/happening-row";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { RowList } from "~/ui/row-list";
import { titled } from "~/ui/titled";
import { DueRow } from "./due-row";
import { WaitingRow } from "./waiting-row";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => ({
  title: pageTitle(door.language, translate(door.language)("week:title")),
  networks: await networksOf(own.person.id, door.memberships()),
  week: await readMyWeek(await membersOf(own.person, door.memberships())),
}));

export default function Week() {
  const t = useT("week");
  const { networks, week } = useLoaderData<typeof loader>();
  const { waiting, changed } = week;
  const parts = (["late", "thisWeek", "soon", "undated"] as const).filter((part) => week[part].length > 0);
  return (
    <PersonFrame networks={networks} crumbs={[{ label: t("title") }]}>
      <div className="page page-narrow">
        <PageHeader title={t("title")} lead={t("lead")} />
        <div className="grid gap-12">
          <section aria-labelledby="due">
            <h2 id="due" className="mb-3 text-section">
              {t("due")}
            </h2>
            {parts.length === 0 ? <p className="text-quiet">{t("nothingDue")}</p> : null}
            <div className="grid gap-6">
              {parts.map((part) => (
                <div key={part}>
                  <h3 id={part} className="mb-1 text-large">
                    {t(part)}
                  </h3>
                  <RowList labelledBy={part}>
                    {week[part].map((due) => (
                      <DueRow key={keyOf(due)} due={due} />
                    ))}
                  </RowList>
                </div>
              ))}
            </div>
          </section>
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="mb-3 text-section">
              {t("waiting")}
            </h2>
            {waiting.length === 0 ? (
              <p className="text-quiet">{t("nothingWaits")}</p>
            ) : (
              <RowList labelledBy="waiting">
                {waiting.map((one) => (
                  <WaitingRow key={keyOf(one)} waiting={one} />
                ))}
              </RowList>
            )}
          </section>
          <section aria-labelledby="changed">
            <h2 id="changed" className="mb-3 text-section">
              {t("changed")}
            </h2>
            {changed.length === 0 ? (
              <p className="text-quiet">{t("nothingChanged")}</p>
            ) : (
              <RowList labelledBy="changed">
                {changed.map(({ network, row }) => (
                  <HappeningRow key={row.id} row={row} when="ago" network={network} />
                ))}
              </RowList>
            )}
          </section>
        </div>
      </div>
    </PersonFrame>
  );
}

function keyOf({
  network,
  item,
}: Parameters<typeof DueRow>[0]["due"] | Parameters<typeof WaitingRow>[0]["waiting"]) {
  const id =
    "commentId" in item
      ? item.commentId
      : "deliverableId" in item
        ? `${item.deliverableId} ${item.partnershipId}`
        : "assignee" in item
          ? item.id
          : `${item.kind} ${item.key}`;
  return `${network.slug} ${id}`;
}
