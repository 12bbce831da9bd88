// From what the domain says is wrong (a key and values) to the sentence beside the field.
import type { Translate } from "./keys";
import type { Format } from "./format";
import type { Words } from "./words";

/** As in the domain's refusals: a key of the `errors` catalogue and what to put in. */
interface Wrong {
  key: string;
  values?: Record<string, string | number>;
}

type PlainKey = {
  [Key in keyof Words["errors"]]: Words["errors"][Key] extends string ? Key : never;
}[keyof Words["errors"]];

/**
 * Says what is wrong. A number among the values (a limit, minutes to wait) chooses the plural form and is written as the reader
 * writes numbers, those of `textTooLong` as bytes.
 */
export function tellWrong(
  t: Translate<readonly ["errors"]>,
  format: Format,
  { key, values = {} }: Wrong,
): string {
  const write = key === "textTooLong" ? format.bytes : format.number;
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? write(value) : value,
  ]);
  const count = Object.values(values).find((value) => typeof value === "number") ?? 0;
  // The domain knows no catalogue: tests/i18n/refusals.test.ts holds its keys against ours.
  return t(key as PlainKey & "required", { ...Object.fromEntries(shown), count });
}
