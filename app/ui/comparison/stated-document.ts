// What a document states besides its text as a document of its own, so that two states of it are compared as texts are.
import type { StatedFact, StatedFacts } from "../stated-facts";

interface Json {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: Json[];
  content?: Json[];
}

const text = (words: string, marks?: Json[]): Json[] =>
  words === "" ? [] : [{ type: "text", text: words.replace(/\s+/gu, " "), ...(marks && { marks }) }];
const paragraph = (content: Json[]): Json => ({ type: "paragraph", content });
const heading = (level: number, words: string): Json => ({
  type: "heading",
  attrs: { level },
  content: text(words),
});
const cell = (type: "tableCell" | "tableHeader", content: Json[]): Json => ({
  type,
  content: [paragraph(content)],
});
const row = (cells: Json[]): Json => ({ type: "tableRow", content: cells });
const bold: Json[] = [{ type: "bold" }];

/** `above`: what stands before the facts, as a title. Everything in the words in which it is shown; JSON of our schema. */
export function statedDocument(
  above: ReadonlyArray<{ label: string; words: string }>,
  { facts, tables, elements }: StatedFacts,
): Json {
  const single = [...above, ...facts.map((fact) => ({ label: fact.label, words: wordsOf(fact) }))];
  return {
    type: "doc",
    content: [
      {
        type: "table",
        content: single.map(({ label, words }) =>
          row([cell("tableCell", text(label, bold)), cell("tableCell", text(words))]),
        ),
      },
      ...(elements
        ? [
            heading(2, elements.label),
            ...elements.list.flatMap((element) => [
              heading(3, element.name),
              paragraph(text(element.degree)),
              ...element.facts.map(({ label, words }) => paragraph(text(`${label}: ${words}`))),
            ]),
          ]
        : []),
      ...tables.flatMap((table) => [
        heading(2, table.label),
        {
          type: "table",
          content: [
            row(table.columns.map((column) => cell("tableHeader", text(column)))),
            ...table.rows.map((cells) => row(cells.map(({ words }) => cell("tableCell", text(words))))),
          ],
        },
      ]),
    ],
  };
}

function wordsOf(fact: StatedFact): string {
  if (fact.is === "words") return fact.words;
  if (fact.is === "topics") return fact.topics.join(", ");
  return fact.documents.map(({ title }) => title).join(", ");
}
