// The part of a heading's id that a person can read, and that stays the same in every export.
import { fold } from "./fold";

/**
 * `"Žešuvo planas: 2 dalis"` → `"zesuvo-planas-2-dalis"`. Letters and digits of any script in lower case without
 * diacritics, at most 60 characters; empty where the text has none.
 */
export function slug(text: string): string {
  return fold(text.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "")
    .normalize("NFC");
}
