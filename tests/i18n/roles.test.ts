// The page of roles says every ability of the table in words, in each language.
import { expect, test } from "vitest";
import { abilities, abilitiesOf, roles } from "~/domain/access/role";
import { catalogueLanguages, stringsOf } from "./catalogue-files";

test.each(catalogueLanguages)("every ability has its sentences and its name in %s", (language) => {
  const strings = stringsOf(language);
  const wanted = Object.keys(abilities).flatMap((ability) => [
    `roles:sentence.${ability}.network`,
    `roles:sentence.${ability}.city`,
    `roles:ability.${ability}`,
  ]);
  expect(wanted.filter((key) => !strings.has(key))).toEqual([]);
});

test("the page of roles says nothing of abilities that are not in the table", () => {
  const said = [...stringsOf("en").keys()].flatMap(
    (key) => /^roles:(?:sentence|ability)\.([\w-]+)/.exec(key)?.[1] ?? [],
  );
  expect(new Set(said)).toEqual(new Set(Object.keys(abilities)));
});

test("every role may do something, and nobody but officers reads drafts as such", () => {
  for (const role of roles) expect(Object.keys(abilitiesOf[role]).length).toBeGreaterThan(0);
  expect(roles.filter((role) => abilitiesOf[role]["read-working-text"])).toEqual(["project-officer"]);
});
