// Several views of one thing. Without a script each tab is a button that posts the form around it and lets the server choose.
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names";

export interface Tab {
  key: string;
  label: string;
  panel: ReactNode;
  /** What the button posts where no script runs, as `{ name: "intent", value: "preview" }`. */
  posts?: { name: string; value: string };
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** The key of the tab that is shown. */
  shown: string;
  onShow: (key: string) => void;
  /** What stands at the end of the line of tabs. */
  side?: ReactNode;
  className?: string;
}

/** All panels stay in the page, so that what is typed in a hidden one is kept and sent. */
export function Tabs({ label, tabs, shown, onShow, side, className }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === shown);
    const next =
      event.key === "ArrowRight"
        ? at + 1
        : event.key === "ArrowLeft"
          ? at - 1
          : event.key === "Home"
            ? 0
            : event.key === "End"
              ? -1
              : null;
    const tab = next === null ? undefined : tabs.at(next === tabs.length ? 0 : next);
    if (!tab) return;
    event.preventDefault();
    onShow(tab.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.key)}"]`)?.focus();
  };
  return (
    <div className={className}>
      <div className="mb-4 flex items-end justify-between gap-4">
        <div
          ref={list}
          role="tablist"
          tabIndex={-1}
          aria-label={label}
          className="tab-list flex-1"
          onKeyDown={move}
        >
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type={tab.posts ? "submit" : "button"}
              name={tab.posts?.name}
              value={tab.posts?.value}
              role="tab"
              id={`${id}-${tab.key}-tab`}
              data-tab={tab.key}
              aria-selected={tab.key === shown}
              aria-controls={`${id}-${tab.key}`}
              tabIndex={tab.key === shown ? 0 : -1}
              className="tab"
              onClick={(event) => {
                event.preventDefault();
                onShow(tab.key);
              }}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {side}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.key}
          role="tabpanel"
          id={`${id}-${tab.key}`}
          aria-labelledby={`${id}-${tab.key}-tab`}
          className={classNames(tab.key !== shown && "hidden")}
        >
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
