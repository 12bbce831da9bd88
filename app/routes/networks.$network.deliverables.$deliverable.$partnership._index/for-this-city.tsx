// What whoever leads the network sets for this city alone: a due day of its own, or that it does not apply.
import { Form, useNavigation } from "@remix-run/react";
import { reasonLimit } from "~/domain/deliverables/deliverable";
import type { Shift } from "~/domain/deliverables/shift.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { ShiftTable } from "~/ui/deliverables/shift-table";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import type { Answered, Loaded } from "./route";

export function ForThisCity({ loaded, answer }: { loaded: Loaded; answer: Answered }) {
  const t = useT("deliverables");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state !== "idle";
  const { cell, partner } = loaded;
  const { city } = partner;
  const of = (intent: string) => (answer?.intent === intent ? answer : undefined);
  const [due, left] = [of("due") ?? of("preview-due"), of("not-applicable")];
  const shift = due?.intent === "preview-due" ? (due.done as Shift | undefined) : undefined;
  return (
    <details className="fold mt-10" open={due?.errors || shift || left?.errors ? true : undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("cell.manage")}
      </summary>
      <div className="grid max-w-xl gap-8 pt-4">
        <Form method="post" className="grid gap-3">
          <Field
            key={cell.due ?? ""}
            id="dueOn"
            name="dueOn"
            type="date"
            label={t("cell.dueOwn", { city })}
            hint={t("cell.dueOwnHint")}
            error={wrong(due?.errors?.dueOn)}
            defaultValue={due?.values?.dueOn ?? cell.due ?? ""}
          />
          {shift ? <ShiftTable shift={shift} /> : null}
          <div className="flex flex-wrap gap-2">
            <Button name="intent" value="due" isBusy={isBusy}>
              {t("cell.dueButton")}
            </Button>
            <Button weight="bare" name="intent" value="preview-due" isBusy={isBusy}>
              {t("shift.button")}
            </Button>
            {cell.hasOwnDue ? (
              <Button weight="bare" name="intent" value="clear-due" isBusy={isBusy} formNoValidate>
                {t("cell.dueClear")}
              </Button>
            ) : null}
          </div>
        </Form>
        <Form method="post" className="grid gap-3">
          {cell.notApplicable === null ? (
            <>
              <TextArea
                // The summary of what is wrong leads to the field of the form that was answered.
                id={left ? "reason" : "reason-not-applicable"}
                name="reason"
                label={t("cell.notApplicable", { city })}
                hint={t("cell.notApplicableHint")}
                limit={reasonLimit}
                rows={2}
                required
                error={wrong(left?.errors?.reason)}
                defaultValue={left?.values?.reason ?? ""}
              />
              <div>
                <Button name="intent" value="not-applicable" isBusy={isBusy}>
                  {t("cell.notApplicableButton")}
                </Button>
              </div>
            </>
          ) : (
            <div>
              <Button name="intent" value="applicable" isBusy={isBusy}>
                {t("cell.applicable")}
              </Button>
            </div>
          )}
        </Form>
      </div>
    </details>
  );
}
