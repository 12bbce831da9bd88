// The browser's own list of choices, dressed: it works on every phone and without a script.
import { useId, type SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldFrame, type FieldWords } from "./field-frame";
import { Icon } from "./icon";

export interface SelectOption {
  value: string;
  label: string;
  /** The language of the label, where it is another than the page's. */
  lang?: string;
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement>, FieldWords {
  name: string;
  options: readonly SelectOption[];
  frameClassName?: string;
}

export function Select({
  label,
  isLabelHidden,
  hint,
  error,
  isOptional,
  options,
  className,
  frameClassName,
  id: givenId,
  ...attributes
}: SelectProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <FieldFrame {...{ id, label, isLabelHidden, hint, error, isOptional }} className={frameClassName}>
      <div className="select-frame">
        <select
          {...attributes}
          id={id}
          className={classNames("control", className)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="up-down" size={16} />
      </div>
    </FieldFrame>
  );
}
