// Whether what people write together is saved, what of it was found damaged, and what was refused: numbers, and none of their words.
import type { TextsUpkeep } from "~/domain/documents/texts-upkeep.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

/** In the order in which they are shown; what is not named here counts as another reason. */
const reasons = ["malformed", "too-large", "forbidden", "client-id-taken", "not-now", "other"] as const;

export interface TextsSectionProps {
  texts: TextsUpkeep;
  refused: Partial<Record<string, number>>;
}

export function TextsSection({ texts: { failing, damaged }, refused }: TextsSectionProps) {
  const t = useT("texts");
  const format = useFormat();
  const counts = countsOf(refused);
  return (
    <section aria-labelledby="texts-title" className="grid gap-6">
      <div>
        <h2 id="texts-title" className="text-section">
          {t("title")}
        </h2>
        <p className="mt-1 max-w-[60ch] text-quiet">{t("lead")}</p>
      </div>
      {failing ? (
        <Notice tone="late" title={t("saving.failing")}>
          {t("saving.since", { since: format.dateTime(failing.since), reason: failing.reason })}
        </Notice>
      ) : (
        <Notice tone="ok">{t("saving.well")}</Notice>
      )}
      <div>
        <h3 id="texts-damaged" className="mb-2 font-semibold">
          {t("damaged.title")}
        </h3>
        {damaged?.length ? (
          <>
            <p className="mb-3 max-w-[60ch] text-quiet">{t("damaged.what")}</p>
            <RowList labelledBy="texts-damaged">
              {damaged.map(({ id, network, parts }) => (
                <Row key={id} title={network} below={<span className="text-quiet">{id}</span>} side={parts} />
              ))}
            </RowList>
          </>
        ) : (
          <p className="text-quiet">{t(damaged ? "damaged.none" : "damaged.unknown")}</p>
        )}
      </div>
      <div>
        <h3 id="texts-refused" className="mb-2 font-semibold">
          {t("refused.title")}
        </h3>
        {counts.length > 0 ? (
          <RowList labelledBy="texts-refused">
            {counts.map(({ reason, count }) => (
              <Row key={reason} title={t(`refused.${reason}`)} side={count} />
            ))}
          </RowList>
        ) : (
          <p className="text-quiet">{t("refused.none")}</p>
        )}
      </div>
    </section>
  );
}

type Reason = (typeof reasons)[number];

function countsOf(refused: TextsSectionProps["refused"]): Array<{ reason: Reason; count: number }> {
  const sums = new Map<Reason, number>();
  for (const [name, count = 0] of Object.entries(refused)) {
    const known = name.endsWith("too-large") ? "too-large" : name;
    const reason = reasons.find((one) => one === known) ?? "other";
    sums.set(reason, (sums.get(reason) ?? 0) + count);
  }
  return reasons.flatMap((reason) => {
    const count = sums.get(reason) ?? 0;
    return count > 0 ? { reason, count } : [];
  });
}
