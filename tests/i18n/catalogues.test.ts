// The catalogues say the same in every language, with its own plural forms, in the words of the house.
import { describe, expect, test } from "vitest";
import { languageCodes } from "~/i18n/languages";
import { catalogueLanguages, filesOf, placeholdersIn, stringsOf } from "./catalogue-files";

const pluralEnd = /_(zero|one|two|few|many|other)$/;

/** What may read the same as in English. */
const sameAsEnglish: Record<string, string[]> = {
  lt: ["frame:title", "frame:period.between", "frame:roleOfCity", "comments:by"],
};

/** Words of begging, by language. */
const begging: Record<string, RegExp> = { en: /\bplease\b/i, lt: /\bpraš(ome|om|yčiau|ytume|ytumėte)\b/iu };

const english = stringsOf("en");

test("each language of the menus has a folder, and each folder is a language of the menus", () => {
  expect(catalogueLanguages.sort()).toEqual([...languageCodes].sort());
});

describe.each(catalogueLanguages)("%s", (language) => {
  const strings = stringsOf(language);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test("has the files that English has", () => {
    expect(filesOf(language)).toEqual(filesOf("en"));
  });

  test("has the keys that English has", () => {
    expect(bases(strings)).toEqual(bases(english));
  });

  test("has exactly the plural forms that Intl knows for it, wherever English has any", () => {
    const wrong = [...pluralBases(strings), ...pluralBases(english)].flatMap((base) => {
      const forms = ["zero", "one", "two", "few", "many", "other"].filter((form) =>
        strings.has(`${base}_${form}`),
      );
      return forms.sort().join() === [...categories].sort().join() ? [] : [`${base}: ${forms.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  test("puts in what English puts in", () => {
    const wrong = [...strings].filter(([key, text]) => {
      const base = key.replace(pluralEnd, "");
      const model = english.get(key) ?? english.get(`${base}_other`) ?? "";
      // A form of one number only may say it in words.
      const isOneNumber = /_(zero|one|two)$/.test(key);
      const given = placeholdersIn(text);
      return isOneNumber
        ? !given.every((name) => placeholdersIn(model).includes(name))
        : given.join() !== placeholdersIn(model).join();
    });
    expect(wrong).toEqual([]);
  });

  test("names what it puts in so that it is found: {{likeThis}}", () => {
    const wrong = [...strings].filter(([, text]) => {
      const rest = text.replace(/\{\{\w+\}\}/g, "");
      return /[{}]|\$t\(/.test(rest);
    });
    expect(wrong).toEqual([]);
  });

  test("has no empty string and none with spaces at its ends", () => {
    const wrong = [...strings].filter(([, text]) => text.trim() === "" || /^ | $/.test(text));
    expect(wrong).toEqual([]);
  });

  test("neither shouts nor begs", () => {
    const wrong = [...strings].filter(([, text]) => /!/.test(text) || begging[language]?.test(text) === true);
    expect(wrong).toEqual([]);
  });

  test("uses quotation marks and apostrophes of print", () => {
    const wrong = [...strings].filter(([, text]) => /["']/.test(text));
    expect(wrong).toEqual([]);
  });

  test.skipIf(language === "en")("is not left in English", () => {
    const allowed = sameAsEnglish[language] ?? [];
    const wrong = [...strings].filter(([key, text]) => english.get(key) === text && !allowed.includes(key));
    expect(wrong).toEqual([]);
  });
});

function bases(strings: Map<string, string>): string[] {
  return [...new Set([...strings.keys()].map((key) => key.replace(pluralEnd, "")))].sort();
}

function pluralBases(strings: Map<string, string>): string[] {
  return [
    ...new Set(
      [...strings.keys()].filter((key) => pluralEnd.test(key)).map((key) => key.replace(pluralEnd, "")),
    ),
  ];
}
