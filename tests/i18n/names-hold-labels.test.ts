// What a button is called by a screen reader holds the words that are seen on it: whoever speaks to their device says what they see.
import { expect, test } from "vitest";
import { catalogueLanguages, stringsOf } from "./catalogue-files";

/** Each with the label that is seen; its name goes by the same key and `Named`. */
const labels = ["deliverables:one.askAgain", "deliverables:cell.takeBack"];

test.each(catalogueLanguages)("in %s a button's name begins with the label that is seen", (language) => {
  const strings = stringsOf(language);
  for (const label of labels) {
    const seen = strings.get(label) ?? expect.fail(`There is no ${label}.`);
    expect(strings.get(`${label}Named`)).toMatch(new RegExp(`^${seen}: `));
  }
});
