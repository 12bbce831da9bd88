// A field of one line.
import { useId, useState, type InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldFrame, type FieldWords } from "./field-frame";

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "maxLength">, FieldWords {
  name: string;
  /** Characters. Typing and pasting go beyond it, the count says so, the server refuses. */
  limit?: number;
  frameClassName?: string;
}

/** Keeps what was typed: give the refused value back as `defaultValue`. */
export function Field({
  label,
  isLabelHidden,
  hint,
  error,
  isOptional,
  limit,
  className,
  frameClassName,
  id: givenId,
  onInput,
  ...attributes
}: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const [text, setText] = useState(String(attributes.value ?? attributes.defaultValue ?? ""));
  return (
    <FieldFrame
      {...{ id, label, isLabelHidden, hint, error, isOptional }}
      className={frameClassName}
      length={limit === undefined ? undefined : { text, limit }}
    >
      <input
        type="text"
        {...attributes}
        id={id}
        className={classNames("control", className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error }, limit !== undefined)}
        onInput={(event) => {
          if (limit !== undefined) setText(event.currentTarget.value);
          onInput?.(event);
        }}
      />
    </FieldFrame>
  );
}
