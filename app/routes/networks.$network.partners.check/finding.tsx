// What was found: whether the stated sums hold together, and what each way to read the administration leads to beside them.
import { formatAmount, formatRate } from "~/domain/networks/money";
import type { ProjectCheck } from "~/domain/networks/project-check.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { useReader } from "~/ui/use-reader";

export function Finding({ check }: { check: ProjectCheck }) {
  const t = useT("sums");
  const { language } = useReader();
  const { activities, value, inside, onTop, ofGross } = check;
  const write = (cents: number) => formatAmount(cents, language);
  const rate = formatRate(check.rate, language);
  const stated = { activities: write(activities), value: write(value) };
  const readings = [
    { key: "inside", ...inside, value },
    { key: "onTop", ...onTop, activities },
    { key: "ofGross", ...ofGross, activities },
  ] as const;
  return (
    <section aria-labelledby="finding" className="mt-10">
      <h2 id="finding" className="mb-3 text-section">
        {t("finding")}
      </h2>
      <Notice tone={check.isContradiction ? undefined : "ok"} announce="politely">
        {t(check.isContradiction ? "contradiction" : "sound", { ...stated, rate })}
      </Notice>
      <table className="ledger mt-4">
        <caption className="hidden-words">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("reading")}</th>
            <th scope="col" className="ledger-figure">
              {t("activitiesSum")}
            </th>
            <th scope="col" className="ledger-figure">
              {t("administrationSum")}
            </th>
            <th scope="col" className="ledger-figure">
              {t("valueSum")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("stated")}</th>
            <Figure label={t("activitiesSum")} amount={stated.activities} />
            <Figure label={t("administrationSum")} amount="–" />
            <Figure label={t("valueSum")} amount={stated.value} />
          </tr>
          {readings.map(({ key, ...reading }) => (
            <tr key={key}>
              <th scope="row">{t(key, { rate })}</th>
              <Figure label={t("activitiesSum")} amount={write(reading.activities)} />
              <Figure label={t("administrationSum")} amount={write(reading.administration)} />
              <Figure label={t("valueSum")} amount={write(reading.value)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ label, amount }: { label: string; amount: string }) {
  return (
    <td className="ledger-figure figures" data-label={label}>
      {amount}
    </td>
  );
}
