// One thing that can be done to the document: what it is called, what it does, its form.
import type { ReactNode } from "react";

interface SectionProps {
  id: string;
  title: string;
  what: string;
  children: ReactNode;
}

export function Section({ id, title, what, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 text-section">
        {title}
      </h2>
      <p className="mb-4 max-w-[60ch] text-quiet">{what}</p>
      {children}
    </section>
  );
}
