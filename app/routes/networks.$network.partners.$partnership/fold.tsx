// A form of the partner's screen that opens when it is wanted, and stays open while it has something to say.
import type { ReactNode } from "react";
import type { FormAnswer } from "~/http/form";
import { Icon } from "~/ui/icon";
import { SavedNotice } from "~/ui/saved-notice";
import { WrongSummary } from "~/ui/wrong-summary";

interface FoldProps {
  id: string;
  title: string;
  lead?: string;
  /** The answer to this form; none of another's. */
  answer?: FormAnswer;
  /** Said above it when it was done. */
  saved: string;
  labels: Record<string, string>;
  children: ReactNode;
}

export function Fold({ id, title, lead, answer, saved, labels, children }: FoldProps) {
  return (
    <details id={id} className="fold" open={answer ? true : undefined}>
      <summary className="text-large">
        <Icon name="chevron-right" size={16} />
        {title}
      </summary>
      <div className="pt-2 pb-8 sm:ps-6">
        {lead ? <p className="mb-5 text-quiet">{lead}</p> : null}
        <SavedNotice isShown={answer?.done !== undefined} words={saved} />
        <WrongSummary wrongs={answer?.errors} labels={labels} />
        {children}
      </div>
    </details>
  );
}
