// Words as they stand in HTML.

const meaning = /[&<>"]/;

/** The text with the signs that mean something in HTML written as what they show. */
export function escaped(text: string): string {
  // Most words have none of them, and texts are written word by word.
  if (!meaning.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
