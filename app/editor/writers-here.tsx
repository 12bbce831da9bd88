// Who else has a caret in the text: a press goes to where they write.
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { showCaretOf, type Writer } from "./extensions/together";

interface WriterHere extends Writer {
  /** The Yjs client where they wrote last. */
  client: number;
}

export interface WritersHereProps {
  editor: Editor;
  awareness: Awareness;
  /** Oneself, in whichever window, is not shown. */
  personId: string;
}

export function WritersHere({ editor, awareness, personId }: WritersHereProps) {
  const t = useT("editor");
  const [writers, setWriters] = useState<WriterHere[]>([]);
  useEffect(() => {
    const look = () => setWriters((before) => unlessSame(before, writersIn(awareness, personId)));
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [awareness, personId]);
  if (writers.length === 0) return null;
  return (
    <span role="group" aria-label={t("writers.label")} className="writers-here">
      {writers.map(({ id, name, colour, client }) => (
        <button
          key={id}
          type="button"
          className="writer-here"
          title={t("writers.go", { name })}
          onClick={() => showCaretOf(editor, client)}
        >
          <span aria-hidden="true">
            <Avatar name={name} colour={colour} size={24} />
          </span>
          <span className="hidden-words">{t("writers.go", { name })}</span>
        </button>
      ))}
    </span>
  );
}

/** Each person once, by name. */
function writersIn(awareness: Awareness, except: string): WriterHere[] {
  const writers = new Map<string, WriterHere>();
  for (const [client, state] of awareness.getStates()) {
    const { user, cursor } = state as { user?: Writer; cursor?: unknown };
    if (user && user.id !== except && cursor) writers.set(user.id, { ...user, client });
  }
  return [...writers.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function unlessSame(before: WriterHere[], now: WriterHere[]): WriterHere[] {
  const isSame =
    before.length === now.length && now.every(({ client }, index) => before[index]?.client === client);
  return isSame ? before : now;
}
