/** Texts of any length built to be slow: what is known to hurt Markdown parsers, this one's parts and our own rules. */

function filled(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function counted(line: (index: number) => string, length: number): string {
  const lines: string[] = [];
  for (let index = 0, size = 0; size < length; index++) {
    const next = line(index);
    lines.push(next);
    size += next.length;
  }
  return lines.join("").slice(0, length);
}

const around = (open: string, close: string) => (length: number) => {
  const times = Math.floor(length / (open.length + close.length));
  return `${open.repeat(times)}a${close.repeat(times)}`;
};
const flood =
  (unit: string, before = "", after = "") =>
  (length: number) =>
    before + filled(unit, length) + after;

const defined = "[a]: /b\n[^a]: note\n\n";

/** By name: from a length in characters to a text of about that length. */
export const hostileTexts: Record<string, (length: number) => string> = {
  "open brackets": flood("["),
  "nested brackets": around("[", "]"),
  "nested brackets with a definition": (length) => defined + around("[", "]")(length),
  "references to references": flood("[x][", defined),
  "references inside references": flood("[[a]", defined),
  "links without end": flood("[a]("),
  "links with open angles": flood("[a](<b"),
  "links with open titles": flood(`[a](b "`),
  "links with many parentheses": flood(`[a](${"(".repeat(31)}`),
  "open images": flood("!["),
  "nested images": around("![", "](x)"),
  "many nested images": flood("![".repeat(19) + "a" + "](x)".repeat(19)),
  pictures: flood("![a](/files/0123456789abcdefghjk/9x9)\n\n"),
  "pictures in cells": flood("|![a](/files/0123456789abcdefghjk/9x9)<br/>", "|a|\n|-|\n"),
  "open pictures": flood('![a](/files/0123456789abcdefghjk/9x9 "'),
  "images in links": flood("[![".repeat(11) + "a" + "](x)](y)".repeat(11)),
  "open images over closed links": (length) =>
    defined + filled("-](![ą![", length / 2) + filled("](http://a.b]()", length / 2),
  "open emphasis": flood("*a "),
  "open emphasis of three kinds": flood("**a _b __c "),
  "closing emphasis": flood("a** "),
  "one run of stars": flood("*"),
  "balanced runs of stars": around("*", "*"),
  "alternating stars and lines": flood("*_"),
  "nested emphasis": around("**a ", " a**"),
  "odd runs of waves": flood("~~~a~~~~~ "),
  "growing runs of back quotes": (length) => counted((index) => `a${"`".repeat(index + 1)}`, length),
  "shrinking runs of back quotes": (length) =>
    counted((index) => `a${"`".repeat(Math.max(1, 450 - index))}`, length),
  "unequal back quotes": flood("`a``"),
  entities: flood("&amp;"),
  "broken entities": flood("&#x"),
  "long broken entities": flood(`&${"a".repeat(31)}`),
  "open angles": flood("<a"),
  "one endless address": flood("a", "<http://", ">"),
  "one endless mail address": flood("a-", "<a@", ">"),
  "character data": flood("<![CDATA["),
  backslashes: flood("\\*"),
  "addresses without hosts": flood("http://"),
  "addresses in a row": flood("http://a.b "),
  "addresses with quotes": flood('http://a.b/"aaa'),
  "addresses with open parentheses": flood(`http://a.b/${"(".repeat(100)}`),
  "addresses with nested parentheses": flood("http://a.b/(()(()(()(()"),
  "addresses with mixed brackets": flood("http://a.b/([{([{"),
  "addresses with long hosts": flood(`http://${`${"a".repeat(60)}.`.repeat(11)}`),
  "addresses that begin with www": flood("www.", "", "ą~~"),
  "addresses in other scripts": flood("http://ąčęė.lt/ž "),
  "slashes that begin addresses": flood("//a.b/"),
  "mail addresses": flood("a@b.cc "),
  "mail addresses without end": flood("a@b."),
  "one endless mail name": (length) => `${filled("a", length / 2)}@${filled("b.", length / 2)}`,
  quotations: flood("> "),
  "deep quotations on every line": flood(`${">".repeat(99)}a\n`),
  "a deep quotation with lazy lines": flood("a\n", `${">".repeat(99)}a\n`),
  "quotations with fences and lazy lines": flood("> ```\n^_a\n"),
  "nested lists": flood("- "),
  "deep lists on every line": flood(`${"- ".repeat(45)}a\n`),
  "lists that go in and out": (length) => counted((index) => `${" ".repeat((index % 45) * 2)}- a\n`, length),
  "lists of one item": flood("- a\n* a\n"),
  "lists in quotations": flood("> - "),
  tasks: flood("- [ ] a\n"),
  "headings of one name": flood("# a\n"),
  "headings that take each other's names": (length) => counted((index) => `# a\n# a ${index + 2}\n`, length),
  "underlined headings": flood("a\n=\n"),
  "one paragraph of many lines": flood("a\n"),
  "definitions without end": flood(`[a]: b "\n`),
  "labels over many lines": flood("[a\n"),
  "long labels": flood(`[${"a".repeat(900)}`, defined),
  "one long definition used often": (length) =>
    `[a]: /${filled("b", 1_900)} "${filled("c", 900)}"\n\n${filled("[a]", length)}`,
  fences: flood("```\na\n"),
  "a table of many rows": flood("a|b\n", "a|b\n-|-\n"),
  "a table of many columns": (length) => `${filled("|a", length / 2)}\n${filled("|-", length / 2)}`,
  "tables of short rows": flood(`${"|a".repeat(50)}\n${"|-".repeat(50)}\n${"|\n".repeat(1_300)}\n`),
  "tables that are none": flood("a|b\n-|-|-\n"),
  "small tables": flood("a|b\n-|-\n\n"),
  "footnotes cited often": flood("[^a]", defined),
  "open footnotes": flood("[^", defined),
  "footnotes inside footnotes": flood("[^a]: "),
  "many footnotes": (length) => counted((index) => `[^${index}]: b\n\n[^${index}]\n\n`, length),
  "footnotes that nobody cites": (length) => counted((index) => `[^${index}]: b\n`, length),
  "spaces before a word": flood(" ", "", "a"),
  "spaces at the ends of lines": flood(`a${" ".repeat(1_000)}\n`),
  "line breaks": flood("a  \n"),
  "marks over one letter": flood("\u0301", "# a"),
  "lone surrogates": flood("\ud800"),
  "a little of everything": flood("[a*_`<&!~\\]("),
};
