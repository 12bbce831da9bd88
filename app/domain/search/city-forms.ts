// What a city is called in running text: its names in all languages, inflected, and the spellings that really occur. Any of them
// leads to the city and to the texts that write any other.
import { fold } from "~/text/fold";

/** Words one after the other, folded; of the last one, where it is open, only the beginning. */
export interface Form {
  words: readonly string[];
  isOpen: boolean;
}

/** Forms that mean the same, and the cities that are called so. */
export interface Namesake {
  cityIds: readonly string[];
  forms: readonly Form[];
}

/** How many letters an open form may have after its stem. */
const longestEnding = 6;

/**
 * Forms that the names by themselves do not give: misspellings of the founding texts, names of further languages, stems that change.
 * A star opens the end.
 */
const known: readonly string[][] = [
  ["barnsl*", "bransl*"],
  ["alytus*", "alytau*", "alytuj*", "alytui", "alytu", "alyte", "alita", "alitas", "alitu", "alitai"],
  ["novsk*"],
  ["rzeszow*", "zesuv*", "zesov*", "resov*"],
  ["roeselar*", "ruselar*", "roulers", "rousselar*"],
  ["messin*", "mesin*"],
  ["ventspil*", "windau"],
  ["botosan*"],
  [
    "saint quentin*",
    "st quentin*",
    "sentkventin*",
    "sent kventin*",
    "sen kanten*",
    "senkanten*",
    "san quintin*",
  ],
  ["roquetas de mar", "roquetasde mar", "roquetasdemar", "roketas de mar*", "roketasdemar*"],
  ["portalegr*"],
  ["trikal*", "τρικαλ*"],
  ["oulu*", "oulas", "uleaborg*"],
  ["techrevolution*", "techrevoliution*", "techrevoliuci*", "tech revolution*", "tech revoliution*"],
  ["digiplace*", "digi place", "di4c*"],
];

/** Endings of names in our languages, longest first, without marks. */
const endings = /(?:ius|ios|iai|aus|as|is|ys|us|os|es|ai|ei|ui|a|e|i|o|u|y|s|α|ο|ι|ς|σ)$/u;
/** What follows a stem too short to stand open. */
const shortEndings = [
  "",
  ..."a e i o u y s as is us os es ai au ui um am em aus uje oje eje yje iui".split(" "),
];

/** The words of a text as the index has them: folded, nothing but letters and digits. */
export function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The forms of each city, and those of what is not a city. */
export function namesakesOf(cities: ReadonlyMap<string, readonly string[]>): Namesake[] {
  const groups = known.map((words) => ({ cityIds: [] as string[], forms: words.map(formOf) }));
  const others: Namesake[] = [];
  for (const [cityId, names] of cities) {
    const forms = names.flatMap(inflected);
    const group = groups.find((one) =>
      names.some((name) => one.forms.some((form) => matches(form, wordsIn(name)))),
    );
    if (group) {
      group.cityIds.push(cityId);
      group.forms.push(...forms);
    } else others.push({ cityIds: [cityId], forms });
  }
  return [...groups.map(({ cityIds, forms }) => ({ cityIds, forms: unlike(forms) })), ...others];
}

/** Whether these words are this form, as a whole. */
export function matches({ words, isOpen }: Form, said: readonly string[]): boolean {
  if (words.length !== said.length) return false;
  return words.every((word, index) => {
    const heard = said[index] ?? "";
    if (!isOpen || index < words.length - 1) return heard === word;
    return heard.startsWith(word) && heard.length - word.length <= longestEnding;
  });
}

/** A name and the ways in which its last word is inflected. */
function inflected(name: string): Form[] {
  const words = wordsIn(name);
  const last = words.at(-1);
  if (last === undefined) return [];
  const before = words.slice(0, -1);
  const stem = last.replace(endings, "");
  if (stem.length >= 5) return [{ words: [...before, stem], isOpen: true }];
  const ended = stem.length < 3 ? [last] : [last, ...shortEndings.slice(1).map((ending) => stem + ending)];
  return [...new Set(ended)].map((word) => ({ words: [...before, word], isOpen: false }));
}

function formOf(written: string): Form {
  return { words: wordsIn(written), isOpen: written.endsWith("*") };
}

function unlike(forms: readonly Form[]): Form[] {
  return [
    ...new Map(forms.map((form) => [`${form.words.join(" ")}${form.isOpen ? "*" : ""}`, form])).values(),
  ];
}
