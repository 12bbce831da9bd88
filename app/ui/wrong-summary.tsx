// What is wrong with a form, at its top: each sentence with the label of its field, leading to it.
import { useMemo } from "react";
import type { FieldWrong } from "~/domain/refusal";
import { ErrorSummary } from "./error-summary";
import { useWrongWords } from "./use-wrong-words";

interface WrongSummaryProps {
  wrongs: Record<string, FieldWrong> | undefined;
  /** Field → the label it has on the screen; the field's id is its name there. */
  labels: Record<string, string>;
  /** False where nobody asked for the answer. */
  takesFocus?: boolean;
}

/** Takes the focus when a new answer brings something wrong, and not when the page merely renders again. */
export function WrongSummary({ wrongs, labels, takesFocus }: WrongSummaryProps) {
  const wrong = useWrongWords();
  const errors = useMemo(
    () =>
      Object.entries(wrongs ?? {}).map(([field, of]) => ({
        fieldId: labels[field] === undefined ? undefined : field,
        label: labels[field],
        message: wrong(of) ?? "",
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new answer makes new errors
    [wrongs],
  );
  return <ErrorSummary errors={errors} takesFocus={takesFocus} />;
}
