/** The part of a heading's id that a person can read, and that stays the same in every export. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const unfolded: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/**
 * `"Žešuvo planas: 2 dalis"` → `"zesuvo-planas-2-dalis"`. Letters and digits of any script in lower case without
 * diacritics, at most 60 characters; empty where the text has none.
 */
export function slug(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[łøđðþßæœı]/g, (letter) => unfolded[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "")
    .normalize("NFC");
}
