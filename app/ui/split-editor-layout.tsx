// Writing and seeing it as readers will: side by side where there is room, one after the other where not.
import { useState, type ReactNode } from "react";

export interface SplitEditorLayoutProps {
  label: string;
  writeLabel: string;
  previewLabel: string;
  /** The field; it fills its half. */
  write: ReactNode;
  preview: ReactNode;
  /** At the end of the writing half's head, as a SaveState. */
  writeSide?: ReactNode;
  /** Which one a small screen shows at first. */
  shownFirst?: "write" | "preview";
  /** What the switch posts where no script runs; the server answers with `shownFirst`. */
  posts?: { name: string; write: string; preview: string };
}

export function SplitEditorLayout({
  label,
  writeLabel,
  previewLabel,
  write,
  preview,
  writeSide,
  shownFirst = "write",
  posts,
}: SplitEditorLayoutProps) {
  const [shown, setShown] = useState(shownFirst);
  const choice = (key: "write" | "preview", words: string) => (
    <button
      type={posts ? "submit" : "button"}
      name={posts?.name}
      value={posts?.[key]}
      formNoValidate
      aria-pressed={shown === key}
      className="tab"
      onClick={(event) => {
        event.preventDefault();
        setShown(key);
      }}
    >
      {words}
    </button>
  );
  return (
    <div role="group" aria-label={label}>
      <div className="split-switch tab-list mb-4">
        {choice("write", writeLabel)}
        {choice("preview", previewLabel)}
      </div>
      <div className="split-editor" data-shows={shown}>
        <section className="split-half split-write" aria-label={writeLabel}>
          <div className="split-head flex items-center justify-between gap-3">
            <span className="split-name text-small font-semibold text-quiet">{writeLabel}</span>
            {writeSide}
          </div>
          <div className="split-body">{write}</div>
        </section>
        <section className="split-half split-preview" aria-label={previewLabel}>
          <div className="split-head split-name">
            <span className="text-small font-semibold text-quiet">{previewLabel}</span>
          </div>
          <div className="split-body">{preview}</div>
        </section>
      </div>
    </div>
  );
}
