// What a person says about something: who, when, the words, and what can be done with them.
import type { KeyboardEvent, ReactNode } from "react";
import { Avatar } from "./avatar";
import { classNames } from "./class-names";

export interface RemarkProps {
  /** For links that lead to it. */
  id?: string;
  author: { name: string; colour: number };
  /** Usually a Time and what else belongs there, as "edited". */
  facts?: ReactNode;
  /** What stands between them and the words, as of what kind it is. */
  head?: ReactNode;
  children: ReactNode;
  /** Small bare buttons. */
  actions?: ReactNode;
  /** What opens under those. */
  below?: ReactNode;
  /** Remarks that answer this one. */
  answers?: ReactNode;
  /** Came while the page was open: it glows once. */
  isNew?: boolean;
  /** A link led to it. */
  isMarked?: boolean;
  /** Hears keys while it has the focus; it begins a thread. */
  onKey?: (event: KeyboardEvent<HTMLElement>) => void;
  size?: "normal" | "small";
}

export function Remark({
  id,
  author,
  facts,
  head,
  children,
  actions,
  below,
  answers,
  isNew = false,
  isMarked = false,
  onKey,
  size = "normal",
}: RemarkProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys beside the buttons that do the same
    <article
      id={id}
      data-thread={onKey ? id?.replace("comment-", "") : undefined}
      onKeyDown={onKey}
      tabIndex={id ? -1 : undefined}
      className={classNames("remark", isNew && "remark-new", isMarked && "remark-marked")}
    >
      <Avatar name={author.name} colour={author.colour} size={size === "small" ? 24 : 28} />
      <div className="min-w-0">
        <header className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{author.name}</span>
          {facts ? <span className="text-small text-quiet">{facts}</span> : null}
        </header>
        {head}
        <div className="mt-0.5">{children}</div>
        {actions ? (
          <div className="remark-actions -ml-1.5 mt-0.5 flex flex-wrap gap-x-1">{actions}</div>
        ) : null}
        {below}
        {answers ? <div className="remark-answers">{answers}</div> : null}
      </div>
    </article>
  );
}
