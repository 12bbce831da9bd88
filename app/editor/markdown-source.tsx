// The text as Markdown, to read and to take elsewhere; what Markdown cannot say is told with it.
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { useT } from "~/i18n/use-t";
import type { Loss } from "~/text/document-loss";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { LossList } from "./losses";
import { saveAsMarkdown } from "./save-as-file";

export interface MarkdownSourceProps {
  editor: Editor;
  /** What a file of it is called. */
  title: string;
  isOpen: boolean;
  onClose: () => void;
}

interface Source {
  markdown: string;
  losses: readonly Loss[];
}

export function MarkdownSource({ editor, title, isOpen, onClose }: MarkdownSourceProps) {
  const t = useT("editor", "frame");
  const field = useRef<HTMLTextAreaElement>(null);
  const [source, setSource] = useState<Source | null>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    let isWanted = true;
    void import("./markdown-of").then(({ markdownOf }) => {
      if (isWanted) setSource(markdownOf(editor.state.doc));
    });
    return () => {
      isWanted = false;
      setSource(null);
      setCopied(false);
    };
  }, [editor, isOpen]);
  const copy = async () => {
    field.current?.select();
    const isDone = await navigator.clipboard?.writeText(source?.markdown ?? "").then(
      () => true,
      () => false,
    );
    setCopied(isDone ?? false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("markdown.title")}
      className="markdown-source"
      foot={
        <>
          <Button type="button" weight="main" onClick={() => void copy()}>
            {t("frame:do.copy")}
          </Button>
          <Button
            type="button"
            disabled={!source}
            onClick={() => source && saveAsMarkdown(title, source.markdown)}
          >
            {t("markdown.download")}
          </Button>
          <span role="status" className="self-center text-small text-quiet">
            {isCopied ? t("frame:do.copied") : ""}
          </span>
        </>
      }
    >
      {source ? <LossList losses={source.losses} /> : null}
      <textarea
        ref={field}
        className="control"
        aria-label={t("markdown.title")}
        value={source?.markdown ?? ""}
        readOnly
        spellCheck={false}
        rows={16}
      />
    </Dialog>
  );
}
