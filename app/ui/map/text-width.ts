// How wide a name will be on a map, before any browser has seen it: the widths of our sans in its half-bold weight.

/** Hundredths of an em → the letters of that width. Letters with accents are as wide as those without, but for the few named here. */
const widths: Record<number, string> = {
  20: " ",
  27: "ijı|I·ΙίιΪϊΐ",
  28: "',.:;l’‘",
  33: "!f()-[]{}łľ",
  38: "r/\\tŧΊ",
  45: "*sς?zζξ",
  47: "cέε",
  50: 'x–τ"“”J_vyν',
  52: "FLYeΓΥΫγχ#$+0123456789<=>^ag~κ",
  55: "kŁΰλυEVXZΕΖΛΧδθST`oøŦΣΤο",
  58: "AhnuðŋΑΞήηρσbdpqđþħCάαμ",
  61: "PΡβBKRÞΒΚßΆ",
  65: "ΔπDG&ĐΈ",
  68: "NUÐŊΝΠHΗOQØΘΟΎ",
  75: "ΩĦφΨψωΦMwΜ",
  79: "æWΉΌΏ",
  86: "—œÆ%mŒ",
  88: "@",
};

const widthOf = new Map<string, number>();
for (const [width, letters] of Object.entries(widths))
  for (const letter of letters) widthOf.set(letter, Number(width) / 100);

/** What a letter of no table is taken for: rather too wide than too narrow. */
const unknown = 0.75;

/** The width of the words at this size, in the same unit; never less than what browsers draw with our font. */
export function textWidth(words: string, size: number): number {
  let sum = 0;
  for (const letter of words.normalize("NFC"))
    sum += widthOf.get(letter) ?? widthOf.get(letter.normalize("NFD").charAt(0)) ?? unknown;
  return sum * size;
}

/** The words, or as many letters of them as fit the width, with an ellipsis. */
export function fitted(words: string, size: number, width: number): string {
  if (textWidth(words, size) <= width) return words;
  const letters = [...words.normalize("NFC")];
  while (letters.length > 1 && textWidth(`${letters.join("").trimEnd()}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
