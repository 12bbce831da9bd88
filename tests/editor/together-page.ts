// What the browser runs to let two editors write in one text: two shared documents, connected by hand.
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Editor } from "@tiptap/core";
import { createEditor } from "~/editor/create-editor";
import { showCaretOf } from "~/editor/extensions/together";

export interface Person {
  shared: Y.Doc;
  awareness: Awareness;
  editor: Editor;
  /** How many updates the editor has made. */
  written: number;
}

declare global {
  interface Window {
    /** An editor on what the other has, or on an empty text. */
    person(other?: Person): Person;
    /** Brings each what the other has; gives how many updates the editors answered with. */
    meet(one: Person, other: Person): number;
    showCaretOf: typeof showCaretOf;
  }
}

window.showCaretOf = showCaretOf;

window.person = (other) => {
  const shared = new Y.Doc({ gc: false });
  if (other) Y.applyUpdate(shared, Y.encodeStateAsUpdate(other.shared), "others");
  const element = document.body.appendChild(document.createElement("main"));
  const awareness = new Awareness(shared);
  const person: Person = {
    shared,
    awareness,
    written: 0,
    editor: createEditor({
      shared,
      awareness,
      element,
      isEditable: true,
      label: "",
      language: "en",
      placeholder: "",
    }),
  };
  shared.on("update", (_update, origin) => {
    if (origin !== "others") person.written += 1;
  });
  return person;
};

window.meet = (one, other) => {
  const before = one.written + other.written;
  const update = Y.encodeStateAsUpdate(one.shared, Y.encodeStateVector(other.shared));
  Y.applyUpdate(one.shared, Y.encodeStateAsUpdate(other.shared, Y.encodeStateVector(one.shared)), "others");
  Y.applyUpdate(other.shared, update, "others");
  return one.written + other.written - before;
};
