// What is wrong with a field, in the reader's words.
import { tellWrong } from "~/i18n/tell-wrong";
import { useT } from "~/i18n/use-t";
import type { FieldWrong } from "~/domain/refusal";
import type { FieldError } from "./error-summary";
import { useFormat } from "./use-reader";

export interface WrongWords {
  /** The sentence for one field, or undefined where nothing is wrong. */
  of(wrong: FieldWrong | undefined): string | undefined;
  /** All sentences for the summary; fields are named by the ids of their inputs. */
  list(wrongs: Record<string, FieldWrong> | undefined, ids: Record<string, string>): FieldError[];
}

export function useWrongWords(): WrongWords {
  const t = useT("errors");
  const format = useFormat();
  const of: WrongWords["of"] = (wrong) => wrong && tellWrong(t, format, wrong);
  return {
    of,
    list: (wrongs, ids) =>
      Object.entries(wrongs ?? {}).map(([field, wrong]) => ({
        fieldId: ids[field],
        message: of(wrong) ?? "",
      })),
  };
}
