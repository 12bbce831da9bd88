// Name and dates of a phase, to be filled in.
import type { FieldWrong } from "~/domain/refusal";
import { shortLimit } from "~/domain/networks/network";
import { useT } from "~/i18n/use-t";
import { Field } from "~/ui/field";
import { useWrongWords } from "~/ui/use-wrong-words";

const days = ["plannedStart", "plannedEnd", "actualStart", "actualEnd"] as const;

interface PhaseFieldsProps {
  errors?: Record<string, FieldWrong>;
  values?: Record<string, string | null | undefined>;
  /** Before the ids, where several phases are on a page. */
  prefix?: string;
}

/** The labels by the fields' ids, for the summary of what is wrong. */
export function usePhaseLabels(prefix = ""): Record<string, string> {
  const t = useT("setup");
  return Object.fromEntries([
    [`${prefix}phaseName`, t("phases.name")],
    ...days.map((day) => [`${prefix}${day}`, t(`phases.${day}`)]),
  ]) as Record<string, string>;
}

export function PhaseFields({ errors, values, prefix = "" }: PhaseFieldsProps) {
  const t = useT("setup");
  const wrong = useWrongWords();
  return (
    <>
      <Field
        id={`${prefix}phaseName`}
        name="phaseName"
        label={t("phases.name")}
        limit={shortLimit}
        error={wrong(errors?.phaseName)}
        defaultValue={values?.phaseName ?? undefined}
        required
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {days.map((day) => (
          <Field
            key={day}
            id={`${prefix}${day}`}
            name={day}
            type="date"
            label={t(`phases.${day}`)}
            isOptional
            error={wrong(errors?.[day])}
            defaultValue={values?.[day] ?? undefined}
          />
        ))}
      </div>
    </>
  );
}
