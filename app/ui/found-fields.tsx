// What a form found where it was opened, sent with it, so that what it leaves alone stays as others have made it meanwhile.
import { useEffect, useRef, useState } from "react";
import type { FieldWrong } from "~/domain/refusal";

type Values = Readonly<Record<string, string | number | boolean | null>>;

interface FoundFieldsProps {
  /** By the fields' names, as they stand now. Those of the first drawing count: fields show them until they are written in. */
  values: Values;
  /** Of what was refused because it was changed meanwhile, the writer has seen that it was. */
  errors?: Record<string, FieldWrong>;
  /** The form while it is under way. */
  sent: FormData | undefined;
  /** What the form's saving was answered; from then on it has found what it sent. */
  saved: unknown;
}

export function FoundFields({ values, errors, sent, saved }: FoundFieldsProps) {
  const [found, setFound] = useState(values);
  const last = useRef<Values>();
  useEffect(() => {
    if (sent) last.current = sentIn(sent, values);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the values only their names and kinds are used
  }, [sent]);
  useEffect(() => {
    if (saved !== undefined && last.current) setFound(last.current);
  }, [saved]);
  return Object.entries(found).map(([name, value]) => {
    const wrong = errors?.[name];
    const seen = wrong?.key === "changedMeanwhile" ? wrong.values?.now : undefined;
    const known = seen ?? (value === true ? "on" : value);
    return known === false ? null : (
      <input key={name} type="hidden" name={`found.${name}`} value={known ?? ""} />
    );
  });
}

function sentIn(form: FormData, like: Values): Values {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(
    Object.entries(like).map(([name, value]) => [
      name,
      typeof value === "boolean" ? form.has(name) : text(name),
    ]),
  );
}
