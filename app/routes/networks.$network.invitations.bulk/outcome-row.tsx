// One row of a list: whom it names, and what will happen with it or which of its cells cannot stand.
import type { BulkOutcome, CellWrong } from "~/domain/networks/bulk-invitation";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Row } from "~/ui/row-list";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

const tones: Record<BulkOutcome["kind"], StateTone> = {
  invite: "ok",
  member: "quiet",
  invited: "quiet",
  twice: "quiet",
  wrong: "late",
};

export function OutcomeRow({ outcome, isSent }: { outcome: BulkOutcome; isSent: boolean }) {
  const t = useT("invitations");
  const { line, email, name, kind } = outcome;
  const word = isSent && kind === "invite" ? t("bulk.outcome.done") : t(`bulk.outcome.${kind}`);
  return (
    <Row
      title={<span className="break-all">{email || name || t("bulk.line", { line })}</span>}
      below={
        <div className="grid gap-1">
          <div>
            <StateMark tone={tones[kind]} word={word} />
          </div>
          <FactsLine facts={[{ key: "line", value: t("bulk.line", { line }) }, ...useOffer(outcome)]} />
          {kind === "wrong" ? <CellWrongs wrongs={outcome.wrongs} /> : null}
        </div>
      }
    />
  );
}

function useOffer(outcome: BulkOutcome) {
  const t = useT("frame");
  const format = useFormat();
  const named =
    outcome.email && outcome.name
      ? [{ key: "name", value: <span className="wrap-anywhere">{outcome.name}</span> }]
      : [];
  if (outcome.kind !== "invite") return named;
  const { role, cities, language, until } = outcome;
  const word = t(`role.${role}`);
  return [
    ...named,
    {
      key: "role",
      value: cities.length > 0 ? t("roleOfCity", { role: word, city: format.list(cities) }) : word,
    },
    { key: "language", value: format.languageName(language) },
    ...(until ? [{ key: "until", value: t("period.until", { to: format.day(until) }) }] : []),
  ];
}

function CellWrongs({ wrongs }: { wrongs: CellWrong[] }) {
  const t = useT("invitations", "members");
  const wrongWords = useWrongWords();
  const words = (wrong: CellWrong): string => {
    if (wrong.reason === "refused") return wrongWords(wrong.wrong) ?? "";
    if (wrong.reason !== "unknown") return t(`bulk.${wrong.reason}`);
    const { column } = wrong;
    return column === "role" || column === "city" || column === "language"
      ? t(`bulk.unknown.${column}`)
      : t("bulk.unknown.other");
  };
  return (
    <ul className="grid gap-0.5 text-small text-late">
      {wrongs.map((wrong, index) => {
        const column = t(`bulk.column.${wrong.column}`);
        return (
          <li key={index} className="wrap-anywhere">
            {wrong.cell
              ? t("bulk.cell", { column, cell: wrong.cell, wrong: words(wrong) })
              : t("bulk.noCell", { column, wrong: words(wrong) })}
          </li>
        );
      })}
    </ul>
  );
}
