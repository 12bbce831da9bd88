// A field of several lines, which grows with its text where the browser can.
import { forwardRef, useId, useState, type TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldFrame, type FieldWords } from "./field-frame";

export interface TextAreaProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "maxLength">, FieldWords {
  name: string;
  /** Characters. Typing and pasting go beyond it, the count says so, the server refuses. */
  limit?: number;
  /** For Markdown: letters of one width, tall. */
  isWriting?: boolean;
  frameClassName?: string;
}

/** Keeps what was typed: give the refused value back as `defaultValue`. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  {
    label,
    isLabelHidden,
    hint,
    error,
    isOptional,
    limit,
    isWriting,
    className,
    frameClassName,
    id: givenId,
    onInput,
    ...attributes
  },
  ref,
) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const [text, setText] = useState(String(attributes.value ?? attributes.defaultValue ?? ""));
  return (
    <FieldFrame
      {...{ id, label, isLabelHidden, hint, error, isOptional }}
      className={frameClassName}
      length={limit === undefined ? undefined : { text, limit }}
    >
      <textarea
        ref={ref}
        rows={3}
        {...attributes}
        id={id}
        className={classNames("control", isWriting && "writing", className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error }, limit !== undefined)}
        onInput={(event) => {
          if (limit !== undefined) setText(event.currentTarget.value);
          onInput?.(event);
        }}
      />
    </FieldFrame>
  );
});
