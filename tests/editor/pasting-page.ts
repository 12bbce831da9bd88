// What the browser runs to paste into an editor of our own.
import * as Y from "yjs";
import { createEditor } from "~/editor/create-editor";

declare global {
  interface Window {
    pasted(html: string): unknown;
  }
}

window.pasted = (html) => {
  const editor = createEditor({
    shared: new Y.Doc({ gc: false }),
    element: document.querySelector("main"),
    isEditable: true,
    label: "",
    language: "en",
    placeholder: "",
  });
  editor.view.pasteHTML(html);
  const json = editor.getJSON();
  editor.destroy();
  return json;
};
