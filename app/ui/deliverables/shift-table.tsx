// What a change of days would move, before it is made: each due day with its cities, and the people concerned.
import type { Shift } from "~/domain/deliverables/shift.server";
import { useT } from "~/i18n/use-t";
import { useFormat } from "../use-reader";

export function ShiftTable({ shift: { moved, people } }: { shift: Shift }) {
  const t = useT("deliverables");
  const format = useFormat();
  const day = (day: string | null) => (day === null ? t("due.none") : format.day(day));
  const isTurned = moved.some(({ turn }) => turn !== null);
  const title = t(isTurned ? "shift.titleTurn" : "shift.title");
  return (
    <section className="shift" aria-label={title} aria-live="polite">
      <p className="font-semibold">{moved.length === 0 ? t("shift.none") : title}</p>
      {moved.length === 0 ? null : (
        <>
          <ul className="rows mt-1">
            {moved.map(({ deliverableId, title, before, after, turn, cities }) => (
              <li key={`${deliverableId} ${before} ${after}`} className="border-b border-line py-2">
                <p>{title}</p>
                <p className="tabular-nums">
                  {turn === "again" ? t("shift.notAsked") : day(before)} →{" "}
                  {turn === "dropped" ? t("shift.notAsked") : day(after)}
                </p>
                <p className="text-small text-quiet">{format.list(cities)}</p>
              </li>
            ))}
          </ul>
          {people.length > 0 ? (
            <p className="mt-3">
              {t("shift.people", { names: format.list(people.map(({ name }) => name)) })}
            </p>
          ) : null}
        </>
      )}
      <p className="mt-1 text-quiet">{t("shift.notYet")}</p>
    </section>
  );
}
