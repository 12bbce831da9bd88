// What the partners' budgets come to, beside the total that was stated for the network.
import { formatAmount } from "~/domain/networks/money";
import { useT } from "~/i18n/use-t";
import { useReader } from "~/ui/use-reader";

export function PartnersSum({ sum, total }: { sum: number; total: number | null }) {
  const t = useT("setup");
  const { language } = useReader();
  const write = (cents: number) => formatAmount(cents, language);
  if (total === null)
    return sum === 0 ? null : <p className="mt-5">{t("partners.sum", { sum: write(sum) })}</p>;
  const difference = sum - total;
  return (
    <p className="mt-5 max-w-[60ch]">
      {t("partners.sumOf", { sum: write(sum), total: write(total) })}{" "}
      {difference === 0
        ? t("partners.sumSame")
        : t(difference < 0 ? "partners.sumLess" : "partners.sumMore", {
            amount: write(Math.abs(difference)),
          })}
    </p>
  );
}
