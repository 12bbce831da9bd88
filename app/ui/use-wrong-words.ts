// What is wrong with a field, in the reader's words.
import type { FieldWrong } from "~/domain/refusal";
import { tellWrong } from "~/i18n/tell-wrong";
import { useT } from "~/i18n/use-t";
import { useFormat } from "./use-reader";

/** Gives the sentence for one field, or undefined where nothing is wrong. */
export function useWrongWords(): (wrong: FieldWrong | undefined) => string | undefined {
  const t = useT("errors");
  const format = useFormat();
  return (wrong) => wrong && tellWrong(t, format, wrong);
}
