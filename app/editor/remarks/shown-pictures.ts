// The pictures that the editor shows, each with its Yjs id: two of one file are told apart by it, whatever is deleted beside them.
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { parentsIn } from "~/domain/documents/letters";
import type { PictureElement } from "~/domain/documents/picked-passage";

export interface ShownPicture {
  /** Where it stands in the editor's document. */
  at: number;
  file: string;
  /** Not while the editor shows something else than the shared document says. */
  element?: PictureElement;
}

/** In reading order. */
export function picturesShown(shared: Y.Doc, doc: Node): ShownPicture[] {
  const shown: ShownPicture[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "picture") shown.push({ at, file: fileIn(node.attrs.file) });
    return !node.isTextblock;
  });
  if (shown.length === 0) return shown;
  const known: Array<{ file: string; element: PictureElement }> = [];
  for (const parent of parentsIn(shared, ({ deleted }) => !deleted))
    if (parent instanceof Y.XmlElement && parent.nodeName === "picture" && parent._item) {
      const { client, clock } = parent._item.id;
      known.push({ file: fileIn(parent.getAttribute("file")), element: [client, clock] });
    }
  const isSame = known.length === shown.length && known.every(({ file }, at) => file === shown[at]?.file);
  return isSame ? shown.map((one, at) => ({ ...one, element: known[at]?.element })) : shown;
}

const fileIn = (value: unknown): string => (typeof value === "string" ? value : "");
