// The handovers from and to this person, as far as the reader may know of them.
import { useParams } from "@remix-run/react";
import type { HandoverLine } from "~/domain/handovers/reading.server";
import { useT } from "~/i18n/use-t";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function Handovers({ handovers }: { handovers: HandoverLine[] }) {
  const t = useT("members");
  const format = useFormat();
  const { network } = useParams();
  if (handovers.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-section">{t("person.handovers")}</h2>
      <RowList label={t("person.handovers")}>
        {handovers.map(({ id, city, from, to, at }) => (
          <Row
            key={id}
            to={`/networks/${network}/handovers/${id}`}
            title={t("person.handoverFrom", { city, from: from.name, to: to.name })}
            side={<span className="text-small text-quiet">{format.date(at)}</span>}
          />
        ))}
      </RowList>
    </section>
  );
}
