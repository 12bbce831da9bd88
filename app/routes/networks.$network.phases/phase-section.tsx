// One phase: where it stands, its days in words, when and why it was put off, and its gate.
import { useFetcher } from "@remix-run/react";
import type { SerializeFrom } from "@remix-run/node";
import type { Shift } from "~/domain/deliverables/shift.server";
import type { PhaseRead } from "~/domain/networks/phases-read.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { ShiftTable } from "~/ui/deliverables/shift-table";
import { FactsLine } from "~/ui/facts-line";
import { StateMark, type StateTone } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";
import { ExtendForm } from "./extend-form";
import { Gate } from "./gate";

export interface PhaseSectionProps {
  phase: SerializeFrom<PhaseRead>;
  mayManage: boolean;
  /** For what is added next. */
  newId: string;
  /** The page's own answer, where no script runs. */
  posted?: FormAnswer;
}

const tones: Record<PhaseRead["state"], StateTone> = {
  ahead: "quiet",
  running: "going",
  "past-its-end": "late",
  over: "ok",
  undated: "quiet",
};

export function PhaseSection({ phase, mayManage, newId, posted }: PhaseSectionProps) {
  const t = useT("phases");
  const headingId = `phase-${phase.id}`;
  return (
    <section aria-labelledby={headingId} className="border-t border-line pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={headingId} className="text-section">
          {phase.name}
        </h2>
        <StateMark tone={tones[phase.state]} word={t(`state.${phase.state}`)} />
      </div>
      <PhaseDays phase={phase} />
      {phase.extensions.length > 0 ? <Extensions {...{ phase, mayManage, posted }} /> : null}
      {phase.mayExtend ? <ExtendForm {...{ phase, newId, posted }} /> : null}
      <Gate {...{ phase, mayManage, newId, posted }} />
    </section>
  );
}

function PhaseDays({ phase }: Pick<PhaseSectionProps, "phase">) {
  const t = useT("phases");
  const format = useFormat();
  const period = (start: string | null, end: string | null) => {
    if (start && end) return format.days(start, end);
    if (start) return t("from", { from: format.day(start) });
    return end ? t("to", { to: format.day(end) }) : null;
  };
  const planned = period(phase.plannedStart, phase.plannedEnd);
  const actual = period(phase.actualStart, phase.actualEnd);
  const { daysAfterPrevious: apart, extendedTo } = phase;
  if (!planned && !actual) return <p className="text-quiet">{t("noDates")}</p>;
  return (
    <FactsLine
      facts={[
        planned !== null && { key: "planned", value: t("planned", { period: planned }) },
        extendedTo !== null && { key: "extended", value: t("extended", { day: format.day(extendedTo) }) },
        actual !== null && { key: "actual", value: t("actual", { period: actual }) },
        apart !== null && apart > 0 && { key: "apart", value: t("apart", { count: apart }) },
        // The day on which one ends and the next begins is no overlap.
        apart !== null && apart < 0 && { key: "overlap", value: t("overlap", { count: 1 - apart }) },
      ]}
    />
  );
}

function Extensions({ phase, mayManage, posted }: Pick<PhaseSectionProps, "phase" | "mayManage" | "posted">) {
  const t = useT("phases", "deliverables");
  const format = useFormat();
  const fetcher = useFetcher<FormAnswer>();
  const isIdle = fetcher.state === "idle";
  // Only the last extension has the form.
  const isPosted = phase.extensions.some(({ id, isLast }) => isLast && id === posted?.values?.id);
  const answer = fetcher.data ?? (isPosted ? posted : undefined);
  const shift =
    answer?.intent === "preview-take-back" && isIdle ? (answer.done as Shift | undefined) : undefined;
  return (
    <div className="mt-4">
      <h3 className="text-large">{t("extensions.title")}</h3>
      <WrongSummary wrongs={fetcher.data?.errors} labels={{}} />
      <ul className="rows">
        {phase.extensions.map(({ id, from, to, reason, by, at, takenBack, isLast }) => (
          <li key={id} className="border-b border-line py-3">
            <div className="min-w-0">
              <p className={takenBack ? "line-through" : "font-semibold"}>
                {t("extensions.row", { from: format.day(from), to: format.day(to) })}
              </p>
              <p className="break-words">{reason}</p>
              <p className="text-small text-quiet">{[by.name, format.date(at)].join(" · ")}</p>
              {takenBack ? (
                <p className="text-small text-quiet">
                  {takenBack.by
                    ? t("extensions.takenBack", { name: takenBack.by.name, day: format.date(takenBack.at) })
                    : t("extensions.takenBackBySomeone", { day: format.date(takenBack.at) })}
                </p>
              ) : null}
            </div>
            {mayManage && isLast && phase.actualEnd === null ? (
              <fetcher.Form method="post" className="mt-2 grid gap-3">
                <input type="hidden" name="id" value={id} />
                {shift ? <ShiftTable shift={shift} /> : null}
                <div className="flex flex-wrap gap-2">
                  <Button
                    size="small"
                    name="intent"
                    value="take-back"
                    isBusy={!isIdle}
                    aria-label={t("extensions.takeBackNamed", { name: phase.name, day: format.day(to) })}
                  >
                    {t("extensions.takeBack")}
                  </Button>
                  <Button
                    size="small"
                    weight="bare"
                    name="intent"
                    value="preview-take-back"
                    isBusy={!isIdle}
                    aria-label={t("extensions.seeNamed", { name: phase.name, day: format.day(to) })}
                  >
                    {t("deliverables:shift.button")}
                  </Button>
                </div>
              </fetcher.Form>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
