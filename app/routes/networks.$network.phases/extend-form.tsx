// Putting off the last day of a phase, folded away until somebody wants to.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Shift } from "~/domain/deliverables/shift.server";
import { longLimit } from "~/domain/networks/network";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { ShiftTable } from "~/ui/deliverables/shift-table";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { SavedNotice } from "~/ui/saved-notice";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import type { PhaseSectionProps } from "./phase-section";

export function ExtendForm({ phase, newId, posted }: Pick<PhaseSectionProps, "phase" | "newId" | "posted">) {
  const t = useT("phases", "deliverables");
  const wrong = useWrongWords();
  const fetcher = useFetcher<FormAnswer>({ key: `extend-${phase.id}` });
  const form = useRef<HTMLFormElement>(null);
  const isPosted =
    (posted?.intent === "extend" || posted?.intent === "preview-extension") &&
    posted.values?.phaseId === phase.id;
  const answer = fetcher.data ?? (isPosted ? posted : undefined);
  const { errors, values } = answer ?? {};
  const isIdle = fetcher.state === "idle";
  const isDone = answer?.intent === "extend" && answer.done !== undefined && isIdle;
  const shift =
    answer?.intent === "preview-extension" && isIdle ? (answer.done as Shift | undefined) : undefined;
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone]);
  const [toId, reasonId] = [`to-${phase.id}`, `reason-${phase.id}`];
  const wrongs =
    errors &&
    Object.fromEntries(
      Object.entries(errors).map(([field, one]) => [field === "form" ? field : `${field}-${phase.id}`, one]),
    );
  return (
    <details className="fold mt-3" open={answer ? true : undefined}>
      <summary aria-label={t("extend.openNamed", { name: phase.name })} className="text-small">
        <Icon name="chevron-right" size={16} />
        {t("extend.open")}
      </summary>
      <div className="pt-3 pb-2">
        <SavedNotice isShown={isDone} words={t("extend.done")} />
        <WrongSummary wrongs={wrongs} labels={{ [toId]: t("extend.to"), [reasonId]: t("extend.reason") }} />
        <fetcher.Form ref={form} method="post" className="grid max-w-md gap-5">
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="phaseId" value={phase.id} />
          <Field
            id={toId}
            name="to"
            type="date"
            label={t("extend.to")}
            error={wrong(errors?.to)}
            defaultValue={values?.to}
            required
          />
          <Field
            id={reasonId}
            name="reason"
            label={t("extend.reason")}
            hint={t("extend.reasonHint")}
            limit={longLimit}
            error={wrong(errors?.reason)}
            defaultValue={values?.reason}
            required
          />
          {shift ? <ShiftTable shift={shift} /> : null}
          <div className="flex flex-wrap gap-2">
            <Button name="intent" value="extend" isBusy={!isIdle}>
              {t("extend.button")}
            </Button>
            {/* Without the reason, too: one may look before one knows it. */}
            <Button weight="bare" name="intent" value="preview-extension" isBusy={!isIdle} formNoValidate>
              {t("deliverables:shift.button")}
            </Button>
          </div>
        </fetcher.Form>
      </div>
    </details>
  );
}
