// A language nobody speaks, made from English, that shows which strings of the screens escaped the catalogues and what breaks when words grow.

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀčďéƒğĥíĵķļɱñóþɋřšťúṽŵẋýžÁɃČĎÉƑĞĤÍĴĶĻḾÑÓÞɊŘŠŤÚṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

/** Parts that are no words: {{placeholders}}, $t(references) and <tags>. */
const noWords = /(\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?[a-zA-Z][^<>]*>)/;

const filler = "óñé ťŵó ťĥřéé ƒóúř ƒíṽé šíẋ šéṽéñ éíğĥť ";

/**
 * The string in brackets, accented, and at least 40 % longer in its words. Placeholders, references and tags stay as they are;
 * spaces and line breaks at the ends stay outside the brackets.
 */
export function pseudoString(text: string): string {
  const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (middle === "") return text;
  const parts = middle.split(noWords);
  const wordsLength = parts.reduce((length, part, index) => length + (index % 2 === 0 ? part.length : 0), 0);
  const body = parts.map((part, index) => (index % 2 === 0 ? accent(part) : part)).join("");
  return `${before}[${body}${padding(Math.ceil(wordsLength * 0.4))}]${after}`;
}

/** A catalogue with every string pseudo; its keys, plural endings included, stay as they are. */
export function pseudoWords<Words>(words: Words): Words {
  if (typeof words === "string") return pseudoString(words) as Words;
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, pseudoWords<unknown>(value)]),
  ) as Words;
}

/** Whether a text on the screen starts and ends as a string of the pseudo-language does. */
export function looksPseudo(text: string): boolean {
  return /^\s*\[.*\]\s*$/su.test(text);
}

function accent(words: string): string {
  return [...words].map((letter) => letters.get(letter) ?? letter).join("");
}

function padding(length: number): string {
  return length === 0
    ? ""
    : ` ${filler
        .repeat(Math.ceil(length / filler.length))
        .slice(0, length)
        .trimEnd()}`;
}
