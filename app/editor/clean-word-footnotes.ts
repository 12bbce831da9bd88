// Word's footnotes become footnotes of the document: the reference where it stood, the note at the end, tied by a label of our own.
import { newFootnoteLabel } from "./extensions/footnotes";
import { styleOf } from "./clean-element";

/** References without a note stay words; notes without a reference are left out with the list they stand in. */
export function wordFootnotes(body: HTMLElement): void {
  const notes = new Map<string, Element>();
  for (const note of body.querySelectorAll("[style]")) {
    const style = styleOf(note);
    if (/mso-element:(foot|end)note(?!-)/.test(style) && note.id) notes.set(note.id, note);
  }
  for (const reference of body.querySelectorAll("a[href]")) {
    const [, id = ""] = /#_((?:ftn|edn)\d+)$/.exec(reference.getAttribute("href") ?? "") ?? [];
    const note = notes.get(id);
    if (!note || note.contains(reference)) continue;
    const label = newFootnoteLabel();
    const sign = body.ownerDocument.createElement("sup");
    sign.setAttribute("data-footnote-reference", label);
    (reference.closest("sup") ?? reference).replaceWith(sign);
    for (const back of note.querySelectorAll(`a[href$="#_${id.replace(/\d/, "ref$&")}"]`)) back.remove();
    const kept = body.ownerDocument.createElement("div");
    kept.setAttribute("data-footnote", label);
    kept.append(...note.childNodes);
    body.append(kept);
    notes.delete(id);
  }
  for (const list of body.querySelectorAll("[style]"))
    if (/mso-element:(foot|end)note-list/.test(styleOf(list))) list.remove();
}
