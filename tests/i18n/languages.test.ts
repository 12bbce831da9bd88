// Which language a person gets.
import { expect, test } from "vitest";
import { isLanguage, languageOf, languages, shownLanguage } from "~/i18n/languages";

test("the best liked of our languages wins, a region counts as its language", () => {
  expect(languageOf("lt-LT,lt;q=0.9,en;q=0.8", false)).toBe("lt");
  expect(languageOf("en;q=0.5, lt;q=0.9", false)).toBe("lt");
  expect(languageOf("xx, lt;q=0.1", false)).toBe("lt");
});

test("every language of the menus is given to who asks for it", () => {
  expect(languageOf("lv-LV,lv;q=0.9,ru;q=0.8,en;q=0.7", false)).toBe("lv");
  expect(languageOf("ro-RO,ro;q=0.9,en-US;q=0.8", false)).toBe("ro");
  expect(languageOf("ro-MD", false)).toBe("ro");
  expect(languageOf("it-IT,it;q=0.9,en;q=0.8", false)).toBe("it");
  expect(languageOf("de-CH,it-CH;q=0.9,fr;q=0.8", false)).toBe("it");
});

test("the menus are in the order in which one looks a name up", () => {
  const names = Object.values(languages);
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "en")));
});

test("a refused language is not given", () => {
  expect(languageOf("lt;q=0", false)).toBe("en");
});

test("who asks for nothing we speak gets English", () => {
  for (const header of [undefined, "", "*", "xx-YY", ";;;,,,", "lt;q=much", "toString, __proto__"]) {
    expect(languageOf(header, true)).toBe("en");
  }
});

test("the pseudo-language is given only where there is demo data", () => {
  expect(languageOf("en-XA", true)).toBe("en-XA");
  expect(languageOf("en-XA", false)).toBe("en");
});

test("the pseudo-language is no language of the menus", () => {
  expect(isLanguage("en-XA")).toBe(false);
  expect(shownLanguage("en-XA")).toBe("en-XA");
});

test("an unknown code is shown in English", () => {
  expect(shownLanguage("constructor")).toBe("en");
  expect(shownLanguage(null)).toBe("en");
});

test("a header of a megabyte is answered at once", () => {
  expect(languageOf("x,".repeat(500_000), false)).toBe("en");
});
