// What the form of a remark was answered, as far as its screens read it; http/form.ts makes it.
import type { FieldWrong } from "~/domain/refusal";

export interface PostedAnswer {
  intent: string;
  done?: unknown;
  errors?: Record<string, FieldWrong>;
  values?: Record<string, string>;
  conflict?: unknown;
}
