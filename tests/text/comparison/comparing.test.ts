// What a reader is shown of two texts: the words that changed, in blocks, lists, tables, notes and code, and what stands elsewhere.
import { expect, test } from "vitest";
import { compare, plain, said } from "./said";

test("words that came and went are told in place, together where they belong together", () => {
  expect(said("The roof is of tin and old.", "The roof is of slate and old.")).toBe(
    "± The roof is of [-tin-] [+slate+] and old.",
  );
  expect(said("One two three.", "One three.")).toBe("± One [-two-] three.");
  expect(said("Costs 1,000.50 EUR.", "Costs 1,000.60 EUR.")).toBe("± Costs [-1,000.50-] [+1,000.60+] EUR.");
  // A small word that both happen to have does not tear a new phrase apart.
  expect(
    said("We asked the whole council of the city today.", "We asked every single member of a market today."),
  ).toBe("± We asked [-the whole council of the city-] [+every single member of a market+] today.");
});

test("the same text in other signs of Markdown is no change", () => {
  const compared = compare("Title\n=====\n\n* One\n* Two\n\n_Three_", "# Title\n\n- One\n- Two\n\n*Three*\n");
  expect([compared.changes, compared.sections]).toEqual([0, []]);
  expect(compare("<!-- guidance: write here -->\n\nWords.", "Words.").changes).toBe(0);
});

test("words that are only marked or linked otherwise are told so, and count as no words", () => {
  expect(said("An old roof of tin.", "An **old** roof of tin.")).toBe("± An old [restyled] roof of tin.");
  expect(said("An old [roof](https://a.example).", "An old [roof](https://b.example).")).toBe(
    "± An old roof [was https://a.example].",
  );
  expect(said("An old roof.", "An old [roof](/documents/x).")).toBe("± An old roof [new link].");
  const [section] = compare("An old roof.", "An **old** roof.").sections;
  expect(section).toMatchObject({ added: 0, removed: 0, restyled: 1 });
});

test("what stands elsewhere is told at both places, by the names of the sections, with its own changes", () => {
  const passage = "The stalls open at six in the morning since the bakers come first.";
  const was = `# Plan\n\nFirst.\n\n# Money\n\nSecond.\n\n${passage}`;
  const is = `# Plan\n\nFirst.\n\n${passage.replace("six", "five")}\n\n# Money\n\nSecond.`;
  expect(said(was, is)).toBe(
    [
      "## Plan",
      "First.",
      "↕ from Money",
      "The stalls open at [-six-] [+five+] in the morning since the bakers come first.",
      "## Money",
      "Second.",
      "↕ to Plan: The stalls open at six in the morning since the …",
    ].join("\n"),
  );
  expect(compare(was, is).sections.map(({ title, moved }) => [title, moved])).toEqual([
    ["Plan", 1],
    ["Money", 0],
  ]);
});

test("a section that stands elsewhere is moved as a whole, not taken out and put in", () => {
  const part = (name: string) =>
    `# ${name}\n\nAll about ${name} and what else is to be said.\n\nMore of ${name} here.`;
  const was = ["Roof", "Doors", "Walls"].map(part).join("\n\n");
  const is = ["Walls", "Roof", "Doors"].map(part).join("\n\n");
  const { parts, sections } = compare(was, is);
  const html = parts.map((one) => one.html).join("");
  expect(html).not.toMatch(/<ins>|<del>/);
  expect(sections.map(({ title, added, removed, moved }) => [title, added, removed, moved])).toEqual([
    ["Walls", 0, 0, 3],
  ]);
  expect(plain(html)).toContain("↕ stood elsewhere\n## Walls");
  expect(plain(html)).toContain("↕ stands elsewhere: Walls");
});

test("sections that came or went are told as such, in reading order, with how much", () => {
  const { sections } = compare("# One\n\nA b c.\n\n# Gone\n\nD e.", "# New\n\nX.\n\n# One\n\nA b c d.");
  expect(sections.map(({ title, state, added, removed }) => [title, state, added, removed])).toEqual([
    ["New", "added", 2, 0],
    ["One", "stands", 1, 0],
    ["Gone", "removed", 0, 3],
  ]);
  const [first] = compare("A.", "A. B.").sections;
  expect([first?.title, first?.isOurs]).toEqual(["beginning", true]);
});

test("tables are compared cell by cell: a word, a row, a column", () => {
  const was = "| What | Cost |\n|---|---|\n| Roof of tin | 100 |\n| Doors | 20 |\n| Walls | 30 |";
  const is =
    "| What | When | Cost |\n|---|---|---|\n| Roof of glass | May | 140 |\n| Walls | June | 30 |\n| Floor | July | 9 |";
  expect(said(was, is)).toBe(
    [
      "± What | [+When+] | Cost",
      "Roof of [-tin-] [+glass+] | [+May+] | [-100-] [+140+]",
      "[-Doors-] |  | [-20-]",
      "Walls | [+June+] | 30",
      "[+Floor+] | [+July+] | [+9+]",
    ].join("\n"),
  );
  const [section] = compare(was, is).sections;
  expect([section?.added, section?.removed]).toEqual([8, 4]);
});

