// Names with an @ in a field, and the links to people that they are in the text which is sent.
import { expect, test } from "vitest";
import { newId } from "~/platform/id";
import { mentionsShown, withMentions } from "~/ui/threads/typed-mentions";

const [one, two] = [newId(), newId()];

test("a chosen name is sent as a link to the person, wherever it stands whole, and comes back as it was typed", () => {
  const people = new Map([["Rasa Petrauskienė", one]]);
  const typed = "@Rasa Petrauskienė, see this. (@Rasa Petrauskienė)";
  const sent = withMentions(typed, people);
  expect(sent).toBe(`[@Rasa Petrauskienė](/people/${one}), see this. ([@Rasa Petrauskienė](/people/${one}))`);
  expect(mentionsShown(sent)).toEqual({ text: typed, people });
});

test("names that were not chosen, parts of words and addresses stay words", () => {
  const people = new Map([["Ona", one]]);
  expect(withMentions("@Onas, rasa@Ona.lt, @Petras, Ona", people)).toBe("@Onas, rasa@Ona.lt, @Petras, Ona");
});

test("the longer of two names that begin alike is meant where it stands", () => {
  const people = new Map([
    ["Ona", one],
    ["Ona Ilgoji", two],
  ]);
  expect(withMentions("@Ona Ilgoji and @Ona", people)).toBe(
    `[@Ona Ilgoji](/people/${two}) and [@Ona](/people/${one})`,
  );
});

test("of two people of one name the second keeps their link, and signs in names do no harm", () => {
  const text = `[@Ona](/people/${one}) [@Ona](/people/${two}) [@A \\[b\\]](/people/${one})`;
  const { text: shown, people } = mentionsShown(text);
  expect(shown).toBe(`@Ona [@Ona](/people/${two}) @A [b]`);
  expect(withMentions(shown, people)).toBe(text);
});
