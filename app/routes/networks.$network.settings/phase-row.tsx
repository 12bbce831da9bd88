// One phase: its dates in words, moving it, and the form that changes or removes it.
import { useFetcher } from "@remix-run/react";
import type { Shift } from "~/domain/deliverables/shift.server";
import { phaseInForm } from "~/domain/networks/phase";
import type { ListedPhase } from "~/domain/networks/phases.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { ShiftTable } from "~/ui/deliverables/shift-table";
import { FactsLine } from "~/ui/facts-line";
import { FoundFields } from "~/ui/found-fields";
import { Icon } from "~/ui/icon";
import { SavedNotice, undoOf } from "~/ui/saved-notice";
import { Undone } from "~/ui/undone";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";
import { PhaseFields, usePhaseLabels } from "./phase-fields";

interface PhaseRowProps {
  phase: ListedPhase;
  isFirst: boolean;
  isLast: boolean;
  mayManage: boolean;
  /** The page's own answer, where no script runs. */
  answer?: FormAnswer;
}

export function PhaseRow({ phase, isFirst, isLast, mayManage, answer }: PhaseRowProps) {
  const t = useT("setup", "deliverables");
  const fetcher = useFetcher<FormAnswer>();
  const prefix = `${phase.id}-`;
  const labels = usePhaseLabels(prefix);
  const said = fetcher.data ?? (answer?.values?.id === phase.id ? answer : undefined);
  const isIdle = fetcher.state === "idle";
  const own = said && ["change-phase", "preview-phase"].includes(said.intent) ? said : undefined;
  const shift = own?.intent === "preview-phase" && isIdle ? (own.done as Shift | undefined) : undefined;
  const saved = own?.intent === "change-phase" ? own.done : undefined;
  const isUndone = fetcher.data?.intent === "undo-phase";
  const { name } = phase;
  const wrongs =
    own?.errors &&
    Object.fromEntries(Object.entries(own.errors).map(([field, wrong]) => [`${prefix}${field}`, wrong]));
  return (
    <li className="border-b border-line py-3.5">
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0">
          <span className="font-semibold">{name}</span>
          <PhaseDates phase={phase} />
        </div>
        {mayManage ? (
          <fetcher.Form method="post" className="-me-1.5 flex shrink-0 gap-1 whitespace-nowrap">
            <input type="hidden" name="id" value={phase.id} />
            <input type="hidden" name="intent" value="move-phase" />
            {isFirst ? null : (
              <Button
                size="small"
                weight="bare"
                name="by"
                value="-1"
                aria-label={t("phases.upNamed", { name })}
              >
                <Icon name="chevron-up" size={16} />
                <span className="hidden sm:inline">{t("phases.up")}</span>
              </Button>
            )}
            {isLast ? null : (
              <Button
                size="small"
                weight="bare"
                name="by"
                value="1"
                aria-label={t("phases.downNamed", { name })}
              >
                <Icon name="chevron-down" size={16} />
                <span className="hidden sm:inline">{t("phases.down")}</span>
              </Button>
            )}
          </fetcher.Form>
        ) : null}
      </div>
      {mayManage ? (
        <details className="fold mt-1" open={own || isUndone ? true : undefined}>
          <summary aria-label={t("phases.changeNamed", { name })} className="text-small">
            <Icon name="chevron-right" size={16} />
            {t("phases.change")}
          </summary>
          <div className="pt-3 pb-2">
            <SavedNotice
              isShown={saved !== undefined && isIdle}
              words={t("phases.saved")}
              undo={{ intent: "undo-phase", id: undoOf(saved), Form: fetcher.Form }}
            />
            {isUndone ? <Undone isDone={fetcher.data?.done !== undefined} /> : null}
            <WrongSummary wrongs={wrongs} labels={labels} />
            {/* What was undone is filled in anew. */}
            <fetcher.Form key={isUndone && isIdle ? "undone" : "form"} method="post" className="grid gap-5">
              <input type="hidden" name="id" value={phase.id} />
              <FoundFields
                {...{ saved, values: phaseInForm(phase), errors: own?.errors, sent: fetcher.formData }}
              />
              <PhaseFields
                prefix={prefix}
                errors={own?.errors}
                values={own?.values ?? { ...phase, phaseName: name }}
              />
              {shift ? <ShiftTable shift={shift} /> : null}
              <div className="flex flex-wrap justify-between gap-2">
                <div className="flex flex-wrap gap-2">
                  <Button name="intent" value="change-phase" isBusy={!isIdle}>
                    {t("phases.save")}
                  </Button>
                  <Button weight="bare" name="intent" value="preview-phase" isBusy={!isIdle}>
                    {t("deliverables:shift.button")}
                  </Button>
                </div>
                <Button
                  weight="grave"
                  name="intent"
                  value="remove-phase"
                  formNoValidate
                  aria-label={t("phases.removeNamed", { name })}
                >
                  {t("phases.remove")}
                </Button>
              </div>
            </fetcher.Form>
          </div>
        </details>
      ) : null}
    </li>
  );
}

/** Planned and actual dates in words. */
function PhaseDates({ phase }: { phase: ListedPhase }) {
  const t = useT("setup", "frame");
  const format = useFormat();
  const period = (start: string | null, end: string | null) => {
    if (start && end) return format.days(start, end);
    if (start) return t("phases.from", { from: format.day(start) });
    return end ? t("phases.to", { to: format.day(end) }) : null;
  };
  const [planned, actual] = [
    period(phase.plannedStart, phase.plannedEnd),
    period(phase.actualStart, phase.actualEnd),
  ];
  if (!planned && !actual) return <p className="text-small text-quiet">{t("phases.noDates")}</p>;
  return (
    <FactsLine
      facts={[
        planned !== null && { key: "planned", value: t("phases.planned", { period: planned }) },
        phase.extendedTo !== null && {
          key: "extended",
          value: t("phases.extended", { day: format.day(phase.extendedTo) }),
        },
        actual !== null && { key: "actual", value: t("phases.actual", { period: actual }) },
      ]}
    />
  );
}
