// How many words the text has, counted when writing pauses.
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { formatFor } from "~/i18n/format";
import { useI18n, useT } from "~/i18n/use-t";
import { wordsIn } from "./words-in";

/** Milliseconds without a key until it is counted. */
const pause = 400;

export function WordCount({ editor, language }: { editor: Editor; language: string }) {
  const t = useT("editor");
  const format = formatFor(useI18n().language, "UTC");
  const [count, setCount] = useState(() => wordsIn(editor.state.doc, language));
  const [first] = useState({ doc: editor.state.doc, language });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setCount(wordsIn(editor.state.doc, language)), pause);
    };
    // A long text takes a while: what was counted for the first showing is not counted once more.
    if (editor.state.doc !== first.doc || language !== first.language) later();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor, language, first]);
  return (
    <span className="figures text-small text-quiet">
      {t("words", { count, number: format.number(count) })}
    </span>
  );
}
