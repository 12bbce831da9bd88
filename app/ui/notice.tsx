// A few words that must be seen: that it worked, what to know, what is wrong.
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "note" | "ok" | "soon" | "late";

const icons: Record<NoticeTone, IconName> = { note: "note", ok: "done", soon: "soon", late: "problem" };

export interface NoticeProps {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  /** What can be done about it, at the end. */
  actions?: ReactNode;
  /** Spoken when it appears: politely what can wait, at once what cannot. */
  announce?: "politely" | "at-once";
}

export function Notice({ tone = "note", title, children, actions, announce }: NoticeProps) {
  const role = announce === "at-once" ? "alert" : announce === "politely" ? "status" : undefined;
  return (
    <div role={role} className={`notice notice-${tone}`}>
      <Icon name={icons[tone]} size={20} />
      <div className="min-w-0">
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
        {actions ? <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
