// Words as they have to be typed in Markdown to be read as themselves, with as few backslashes as that takes.

/** Where words stand: what may begin there, and what may follow them on their line. */
export interface Place {
  /** They begin a line of a paragraph, where lists, quotations and headings begin, too. */
  startsLine: boolean;
  /** They begin a block, where tasks and definitions begin, too. */
  startsBlock: boolean;
  /** They are the words of a link, where brackets end it. */
  inLink: boolean;
  /** Nothing follows them in a heading, where `#` would be taken for its end. */
  endsHeading: boolean;
}

const word = /^[\p{L}\p{N}]/u;
/** A space that is typed as one: a break of the line within a word's text is typed as its number. */
const blank = /[^\S\n\r]/;
const beginsBlock = /^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|>|[-|:][-|:\s]*$|=+\s*$)/;
const beginsNumbered = /^\d{1,9}(?=[.)](?:\s|$))/;

/** Signs that may mean something; all others are themselves wherever they stand, but at the beginning of a line. */
const suspects = new Set("\n\r\\`*_[]<&~!@:.#^");

/** A sign as its number, which no rule of Markdown looks at: neither as a space nor as a letter. */
export function coded(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

/** Each sign of the text as it is to be typed there. */
export function escapedSigns(text: string, place: Place): string[] {
  const signs: string[] = [];
  const numbered = place.startsLine ? beginsNumbered.exec(text)?.[0].length : undefined;
  const begins = place.startsLine && beginsBlock.test(text);
  let at = 0;
  let before = "";
  for (const sign of text) {
    const isBreaking = (at === 0 && begins) || at === numbered;
    const isSuspect = suspects.has(sign);
    if (isSuspect && /[\n\r]/.test(sign)) signs.push(coded(sign));
    else if (isBreaking || (isSuspect && isMarkup(sign, before, at, text, place))) signs.push(`\\${sign}`);
    else signs.push(sign);
    before = sign;
    at += sign.length;
  }
  return signs;
}

function isMarkup(sign: string, before: string, at: number, text: string, place: Place): boolean {
  const after = text.slice(at + 1, at + 3);
  const next = after.slice(0, 1);
  switch (sign) {
    case "\\":
    case "`":
      return true;
    case "*":
      // Alone between spaces; not where a space at the edge may have to be written as its number.
      return at < 2 || at > text.length - 3 || !blank.test(before) || !blank.test(next);
    case "_":
      return !word.test(before) || !word.test(after);
    case "[":
      return place.inLink || next === "^" || (at === 0 && place.startsBlock);
    case "^":
      // The text of a link that begins so would be read as a footnote, where there is one of that name.
      return place.inLink && at === 0;
    case "]":
      return place.inLink || /^[([:]?$/.test(next);
    case "<":
      return !/^\s/.test(next);
    case "&":
      return /^&(?:#\w|\w{1,32};)/.test(text.slice(at, at + 40));
    case "~":
      return before === "~" || next === "~" || before === "" || next === "";
    case "!":
      return next === "" || next === "[";
    case "@":
      return /\S/.test(before) && /\S/.test(next);
    case ":":
      return /(?:https?|mailto)$/i.test(text.slice(Math.max(0, at - 6), at));
    case ".":
      return /www$/i.test(text.slice(Math.max(0, at - 3), at));
    case "#":
      return place.endsHeading && next === "";
    default:
      return false;
  }
}
