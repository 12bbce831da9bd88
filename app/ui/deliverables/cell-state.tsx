// How one partner's deliverable stands: state, due day, and late or at risk, each by word, shape and colour.
import { reasonInWords, standingInWords } from "~/domain/deliverables/in-words";
import type { CellView } from "~/domain/deliverables/matrix.server";
import { useT } from "~/i18n/use-t";
import { StateMark } from "../state-mark";
import { useFormat } from "../use-reader";
import { stateTones } from "./state-tones";

export type ShownCell = Pick<CellView, "state" | "due" | "until" | "kind" | "daysLate" | "reasons">;

interface CellStateProps {
  cell: ShownCell;
  /** Said elsewhere on the page. */
  hasDueBeside?: boolean;
}

export function CellState({ cell, hasDueBeside = false }: CellStateProps) {
  const t = useT("frame", "deliverables");
  const format = useFormat();
  const { state, due, until, kind, reasons } = cell;
  const standing = standingInWords(t, cell);
  const isUntil = until !== null && (state === "changes-requested" || state === "returned");
  return (
    <span className="deliverable-state">
      <StateMark tone={stateTones[state]} word={t(`deliverables:state.${state}`)} />
      {state === "not-applicable" || (hasDueBeside && !isUntil) ? null : (
        <span className="deliverable-due">
          {isUntil
            ? t("deliverables:due.until", { day: format.day(until) })
            : due === null
              ? t("deliverables:due.none")
              : format.day(due)}
        </span>
      )}
      {standing === null ? null : (
        <StateMark
          tone={kind === "late" ? "late" : "soon"}
          word={standing}
          reason={reasons.map((reason) => reasonInWords(t, reason)).join(" ")}
        />
      )}
    </span>
  );
}
