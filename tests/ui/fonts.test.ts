// Every letter of every language of the screens stands in the fonts we ship, and is fetched before the first paint.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { languageCodes } from "~/i18n/languages";
import { fontPreloads } from "~/ui/font-preloads";
import { stringsOf } from "../i18n/catalogue-files";
import { lettersOfFont } from "../support/letters-of-font";

const ui = fileURLToPath(new URL("../../app/ui/", import.meta.url));

/** The letters that a language has besides a to z, in small. */
const alphabets: Record<string, string> = {
  en: "",
  it: "àèéìíîòóùú",
  lt: "ąčęėįšųūž",
  lv: "āčēģīķļņšūž",
  ro: "ăâîșț",
};

interface Face {
  name: string;
  file: string;
  ranges: Array<[number, number]>;
}

const faces: Face[] = [
  ...readFileSync(`${ui}styles/fonts.css`, "utf8").matchAll(/@font-face \{([^}]*unicode-range[^}]*)\}/g),
].map(([, body = ""]) => ({
  name: `${/"([^"]+)"/.exec(body)?.[1]}${/font-style: italic/.test(body) ? " italic" : ""}`,
  file: /fonts\/([\w-]+\.woff2)/.exec(body)?.[1] ?? "",
  ranges: [...body.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = "", last = first]) => [
    Number.parseInt(first, 16),
    Number.parseInt(last, 16),
  ]),
}));

/** What a page in this language can show: its alphabet in both cases and all that its catalogues say. */
function lettersOf(language: string): number[] {
  const text = [
    alphabets[language],
    alphabets[language]?.toUpperCase(),
    ...stringsOf(language).values(),
  ].join("");
  return [...new Set(text.replace(/\s/g, ""))].map((letter) => letter.codePointAt(0) ?? 0);
}

function covers({ ranges }: Face, letter: number): boolean {
  return ranges.some(([first, last]) => first <= letter && letter <= last);
}

test("the stylesheet names every font file, and each language's alphabet is known here", () => {
  const files = readdirSync(`${ui}fonts`).filter((file) => file.endsWith(".woff2"));
  expect(faces.map(({ file }) => file).sort()).toEqual(files.sort());
  expect(Object.keys(alphabets).sort()).toEqual([...languageCodes].sort());
});

test.each(languageCodes)("the faces have every letter of %s", async (language) => {
  const names = [...new Set(faces.map(({ name }) => name))];
  expect(names).toEqual(["Torg Sans", "Torg Serif", "Torg Serif italic"]);
  const known = new Map<string, Set<number>>();
  for (const { file } of faces) known.set(file, await lettersOfFont(`${ui}fonts/${file}`));
  const missing = names.flatMap((name) =>
    lettersOf(language)
      .filter((letter) => {
        const face = faces.find((candidate) => candidate.name === name && covers(candidate, letter));
        return face === undefined || known.get(face.file)?.has(letter) !== true;
      })
      .map((letter) => `${name}: ${String.fromCodePoint(letter)}`),
  );
  expect(missing).toEqual([]);
});

test.each(languageCodes)(
  "%s fetches early the upright faces that its letters need, and no other",
  (language) => {
    const upright = faces.filter(({ name }) => !name.endsWith("italic"));
    const needed = upright.filter((face) => lettersOf(language).some((letter) => covers(face, letter)));
    const preloaded = fontPreloads(language).map(
      ({ href }) => /([\w-]+?)(-[\w-]{8})?\.woff2/.exec(href)?.[1],
    );
    expect(preloaded.sort()).toEqual(needed.map(({ file }) => file.replace(".woff2", "")).sort());
  },
);
