// The phases of a network: a row for each with its planned and actual dates, and a form to add the next.
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ListedPhase } from "~/domain/networks/phases.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { SavedNotice } from "~/ui/saved-notice";
import { WrongSummary } from "~/ui/wrong-summary";
import { PhaseFields, usePhaseLabels } from "./phase-fields";
import { PhaseRow } from "./phase-row";

interface PhasesSectionProps {
  phases: ListedPhase[];
  mayManage: boolean;
  answer?: FormAnswer;
}

export function PhasesSection({ phases, mayManage, answer }: PhasesSectionProps) {
  const t = useT("setup");
  return (
    <section
      id="phases"
      aria-labelledby="phases-title"
      className={mayManage ? "border-t border-line pt-8" : undefined}
    >
      <h2 id="phases-title" className="text-section">
        {t("phases.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("phases.lead")}</p>
      {phases.length === 0 ? <p className={mayManage ? "mb-5" : undefined}>{t("phases.none")}</p> : null}
      {phases.length > 0 ? (
        <ol className={mayManage ? "rows mb-8" : "rows"}>
          {phases.map((phase, index) => (
            <PhaseRow
              key={phase.id}
              phase={phase}
              isFirst={index === 0}
              isLast={index === phases.length - 1}
              mayManage={mayManage}
              answer={answer}
            />
          ))}
        </ol>
      ) : null}
      {mayManage ? <AddPhase answer={answer?.intent === "add-phase" ? answer : undefined} /> : null}
    </section>
  );
}

function AddPhase({ answer }: { answer?: FormAnswer }) {
  const t = useT("setup");
  const labels = usePhaseLabels();
  const form = useRef<HTMLFormElement>(null);
  const isDone = answer?.done !== undefined;
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone, answer]);
  return (
    <div>
      <h3 className="mb-3 text-large">{t("phases.add")}</h3>
      <SavedNotice isShown={isDone} words={t("phases.added")} />
      <WrongSummary wrongs={answer?.errors} labels={labels} />
      <Form ref={form} method="post" preventScrollReset className="grid gap-5">
        <PhaseFields errors={answer?.errors} values={isDone ? undefined : answer?.values} />
        <div>
          <Button name="intent" value="add-phase">
            {t("phases.button")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