test("a column that was renamed stays a column, and a row that moved is told where", () => {
  const was = "| A | B |\n|---|---|\n| one thing | 1 |\n| two things | 2 |\n| three things | 3 |";
  const is = "| A | Number |\n|---|---|\n| three things | 3 |\n| one thing | 1 |\n| two things | 2 |";
  expect(said(was, is)).toBe(
    [
      "± A | [-B-] [+Number+]",
      "[stood elsewhere] three things | 3",
      "one thing | 1",
      "two things | 2",
      "[stands elsewhere: three things]",
    ].join("\n"),
  );
});

test("items of lists are compared one by one, tasks by their ticks too", () => {
  expect(said("- Ask the traders\n- Paint it", "- Ask all the traders\n- Paint it\n- Open it")).toBe(
    "± \nAsk [+all+] the traders\nPaint it\n[+Open it+]",
  );
  expect(said("- [ ] Ask\n- [x] Paint", "- [x] Ask\n- [ ] Paint")).toBe(
    "± \n[x] Ask\nticked\n[ ] Paint\nunticked",
  );
  expect(said("1. One item\n2. Two items", "- One item\n- Two items")).toBe(
    "± was numbers\nOne item\nTwo items",
  );
});

test("a paragraph that became a heading, quotations, notes and code are told in their own ways", () => {
  expect(said("The roof of glass", "# The roof of glass")).toBe("± was paragraph\n## The roof of glass");
  expect(said("> Said by the old mayor.", "> Said by the new mayor.")).toBe(
    "± Said by the [-old-] [+new+] mayor.",
  );
  expect(said("Words.[^1]\n\n[^1]: A note of mine.", "Words.[^1]\n\n[^1]: A note of yours.")).toContain(
    "A note of [-mine-] [+yours+].",
  );
  expect(said("```\none\ntwo\nthree\n```", "```\none\n2\nthree\n```")).toBe(
    "± one\n− [-two-]\n+ [+2+]\nthree",
  );
});

test("long stretches in which nothing changed are folded, and what stands beside a change is not", () => {
  const many = Array.from({ length: 9 }, (_, at) => `Paragraph number ${at} stays.`);
  const was = ["# Head", ...many, "The end is near."].join("\n\n");
  const shown = said(was, was.replace("near", "far"));
  expect(shown).toBe("## Head\n… 8\nParagraph number 8 stays.\n± The end is [-near-] [+far+].");
  expect(compare(was, was).parts.map(({ folded }) => folded)).toEqual([11]);
});

test("who changed a section is told by the versions between", () => {
  const [one, two, three] = [
    "# A\n\nOld.\n\n# B\n\nOld.",
    "# A\n\nNew.\n\n# B\n\nOld.",
    "# A\n\nNew.\n\n# B\n\nNew.",
  ];
  const { sections } = compare(one ?? "", three ?? "", [one ?? "", two ?? "", three ?? ""]);
  expect(sections.map(({ title, by }) => [title, by])).toEqual([
    ["A", [1]],
    ["B", [2]],
  ]);
});

test("changes are numbered in reading order, so that a reader steps through them", () => {
  const { parts, changes } = compare("A one.\n\nB two.\n\nC three.", "A 1.\n\nB two.\n\nC 3.\n\nD new.");
  const ids = [
    ...parts
      .map(({ html }) => html)
      .join("")
      .matchAll(/id="change-(\d+)"/g),
  ].map(([, id]) => Number(id));
  expect(ids).toEqual(Array.from({ length: changes }, (_, at) => at + 1));
});

test("a picture is shown, and what came, went or is said of it otherwise told below it; of its file nothing", () => {
  const file = "abcdefgh01234567890j";
  const picture = (said: string) => `![${said}](/files/${file}/800x600 "The square")`;
  const same = compare(picture("A stall"), picture("A stall"));
  expect([same.changes, same.parts.some(({ html }) => html.includes("<ins"))]).toEqual([0, false]);
  const { parts, changes } = compare(`${picture("A stall")}\n\nWords.`, `${picture("Two stalls")}\n\nWords.`);
  const html = parts.map((part) => part.html).join("");
  expect(changes).toBe(1);
  expect(html).toContain(`src="/files/${file}/800x600"`);
  expect(html).toContain(`alt="Two stalls"`);
  expect(plain(html.replace(/<img[^>]*>/g, ""))).not.toContain(file);
  expect(said("Words.", `Words.\n\n![](/files/${file}/800x600)`)).toContain("[+undescribed+]");
});
