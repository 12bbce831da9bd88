// What a network is, where it is only read any more: words instead of fields that nobody can fill in, and none cut short.
import { formatAmount } from "~/domain/networks/money";
import type { NetworkSettings } from "~/domain/networks/network-facts.server";
import { networkTypes } from "~/domain/networks/network";
import { useT } from "~/i18n/use-t";
import { useNetworkFactLabels } from "~/ui/network-fact-fields";
import { useFormat, useReader } from "~/ui/use-reader";

/** Name, kind, programme, theme, dates and the stated total; what was never said is left out. */
export function FactsRead({ settings }: { settings: NetworkSettings }) {
  const t = useT("networks");
  const format = useFormat();
  const { language } = useReader();
  const labels = useNetworkFactLabels();
  const { name, programme, theme, startsOn, endsOn, budget } = settings;
  const type = networkTypes.find((known) => known === settings.type);
  const facts = [
    [labels.name, name],
    [labels.type, type && t(`type.${type}`)],
    [labels.programme, programme],
    [labels.theme, theme],
    [labels.startsOn, startsOn && format.day(startsOn)],
    [labels.endsOn, endsOn && format.day(endsOn)],
    [labels.budget, budget === null ? null : formatAmount(budget, language)],
  ] as const;
  return (
    <dl className="grid gap-3">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt className="text-small text-quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
