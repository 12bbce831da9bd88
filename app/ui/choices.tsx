// A few choices in the open: radio buttons under one question, or a single box to tick.
import { useId, type ReactNode } from "react";
import { Icon } from "./icon";

export interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
}

export interface ChoicesProps {
  legend: string;
  name: string;
  choices: readonly Choice[];
  defaultValue?: string;
  hint?: ReactNode;
  error?: string | null;
}

/** One of a few. */
export function Choices({ legend, name, choices, defaultValue, hint, error }: ChoicesProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={described || undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-0.5 mb-1.5 text-small text-quiet">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mb-1.5 flex gap-1.5 text-small font-semibold text-late">
          <Icon name="problem" size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      ) : null}
      {choices.map((choice) => (
        <div key={choice.value} className="choice">
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
          />
          <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
          {choice.hint ? (
            <p id={`${id}-${choice.value}-hint`} className="col-start-2 text-small text-quiet">
              {choice.hint}
            </p>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

export interface TickBoxProps {
  label: string;
  name: string;
  value?: string;
  isTicked?: boolean;
  hint?: ReactNode;
  /** "radio": one of those with its name. */
  kind?: "checkbox" | "radio";
}

/** Yes or no; sends nothing when not ticked, as in HTML. */
export function TickBox({ label, name, value = "on", isTicked, hint, kind = "checkbox" }: TickBoxProps) {
  const id = useId();
  return (
    <div className="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        defaultChecked={isTicked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="col-start-2 text-small text-quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
