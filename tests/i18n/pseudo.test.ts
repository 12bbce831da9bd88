// The pseudo-language is longer, bracketed and accented, and leaves alone what is no word.
import { expect, test } from "vitest";
import { looksPseudo, pseudoString, pseudoWords } from "~/i18n/pseudo";
import { translate } from "~/i18n/translate.server";
import { placeholdersIn, stringsOf } from "./catalogue-files";

const strings = [...stringsOf("en").values()];
const wordsOnly = (text: string) => text.replace(/\{\{[^{}]*\}\}/g, "").trim();

test("every string grows by 30 % or more", () => {
  const short = strings.filter((text) => wordsOnly(pseudoString(text)).length < wordsOnly(text).length * 1.3);
  expect(short).toEqual([]);
});

test("every string stands in brackets", () => {
  expect(strings.filter((text) => !looksPseudo(pseudoString(text)))).toEqual([]);
  expect(strings.filter(looksPseudo)).toEqual([]);
});

test("no plain letter is left outside placeholders", () => {
  expect(
    strings.map((text) => wordsOnly(pseudoString(text))).filter((text) => /[a-zA-Z]/.test(text)),
  ).toEqual([]);
});

test("what is put in stays as it is", () => {
  for (const text of strings) expect(placeholdersIn(pseudoString(text))).toEqual(placeholdersIn(text));
});

test("tags and references stay as they are", () => {
  const pseudo = pseudoString("Read <link>the guide</link> or $t(frame:do.back), {{name}}");
  expect(pseudo).toContain("<link>ťĥé ĝ".replace("ĝ", "ğ"));
  expect(pseudo).toContain("</link>");
  expect(pseudo).toContain("$t(frame:do.back)");
  expect(pseudo).toContain("{{name}}");
});

test("line ends around a text stay around it", () => {
  expect(pseudoString("\nHello\n")).toMatch(/^\n\[.*\]\n$/);
  expect(pseudoString("  ")).toBe("  ");
});

test("keys and plural endings stay as they are", () => {
  const words = pseudoWords({ count_one: "a", nested: { count_other: "b" } });
  expect(Object.keys(words)).toEqual(["count_one", "nested"]);
  expect(Object.keys(words.nested)).toEqual(["count_other"]);
});

test("the pseudo-language speaks, plurals included", () => {
  expect(translate("en-XA")("lists:count", { count: 1 })).toMatch(/^\[1 ďóčúɱéñť \S+\]$/);
  expect(translate("en-XA")("lists:count", { count: 3 })).toMatch(/^\[3 ďóčúɱéñťš/);
});
