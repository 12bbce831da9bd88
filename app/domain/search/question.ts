// From what somebody typed to what is looked for: words, beginnings of words, phrases in quotes, names of cities in any form.
import { matches, wordsIn, type Form, type Namesake } from "./city-forms";
import { questionLimit } from "./search";

/** One thing that has to be there: in any of its forms. */
export interface Clause {
  /** As it was typed, folded. */
  words: readonly string[];
  isPhrase: boolean;
  forms: readonly Form[];
  /** The cities that are meant. */
  cityIds: readonly string[];
}

/** Further clauses are left out, and so is what a word has beyond these letters. */
const mostClauses = 8;
const longestWord = 60;
/** From so many letters on a word also finds those that begin with it, and in names from one. */
const shortestOpen = 3;
/** Words of a city's name at most. */
const longestName = 4;

/** What was asked for, made harmless: whatever stands in it, the clauses have nothing but letters and digits in them. */
export function clausesOf(question: string, namesakes: readonly Namesake[]): Clause[] {
  const clauses: Clause[] = [];
  const parts = question.slice(0, questionLimit).split(/["“”„«»]/u);
  parts.forEach((part, index) => {
    const words = wordsIn(part).map((word) => word.slice(0, longestWord));
    const isQuoted = index % 2 === 1 && index < parts.length - 1;
    if (!isQuoted) clauses.push(...loose(words, namesakes));
    else if (words.length > 0)
      clauses.push({ words, isPhrase: true, forms: [{ words, isOpen: false }], cityIds: [] });
  });
  return clauses.slice(0, mostClauses);
}

/** Words that stand by themselves; several of them that make a name are one. */
function loose(words: readonly string[], namesakes: readonly Namesake[]): Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < words.length;) {
    const name = nameAt(words, at, namesakes);
    clauses.push(name ?? plainWord(words[at] ?? ""));
    at += name?.words.length ?? 1;
  }
  return clauses;
}

function nameAt(words: readonly string[], at: number, namesakes: readonly Namesake[]): Clause | undefined {
  for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length);
    const meant = namesakes.filter(({ forms }) => forms.some((form) => matches(form, said)));
    if (meant.length === 0) continue;
    const forms = meant.flatMap((one) => one.forms);
    return {
      words: said,
      isPhrase: false,
      forms: [...new Map(forms.map((form) => [keyOf(form), form])).values()],
      cityIds: [...new Set(meant.flatMap(({ cityIds }) => cityIds))],
    };
  }
  return undefined;
}

function plainWord(word: string): Clause {
  return {
    words: [word],
    isPhrase: false,
    forms: [{ words: [word], isOpen: word.length >= shortestOpen }],
    cityIds: [],
  };
}

function keyOf({ words, isOpen }: Form): string {
  return `${words.join(" ")}${isOpen ? "*" : ""}`;
}

/**
 * The forms as FTS5 reads them. In names (of people, cities, texts) a single word is a beginning, however short; `isFirst` where the
 * name has to begin with it.
 */
export function matchWords(
  { forms, isPhrase }: Pick<Clause, "forms" | "isPhrase">,
  inNames = false,
  isFirst = false,
): string {
  return forms
    .map(
      ({ words, isOpen }) =>
        `${isFirst ? "^ " : ""}"${words.join(" ")}"${isOpen || (inNames && !isPhrase) ? " *" : ""}`,
    )
    .join(" OR ");
}
