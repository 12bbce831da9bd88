// An empty list says what it is for, who fills it, and offers the one next step.
import type { ReactNode } from "react";

export interface EmptyStateProps {
  title?: string;
  what: string;
  who?: string;
  /** One button or link, or words where there is nothing to do. */
  next?: ReactNode;
  /** The heading's level on its page. */
  level?: 2 | 3;
}

export function EmptyState({ title, what, who, next, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="border-y border-line py-8">
      {title ? <Heading className="mb-1.5 text-section">{title}</Heading> : null}
      <p className="max-w-[60ch]">{what}</p>
      {who ? <p className="mt-1 max-w-[60ch] text-quiet">{who}</p> : null}
      {next ? <div className="mt-4">{next}</div> : null}
    </div>
  );
}
