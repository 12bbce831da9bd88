// What was handed over from whom to whom, and what was open then.
import { useLoaderData, useParams } from "@remix-run/react";
import { readHandover } from "~/domain/handovers/reading.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { Row, RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

interface Told {
  handover: { from: { id: string; name: string } };
  words: string;
}

export const handle: ScreenHandle = {
  crumbs: ({ handover: { from }, words }: Told, t, network) => [
    { label: t("rail.people"), to: `${network}/people` },
    { label: from.name, to: `${network}/people/${from.id}` },
    { label: words },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const handover = await readHandover(member, param("handover"));
  const words = translate(member.language)("members:handover.title", { city: handover.city });
  return { title: pageTitle(member.language, words, member.network.name), words, handover };
});

export default function Handover() {
  const t = useT("members");
  const format = useFormat();
  const { network } = useParams();
  const { handover, words } = useLoaderData<typeof loader>();
  const { from, to, at, things } = handover;
  const names = { from: from.name, to: to.name };
  return (
    <div className="page page-narrow">
      <PageHeader title={words} lead={t("handover.lead", { ...names, date: format.date(at) })} />
      <p className="mb-8">{t("handover.stays", { to: to.name })}</p>
      <h2 id="open" className="mb-2 text-section">
        {t("handover.open")}
      </h2>
      {things.length === 0 ? (
        <p className="text-quiet">{t("handover.nothing")}</p>
      ) : (
        <RowList labelledBy="open">
          {things.map(({ kind, id, title, at: place }) => (
            <Row
              key={`${kind} ${id}`}
              to={place === null ? undefined : `/networks/${network}/${place}`}
              title={
                title === null ? (
                  <span className="font-normal text-quiet">{t(`handover.hidden.${kind}`)}</span>
                ) : kind === "comment" ? (
                  t("handover.on", { title })
                ) : (
                  title
                )
              }
              below={
                title === null ? null : (
                  <span className="text-small text-quiet">{t(`handover.kind.${kind}`)}</span>
                )
              }
            />
          ))}
        </RowList>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
