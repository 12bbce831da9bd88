// What a page says beside its fields and what stands in them, read from its HTML as it came.
import type { Answer, Fields } from "../../support/visitor";

/** A form that is refused: where it is sent, beside which field the page says why, and what is to stand there still. */
export interface Refused {
  path: string;
  fields: Fields;
  /** The id of the field. */
  at: string;
  says: string;
  stillThere?: string;
}

/** What the page says beside a field. */
export function beside({ text }: Answer, fieldId: string): string {
  const found = new RegExp(`id="${fieldId}-error"[^>]*>(.*?)</p>`, "s").exec(text)?.[1] ?? "";
  return unescaped(found.replaceAll(/<[^>]*>/g, ""));
}

/** What stands in a field of the page. */
export function standsIn({ text }: Answer, fieldId: string): string | undefined {
  const area = new RegExp(`<textarea[^>]* id="${fieldId}"[^>]*>(.*?)</textarea>`, "s").exec(text)?.[1];
  const tag = new RegExp(`<input[^>]* id="${fieldId}"[^>]*>`).exec(text)?.[0] ?? "";
  const found = area ?? / value="([^"]*)"/.exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}

/** A text of so many characters that would also be a tag if it were not escaped. */
export const long = (length: number) => `<b>"${"x".repeat(length - 4)}`;
