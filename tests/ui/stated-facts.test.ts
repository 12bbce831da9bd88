// Facts in words as readers see them: amounts with their cents, in the reader's own writing.
import { expect, test } from "vitest";
import { noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { statedFacts } from "~/ui/stated-facts";

test.each([
  ["en", "543,819.40"],
  ["it", "543.819,40"],
  ["lt", "543\u00a0819,40"],
])("a budget is told to the cent, also where the cents end in nothing (%s)", (language, words) => {
  const facts = { ...noFacts("good-practice"), budget: 54_381_940 } as DocumentFacts;
  const telling = { t: translate(language), format: formatFor(language, "UTC"), language };
  expect(statedFacts(facts, null, telling).facts).toContainEqual(
    expect.objectContaining({ key: "budget", words }),
  );
});
