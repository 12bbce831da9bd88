// What a part of the screen has to know of the editor: it renders again only when that changes.
import type { Editor } from "@tiptap/core";
import { useRef, useSyncExternalStore } from "react";

/** `look` must give plain values: what reads the same as before is the same. */
export function useEditorState<Value>(editor: Editor, look: (editor: Editor) => Value): Value {
  const last = useRef<{ said: string; value: Value }>();
  const read = () => {
    const value = look(editor);
    const said = JSON.stringify(value);
    if (last.current?.said !== said) last.current = { said, value };
    return last.current.value;
  };
  const subscribe = (tell: () => void) => {
    editor.on("transaction", tell);
    return () => void editor.off("transaction", tell);
  };
  return useSyncExternalStore(useStable(subscribe, editor), read, read);
}

/** The first function made for this editor, so that one is not subscribed anew with every rendering. */
function useStable<Made>(made: Made, editor: Editor): Made {
  const kept = useRef<{ editor: Editor; made: Made }>();
  if (kept.current?.editor !== editor) kept.current = { editor, made };
  return kept.current.made;
}
