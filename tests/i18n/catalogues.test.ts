// The catalogues say the same in every language, with its own plural forms, in the words of the house.
import { describe, expect, test } from "vitest";
import { languageCodes } from "~/i18n/languages";
import { catalogueLanguages, filesOf, placeholdersIn, stringsOf } from "./catalogue-files";

const pluralEnd = /_(zero|one|two|few|many|other)$/;

/** What reads the same in every language: values and what stands between them. */
const sameEverywhere = [
  "frame:title",
  "frame:period.between",
  "frame:roleOfCity",
  "authorship:share",
  "authorship:part",
  "authorship:from",
  "restoring:summary",
];

/** What may read the same as in English besides. */
const sameAsEnglish: Record<string, string[]> = {
  it: [
    "signIn:password",
    "networks:facts.partners_one",
    "administration:accounts.count_one",
    "comments:kind.idea",
    "feed:field.budget",
    "roles:matrix.no",
    "setup:partners.partner",
    "setup:partners.budget",
    "setup:partner.budget",
    "files:link_one",
  ],
  lv: ["files:licence"],
  ro: ["frame:role.administrator", "lists:count_one"],
};

/** Words of begging, by language. Letters of all languages count: \b knows only those of English. */
const begging: Record<string, RegExp> = {
  en: /(?<!\p{L})please(?!\p{L})/iu,
  it: /(?<!\p{L})((per|di) (favore|cortesia|piacere)|(si|la|vi) preg(a|hiamo)|preghiamo)(?!\p{L})/iu,
  lt: /(?<!\p{L})praš(ome|om|yčiau|ytume|ytumėte)(?!\p{L})/iu,
  lv: /(?<!\p{L})lū(dzu|dzam|gums|gtum)(?!\p{L})/iu,
  ro: /(?<!\p{L})((vă|te) (rog|rugăm)|rugăm|rugăminte)(?!\p{L})/iu,
};

/** How a title is quoted. */
const quotes: Record<string, [string, string]> = {
  en: ["“", "”"],
  it: ["«", "»"],
  lt: ["„", "“"],
  lv: ["„", "”"],
  ro: ["„", "”"],
};

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

  test("has one form of each letter, that of its own alphabet", () => {
    const wrong = [...strings].filter(([, text]) => text !== text.normalize("NFC") || /[şţŞŢ]/.test(text));
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

  test("quotes as it is printed there", () => {
    const [start, end] = quotes[language] ?? [language, language];
    const wrong = [...strings].filter(([, text]) =>
      [...text.matchAll(/[„“”«»‹›]([^„“”«»]*)[„“”«»‹›]/gu)].some(
        ([quoted]) => !quoted.startsWith(start) || !quoted.endsWith(end),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.skipIf(language === "en")("is not left in English", () => {
    const allowed = [...sameEverywhere, ...(sameAsEnglish[language] ?? [])];
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
