// A partner's budget: what the rule gives each source, beside what was stated, with the difference in words.
import { formatAmount, formatRate, formatShare } from "~/domain/networks/money";
import type { PartnershipDetail } from "~/domain/networks/partnerships.server";
import { useT } from "~/i18n/use-t";
import { useReader } from "~/ui/use-reader";

type Money = NonNullable<PartnershipDetail["money"]>;

export function MoneySection({ money }: { money: Money }) {
  const t = useT("setup");
  const { language } = useReader();
  const { total, sources, networkTotal } = money;
  const percent = total === null || networkTotal === null ? null : formatShare(total, networkTotal, language);
  return (
    <section aria-labelledby="money" className="mt-8">
      <h2 id="money" className="mb-3 text-section">
        {t("partner.money")}
      </h2>
      {total === null && sources.length === 0 ? (
        <p className="text-quiet">{t("partner.moneyNone")}</p>
      ) : (
        <SourcesTable money={money} />
      )}
      <StatedSum difference={money.statedDifference} />
      {percent !== null && networkTotal !== null ? (
        <p className="mt-2">{t("partner.share", { percent, total: formatAmount(networkTotal, language) })}</p>
      ) : null}
      {sources.length > 1 ? <p className="mt-2 text-small text-quiet">{t("partner.rule")}</p> : null}
    </section>
  );
}

function SourcesTable({ money: { total, sources } }: { money: Money }) {
  const t = useT("setup");
  const { language } = useReader();
  const write = (cents: number | null) => (cents === null ? "–" : formatAmount(cents, language));
  return (
    <table className="ledger">
      <caption className="hidden-words">{t("partner.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("partner.source")}</th>
          <th scope="col" className="ledger-figure">
            {t("partner.rate")}
          </th>
          <th scope="col" className="ledger-figure">
            {t("partner.computed")}
          </th>
          <th scope="col" className="ledger-figure">
            {t("partner.stated")}
          </th>
          <th scope="col">{t("partner.difference")}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ name, rate, computed, stated, difference }, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td className="ledger-figure figures" data-label={t("partner.rate")}>
              {formatRate(rate, language)} %
            </td>
            <td className="ledger-figure figures" data-label={t("partner.computed")}>
              {write(computed)}
            </td>
            <td className="ledger-figure figures" data-label={t("partner.stated")}>
              {write(stated)}
            </td>
            <td className="text-small" data-label={t("partner.difference")}>
              <Difference cents={difference} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("partner.total")}</th>
          <td />
          <td className="ledger-figure figures" data-label={t("partner.computed")}>
            {write(total)}
          </td>
          <td />
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Difference({ cents }: { cents: number | null }) {
  const t = useT("setup");
  const { language } = useReader();
  if (cents === null) return <span className="text-quiet">–</span>;
  if (cents === 0) return <span className="text-quiet">{t("partner.same")}</span>;
  const amount = formatAmount(Math.abs(cents), language);
  return (
    <span className="font-semibold text-soon">
      {t(cents > 0 ? "partner.more" : "partner.less", { amount })}
    </span>
  );
}

function StatedSum({ difference }: { difference: number | null }) {
  const t = useT("setup");
  const { language } = useReader();
  if (difference === null) return null;
  if (difference === 0) return <p className="mt-4">{t("partner.statedSame")}</p>;
  const amount = formatAmount(Math.abs(difference), language);
  return (
    <p className="mt-4 text-soon">
      {t(difference > 0 ? "partner.statedMore" : "partner.statedLess", { amount })}
    </p>
  );
}
