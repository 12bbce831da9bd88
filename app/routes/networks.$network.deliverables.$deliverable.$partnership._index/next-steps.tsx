// The steps that the reader may take now, each with what has to be said of it: open is the one that leads farthest.
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { reasonLimit, stepRules, type StepKind } from "~/domain/deliverables/deliverable";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import type { Answered, Loaded } from "./route";
import { WhatIsHandedIn } from "./what-is-handed-in";

interface NextStepsProps {
  loaded: Loaded;
  answer: Answered;
}

export function NextSteps({ loaded, answer }: NextStepsProps) {
  const t = useT("deliverables");
  const { next, cell, deliverable } = loaded;
  // What somebody has written for a step stays before them, whatever others do meanwhile; theirs is done when it is taken.
  const [written, setWritten] = useState<StepKind[]>([]);
  const taken = answer?.done === undefined ? undefined : answer.intent;
  useEffect(() => setWritten((kinds) => kinds.filter((kind) => kind !== taken)), [taken, answer]);
  const gone = written.filter((kind) => !next.includes(kind));
  const waits = cell.state === "handed-in" && deliverable.asksExpert && !cell.hasWord;
  return (
    <section className="mb-10">
      <h2 className="text-section">{t("cell.next")}</h2>
      {waits ? <p className="mt-1 text-quiet">{t("cell.wordWaits")}</p> : null}
      {next.length === 0 && gone.length === 0 ? (
        <p className="mt-1 text-quiet">{t("cell.nothingNext")}</p>
      ) : null}
      <div className="mt-3 grid gap-2">
        {[...next, ...gone].map((kind) => (
          <details
            key={kind}
            className="fold deliverable-step"
            open={
              kind === next.at(-1) ||
              written.includes(kind) ||
              (answer?.intent === kind && answer.errors !== undefined)
            }
            onInput={() => setWritten((kinds) => (kinds.includes(kind) ? kinds : [...kinds, kind]))}
          >
            <summary>
              <Icon name="chevron-right" size={16} />
              {t(`button.${kind}`)}
            </summary>
            {gone.includes(kind) ? <p className="max-w-xl pt-3">{t("cell.stepGone")}</p> : null}
            <StepForm {...{ kind, loaded, answer }} isGone={gone.includes(kind)} />
          </details>
        ))}
      </div>
    </section>
  );
}

function StepForm({ kind, loaded, answer, isGone }: NextStepsProps & { kind: StepKind; isGone: boolean }) {
  const t = useT("deliverables");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state !== "idle";
  const own = answer?.intent === kind ? answer : undefined;
  const { needsReason, until } = stepRules[kind];
  // The summary of what is wrong leads to the fields of the form that was answered.
  const ids = own
    ? { reason: "reason", until: "until" }
    : { reason: `reason-${kind}`, until: `until-${kind}` };
  const canHandIn = kind !== "hand-in" || loaded.choices.length > 0;
  return (
    <Form method="post" className="grid max-w-xl gap-5 pt-3 pb-4">
      <input type="hidden" name="id" value={loaded.newId} />
      <input type="hidden" name="seen" value={loaded.lastStep} />
      {kind === "hand-in" ? <WhatIsHandedIn choices={loaded.choices} answer={own} /> : null}
      {kind === "begin" || !canHandIn ? null : (
        <TextArea
          id={ids.reason}
          name="reason"
          label={kind === "advise" ? t("cell.word") : needsReason ? t("cell.reasonNeeded") : t("cell.reason")}
          hint={t("cell.reasonHint")}
          isOptional={!needsReason}
          required={needsReason}
          limit={reasonLimit}
          rows={3}
          error={wrong(own?.errors?.reason)}
          defaultValue={own?.values?.reason ?? ""}
        />
      )}
      {until ? (
        <Field
          id={ids.until}
          name="until"
          type="date"
          label={t("cell.until")}
          isOptional={until === "possible"}
          required={until === "needed"}
          error={wrong(own?.errors?.until)}
          defaultValue={own?.values?.until ?? ""}
        />
      ) : null}
      {canHandIn && !isGone ? (
        <div>
          <Button weight="main" name="intent" value={kind} isBusy={isBusy}>
            {t(`button.${kind}`)}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}
