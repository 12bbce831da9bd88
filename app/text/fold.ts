// Letters without their marks, so that "Botosani", "Botoșani" and "BOTOŞANI" are one word.

/** Letters that do not come apart into a plain one and a mark. */
const plain: Record<string, string> = {
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
};

/** The text in lower case and without marks; spaces and signs stay. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łđðøıħŧæœßþ]/gu, (letter) => plain[letter] ?? letter);
}
