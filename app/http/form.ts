// What an action answers when a form was not simply done: the same shape for every form, read by the screens.
import type { FieldWrong } from "~/domain/refusal";

export interface FormAnswer {
  /** Which of the page's forms it answers. */
  intent: string;
  /** The use-case's own answer, where it was done and the page stays. */
  done?: unknown;
  /** What is wrong, by field; "form" for the whole. */
  errors?: Record<string, FieldWrong>;
  /** What was typed, to be shown again; left out for scripts, whose fields still hold it, and never a password. */
  values?: Record<string, string>;
  /** What stands there now, where it was changed meanwhile. */
  conflict?: unknown;
}
