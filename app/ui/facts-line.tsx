// The facts of a thing on one line: city, language, state, who may see it.
import type { ReactNode } from "react";

export interface Fact {
  key: string;
  /** Said before the value to those who do not see the line, as "City". */
  name?: string;
  value: ReactNode;
}

export interface FactsLineProps {
  /** Facts without a value are left out. */
  facts: readonly (Fact | null | false)[];
  label?: string;
  className?: string;
}

export function FactsLine({ facts, label, className }: FactsLineProps) {
  const known = facts.filter((fact) => fact !== null && fact !== false);
  if (known.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list
    <ul role="list" aria-label={label} className={className ? `facts ${className}` : "facts"}>
      {known.map((fact) => (
        <li key={fact.key}>
          {fact.name ? <span className="hidden-words">{fact.name}: </span> : null}
          {fact.value}
        </li>
      ))}
    </ul>
  );
}
