// A good practice of 20 KB, made up for the benchmark, and how its writer saves and publishes it.
import { post, read, type Visitor } from "./visitor";

/** Bytes of the text in UTF-8, at least. */
export const textSize = 20_000;

/** The last words of every edition; in a page's HTML they stand before the paragraph's end. */
export const lastWords = (edition: number) => `Here ends edition ${edition}.`;

/** How the last words look in HTML: in the data behind the page the tag is written otherwise. */
export const lastHtml = (edition: number) => `${lastWords(edition)}</p>`;

const sentences = [
  "The town keeps one list of its empty buildings, and everybody who works on them keeps it together.",
  "Before the list there were four, in three offices, and none of them agreed with what one saw in the street.",
  "Owners are written to once a year; most answer, and those who do not are visited.",
  "**What it costs** is the time of one person for two days a month and a server that was there already.",
  "The words for it are short in Lithuanian (*tuščias pastatas*) and in Romanian (*clădire goală*), which helped.",
  "Whoever wants to use a building finds on one page what it was, what it needs and whom to ask.",
  "The local group meets every six weeks and goes through what has changed; see [the rules](https://example.org/rules).",
  "Two schools drew the buildings of their street, and their drawings hang in the town hall.",
  "It did not work at first: the forms asked for what nobody knew, and were left empty.",
  "So the form became five questions, and `unknown` became an answer like the others.",
];

/** Markdown of at least `textSize` bytes, always the same but for the edition named in its title and at its end. */
export function practiceText(edition: number): string {
  const parts: string[] = [`What a town did with its empty buildings, as told in edition ${edition}.`];
  for (let chapter = 1; Buffer.byteLength(parts.join("\n\n")) < textSize; chapter += 1) {
    const said = (from: number, count: number) =>
      Array.from({ length: count }, (_, step) => sentences[(chapter + from + step) % sentences.length] ?? "");
    parts.push(
      `## Chapter ${chapter}`,
      said(0, 4).join(" "),
      said(4, 3)
        .map((sentence) => `- ${sentence}`)
        .join("\n"),
      said(7, 4).join(" "),
    );
    if (chapter % 4 === 0)
      parts.push(
        `| Year | Buildings | In use |\n|---|---|---|\n| 2021 | ${40 + chapter} | 3 |\n| 2024 | ${30 + chapter} | 17 |`,
      );
  }
  return `${parts.join("\n\n")}\n\n${lastWords(edition)}\n`;
}

export interface Practice {
  path: string;
  /** Saves the next edition and resolves with its number. */
  save(): Promise<number>;
  /** Publishes what was saved last. */
  publish(visibility?: "network" | "public"): Promise<void>;
}

/** Begins a practice in the writer's network, by the form, and saves its first edition. */
export async function beginPractice(writer: Visitor, network: string): Promise<Practice> {
  const form = `/networks/${network}/documents/new`;
  const page = await read(writer, form);
  const title = "What a town did with its empty buildings";
  const answer = await post(writer, form, {
    intent: "create",
    kind: "good-practice",
    id: valueOf(page, "id"),
    partnershipId: valueOf(page, "partnershipId"),
    title,
    language: "en",
  });
  const path = answer.headers.get("location")?.replace(/\/edit$/, "");
  if (!path) throw new Error("the practice was not begun");
  let edition = 0;
  const revision = async () =>
    /name="revision" value="(\d+)"/.exec(await read(writer, `${path}/publish`))?.[1] ?? "";
  const practice: Practice = {
    path,
    save: async () => {
      edition += 1;
      const text = practiceText(edition);
      await post(writer, `${path}/edit`, {
        intent: "save",
        title,
        language: "en",
        text,
        revision: await revision(),
      });
      return edition;
    },
    publish: async (visibility = "network") => {
      await post(writer, `${path}/publish`, { intent: "publish", revision: await revision(), visibility });
    },
  };
  await practice.save();
  return practice;
}

function valueOf(page: string, name: string): string {
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page)?.[0] ?? "";
  const value = /value="([^"]*)"/.exec(input)?.[1];
  if (!value) throw new Error(`the form has no field ${name}`);
  return value;
}
