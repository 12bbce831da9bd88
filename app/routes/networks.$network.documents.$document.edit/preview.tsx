// The text as readers will see it, made in the browser by the same renderer while one types.
import { useDeferredValue, useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import type { renderMarkdown } from "~/text/render";

type Render = typeof renderMarkdown;

interface PreviewProps {
  text: string;
  /** Made by the server, where no script runs. */
  html?: string;
  language: string;
}

/** Milliseconds of quiet before a long text is laid out again; a short one follows at once. */
function patience(text: string): number {
  return text.length < 20_000 ? 0 : text.length < 200_000 ? 250 : 1_500;
}

export function Preview({ text, html, language }: PreviewProps) {
  const t = useT("documents");
  const [render, setRender] = useState<Render | null>(null);
  const [settled, setSettled] = useState(text);
  const shown = useDeferredValue(settled);
  useEffect(() => {
    void import("~/text/render").then(({ renderMarkdown }) => setRender(() => renderMarkdown));
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), patience(text));
    return () => clearTimeout(timer);
  }, [text]);
  const made = render
    ? render(shown, {
        topHeading: 2,
        tableLabel: t("rendered.table"),
        footnotesLabel: t("rendered.footnotes"),
        footnoteLabel: t("rendered.footnote"),
        backLabel: t("rendered.back"),
      }).html
    : html;
  if (made === undefined || made.trim() === "") return <p className="text-quiet">{t("edit.previewEmpty")}</p>;
  return <div className="reading" lang={language} dangerouslySetInnerHTML={{ __html: made }} />;
}
