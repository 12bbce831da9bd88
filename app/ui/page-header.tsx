// How a page begins: its title, its facts, and the one thing to do there.
import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: string;
  /** The language of the title, where it is another than the page's. */
  titleLang?: string;
  lead?: ReactNode;
  /** Usually a FactsLine. */
  facts?: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  /** A document's title has the whole width; its actions stand beside its facts. */
  size?: "page" | "document";
}

export function PageHeader({ title, titleLang, lead, facts, actions, size = "page" }: PageHeaderProps) {
  const heading = (
    <h1 lang={titleLang} className="text-title leading-tight sm:text-display">
      {title}
    </h1>
  );
  const shownActions = actions ? (
    <div className="header-actions on-screen-only flex flex-wrap gap-2">{actions}</div>
  ) : null;
  if (size === "document") {
    return (
      <header className="mb-7">
        {heading}
        <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">{facts}</div>
          {shownActions}
        </div>
        {lead ? <p className="mt-3 text-large text-quiet">{lead}</p> : null}
      </header>
    );
  }
  return (
    <header className="mb-7 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-72">
        {heading}
        {lead ? <p className="mt-1.5 max-w-[60ch] text-large text-pretty text-quiet">{lead}</p> : null}
        {facts ? <div className="mt-2">{facts}</div> : null}
      </div>
      {shownActions ? <div className="sm:pt-1">{shownActions}</div> : null}
    </header>
  );
}
