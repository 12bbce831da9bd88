// The door: a plan of old squares with their names, and one form beside it.
import type { ReactNode } from "react";
import { SquaresPlan } from "./squares-plan";
import { Wordmark } from "./wordmark";

export interface SignInLayoutProps {
  title: string;
  lead?: string;
  children: ReactNode;
  /** Small words at the foot, as links on licence and security. */
  foot?: ReactNode;
}

export function SignInLayout({ title, lead, children, foot }: SignInLayoutProps) {
  return (
    <div className="door">
      <div className="door-plan" aria-hidden="true" translate="no">
        <SquaresPlan />
      </div>
      <main className="door-main">
        <div>
          <p className="mb-8">
            <Wordmark size="large" />
          </p>
          <h1 className="text-title">{title}</h1>
          {lead ? <p className="mt-1 mb-6 text-quiet">{lead}</p> : <div className="mb-6" />}
          {children}
        </div>
      </main>
      {foot ? <footer className="door-foot">{foot}</footer> : null}
    </div>
  );
}
