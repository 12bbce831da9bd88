// A form that stood open while somebody else changed the same thing: what it leaves as it found it stays as it is by now.
import { RefusalError, type FieldWrong } from "./refusal";

type Fields<Key extends string> = Record<Key, string | number | boolean | null>;

/**
 * What was asked, over what stands there now: fields that are as the form found them are not asked for. Without `found` all are. Refuses
 * `invalid` each field that both have changed, with what it is now as a form has it.
 */
export function mergedInto<Asked extends Fields<keyof Asked & string>>(
  asked: Asked,
  found: Asked | undefined,
  now: Asked,
): Asked {
  if (!found) return asked;
  const merged = { ...asked };
  const wrongs: Record<string, FieldWrong> = {};
  for (const field of Object.keys(asked) as Array<keyof Asked & string>) {
    if (asked[field] === found[field]) merged[field] = now[field];
    else if (now[field] !== found[field] && now[field] !== asked[field])
      wrongs[field] = { key: "changedMeanwhile", values: { now: String(now[field] ?? "") } };
  }
  if (Object.keys(wrongs).length > 0) throw new RefusalError({ kind: "invalid", fields: wrongs });
  return merged;
}
