// Who wrote the words at the caret: for whoever goes through the text by keys, or hears it.
import type { Editor } from "@tiptap/core";
import { useT } from "~/i18n/use-t";
import { writerAtCaret } from "../extensions/telling";
import { useEditorState } from "../use-editor-state";

export function CaretWriter({ editor }: { editor: Editor }) {
  const t = useT("authorship");
  const name = useEditorState(editor, ({ state }) => writerAtCaret(state));
  return (
    <p role="status" className="caret-writer text-small text-quiet">
      {name === "" ? "" : t("caret", { name })}
    </p>
  );
}
