// Names as a hostile or careless hand types them: what cannot be seen is no name, and none turns the words around it.
import { expect, test } from "vitest";
import { Name } from "~/domain/accounts/account-orders";
import { CreateDocument } from "~/domain/documents/document-orders";
import { InviteMember } from "~/domain/networks/invitation-orders";
import { RenameLocalGroup } from "~/domain/networks/local-group-orders";
import { CreateNetwork } from "~/domain/networks/network-orders";
import { ChangeCity, SetBudget } from "~/domain/networks/partnership-orders";
import { wrongsIn } from "~/http/form.server";
import { newId } from "~/platform/id";

const [turned, isolated, hidden, joined] = ["\u202E", "\u2067", "\u200B\u2060\uFEFF", "\u200D"];

const city = (name: string, language: string) => ({
  country: "LT",
  "name-1": name,
  "language-1": language,
  own: "1",
});

/** Each order with these words as its name, and how to read what became of them. */
const orders: Array<[string, (words: string) => unknown]> = [
  ["a person's name", (words) => Name.parse(words)],
  [
    "a title",
    (title) =>
      CreateDocument.parse({ title, language: "en", text: "", partnershipId: "p", kind: "good-practice" })
        .title,
  ],
  ["a local group", (name) => RenameLocalGroup.parse({ id: newId(), name }).name],
  ["a network", (name) => CreateNetwork.parse({ name, type: "transfer", programme: "P" }).name],
  ["a city", (name) => ChangeCity.parse(city(name, "lt")).names[0]?.name ?? ""],
  [
    "a source of money",
    (name) => SetBudget.parse({ budget: "1", "source-1": name, "rate-1": "100" }).sources[0]?.name,
  ],
];

test.each(orders)("%s keeps its letters and loses what turns or hides", (_, nameOf) => {
  expect(nameOf(`  Ona${turned}${isolated} \n Žalia\u0000${hidden} `)).toBe("Ona Žalia");
  expect(nameOf(`O${joined}na`)).toBe(`O${joined}na`);
  expect(nameOf("مدينة")).toBe("مدينة");
});

test.each(orders)("%s of nothing that can be seen is refused", (_, nameOf) => {
  for (const nothing of [hidden, `${turned}${turned}`, "\u00AD\u200E ", "\u0000", "\u0301"])
    expect(() => nameOf(nothing)).toThrow();
});

test("the name of somebody invited may be empty, and is then truly empty", () => {
  const parsed = InviteMember.parse({ email: "a@test.torg", name: hidden, role: "observer", language: "en" });
  expect(parsed.name).toBe("");
});

test("a city is named in languages that there are, and too long a name is told how long it may be", () => {
  for (const language of ["1!", "  ", "<b", "XX"]) {
    const { error } = ChangeCity.safeParse(city("Alytus", language));
    expect([language, error && wrongsIn(error)]).toMatchObject([
      language,
      { "language-1": { key: "unknownChoice" } },
    ]);
  }
  const { error: long } = ChangeCity.safeParse(city("a".repeat(121), "lt"));
  expect(long && wrongsIn(long)).toEqual({
    "name-1": { key: "tooLong", values: { limit: 120, count: 120 } },
  });
  const { error: source } = SetBudget.safeParse({
    budget: "1",
    "source-1": "a".repeat(121),
    "rate-1": "100",
  });
  expect(source && wrongsIn(source)).toMatchObject({ "source-1": { key: "tooLong" } });
});
