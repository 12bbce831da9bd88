// A comparison in plain signs, so that tests say what a reader sees: [+came+], [-went-], and the signs at the margin.
import { compareTexts, type ComparedTexts } from "~/text/comparison/comparison";
import type { CompareLabels } from "~/text/comparison/labels";

export const labels: CompareLabels = {
  added: "added",
  removed: "removed",
  changed: "changed",
  movedHere: "from {section}",
  movedAway: "to {section}",
  stoodElsewhere: "stood elsewhere",
  standsElsewhere: "stands elsewhere",
  restyled: "restyled",
  linkedTo: "was {address}",
  notLinked: "new link",
  ticked: "ticked",
  unticked: "unticked",
  was: "was {form}",
  forms: { paragraph: "paragraph", heading: "heading", bulletList: "list", orderedList: "numbers" },
  numberedFrom: "from {number}",
  beginning: "beginning",
  untitled: "untitled",
  notes: "notes",
  note: "note",
  table: "table",
  picture: "undescribed",
};

export function compare(was: string | object, is: string | object, between?: string[]): ComparedTexts {
  return compareTexts({ was, is, labels, topHeading: 2, prefix: "", between });
}

/** All that is shown, a block on each line; folded stretches as their number. */
export function said(was: string, is: string): string {
  return compare(was, is)
    .parts.map(({ html, folded }) => (folded > 0 ? `… ${folded}\n` : plain(html)))
    .join("")
    .trim();
}

export function plain(html: string): string {
  return html
    .replace(/<span class="hidden-words">[^<]*<\/span>/g, "")
    .replace(/<input[^>]*checked=""[^>]*>/g, "[x]")
    .replace(/<input[^>]*>/g, "[ ]")
    .replace(/<ins>/g, "[+")
    .replace(/<\/ins>/g, "+]")
    .replace(/<del>/g, "[-")
    .replace(/<\/del>/g, "-]")
    .replace(/<\/t[dh]><t[dh][^>]*>/g, " | ")
    .replace(/<h(\d)>/g, (_whole, level: string) => "#".repeat(Number(level)) + " ")
    .replace(/<\/(?:p|h\d|li|tr|pre)>|<(?:ul|ol)[^>]*>/g, "\n")
    .replace(/<span class="compared-sign"[^>]*>(.)<\/span>/g, "$1 ")
    .replace(/<[^>]*>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/\n+/g, "\n");
}
