// Which sections each version changed, told by the lines between headings: quick enough for every version between two.

/** For each of `texts` but the first: the titles of the sections that it changed, as `sectionKey` makes them. */
export function changedSections(texts: readonly string[]): Array<ReadonlySet<string>> {
  const sections = texts.map(sectionsOf);
  return sections.slice(1).map((now, index) => {
    const before = sections[index] ?? new Map<string, string>();
    const keys = new Set([...before.keys(), ...now.keys()]);
    return new Set([...keys].filter((key) => before.get(key) !== now.get(key)));
  });
}

/** A title without signs and marks: the same for a heading as it is typed and as it is read. */
export function sectionKey(title: string): string {
  return (title.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}

const heading = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/u;
const fence = /^ {0,3}(`{3,}|~{3,})/;

function sectionsOf(text: string): Map<string, string> {
  const sections = new Map<string, string>();
  let [key, lines, open] = ["", [] as string[], ""];
  const end = () => sections.set(key, `${sections.get(key) ?? ""}${lines.join("\n").trim()}`);
  for (const line of text.split("\n")) {
    const [, marker = ""] = fence.exec(line) ?? [];
    if (marker !== "" && (open === "" || line.trim().startsWith(open))) open = open === "" ? marker : "";
    const title = open === "" ? heading.exec(line) : null;
    if (title) {
      end();
      [key, lines] = [sectionKey(title[1] ?? ""), []];
    } else lines.push(line);
  }
  end();
  return sections;
}
