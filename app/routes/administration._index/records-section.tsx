// The records to take along: the server's own, and each network's, which tells administrators nothing of what people write.
import type { AdministeredNetwork } from "~/domain/networks/administration.server";
import { useT } from "~/i18n/use-t";
import { Row, RowList } from "~/ui/row-list";
import { TakeAlong } from "~/ui/take-along";

export function RecordsSection({ networks }: { networks: AdministeredNetwork[] }) {
  const t = useT("upkeep");
  const records = [
    { chain: "house", title: t("records.house") },
    ...networks.map(({ id, name }) => ({ chain: id, title: name })),
  ];
  return (
    <section aria-labelledby="records-title">
      <h2 id="records-title" className="text-section">
        {t("records.title")}
      </h2>
      <p className="mt-1 mb-4 max-w-[60ch] text-quiet">{t("records.lead")}</p>
      <RowList labelledBy="records-title">
        {records.map(({ chain, title }) => (
          <Row
            key={chain}
            title={title}
            below={
              <span className="mt-1 flex flex-wrap gap-3" role="group" aria-label={title}>
                <TakeAlong to={`/administration/activity/export?chain=${chain}`} />
              </span>
            }
          />
        ))}
      </RowList>
    </section>
  );
}
