// One element of the practice, and the form in which a city says what it does with it.
import { useActionData, useFetcher } from "@remix-run/react";
import { elementStates, reasonLimit } from "~/domain/documents/element-mark";
import type { MarkView } from "~/domain/documents/element-marks.server";
import type { TransferElement } from "~/domain/documents/document-facts";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { markTones } from "~/ui/element-matrix";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { StateMark } from "~/ui/state-mark";
import { TextArea } from "~/ui/text-area";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

export interface ElementFormProps {
  element: TransferElement;
  partnershipId: string;
  language: string;
  mark: MarkView | null;
  /** In Brussels. */
  today: string;
}

export function ElementForm({ element, partnershipId, language, mark, today }: ElementFormProps) {
  const t = useT("elements", "documents");
  const wrong = useWrongWords();
  const format = useFormat();
  const key = `${element.id}-${partnershipId}`;
  const fetcher = useFetcher<FormAnswer>({ key });
  const posted = useActionData<FormAnswer>();
  const isPosted = posted?.values?.elementId === element.id && posted.values.partnershipId === partnershipId;
  const { errors, values, done } = fetcher.data ?? (isPosted ? posted : undefined) ?? {};
  const isIdle = fetcher.state === "idle";
  const problem = errors?.form ?? errors?.elementId ?? errors?.partnershipId ?? errors?.state;
  return (
    <li className="grid gap-x-8 gap-y-4 border-t border-line pt-5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div>
        <h3 lang={language} className="font-semibold">
          {element.name}
        </h3>
        <p className="text-small text-quiet">
          {t(element.isEssential ? "documents:elements.essential" : "documents:elements.optional")}
        </p>
        <dl className="mt-2 grid gap-2 text-small">
          {(["preconditions", "pitfalls"] as const).map((fact) =>
            element[fact] ? (
              <div key={fact}>
                <dt className="text-quiet">{t(fact)}</dt>
                <dd lang={language} className="whitespace-pre-line">
                  {element[fact]}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
      <div>
        <details className="fold" open={errors !== undefined || isPosted || undefined}>
          <summary>
            <Icon name="chevron-right" size={16} />
            {mark ? (
              <StateMark tone={markTones[mark.state]} word={t(`documents:elements.state.${mark.state}`)} />
            ) : (
              t("documents:elements.say")
            )}
          </summary>
          <fetcher.Form method="post" className="mt-3 mb-2 grid gap-4">
            <input type="hidden" name="elementId" value={element.id} />
            <input type="hidden" name="partnershipId" value={partnershipId} />
            {problem && isIdle ? (
              <Notice tone="late" announce="at-once">
                {wrong(problem)}
              </Notice>
            ) : null}
            <Choices
              legend={t("state")}
              name="state"
              defaultValue={values?.state ?? mark?.state ?? "understood"}
              choices={elementStates.map((state) => ({
                value: state,
                label: t(`documents:elements.state.${state}`),
                hint: t(`hint.${state}`),
              }))}
            />
            <TextArea
              id={`reason-${key}`}
              name="reason"
              label={t("reason")}
              hint={t("reasonHint")}
              limit={reasonLimit}
              error={wrong(errors?.reason)}
              defaultValue={values?.reason ?? mark?.reason}
              required
            />
            <Field
              id={`marked-on-${key}`}
              type="date"
              name="markedOn"
              label={t("markedOn")}
              max={today}
              error={wrong(errors?.markedOn)}
              defaultValue={values?.markedOn ?? mark?.markedOn ?? today}
              frameClassName="max-w-48"
              required
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button weight="main" name="intent" value="mark" isBusy={!isIdle}>
                {t("save")}
              </Button>
              {mark ? (
                <Button weight="bare" name="intent" value="unmark" formNoValidate>
                  {t("takeBack")}
                </Button>
              ) : null}
            </div>
          </fetcher.Form>
        </details>
        {mark ? (
          <p className="mt-1 text-small text-quiet">
            {mark.reason} ({format.day(mark.markedOn)})
          </p>
        ) : null}
        <p role="status" className="text-small text-ok">
          {done && isIdle && mark ? t("saved") : ""}
        </p>
      </div>
    </li>
  );
}
