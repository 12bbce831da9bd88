// How long searches take over 10,000 documents of 20 KB in five languages, asked over ten connections at once; how large their index is,
// how long it takes to build, and how soon an edit is found. Part of `npm run bench`; `npm run bench:search` measures it alone.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { currentIndex } from "~/domain/search/index-place.server";
import { rebuildIndex } from "~/domain/search/rebuild.server";
import { figure, median, percentile, type Figure } from "./figures";
import { writeMuch, type ManyDocuments } from "./many-documents";
import { beginPractice } from "./practice";
import type { Bench } from "./run";
import { serveTorg } from "./serving";
import { signIn, type Visitor } from "./visitor";

const [connections, questions, warming] = [10, 1_500, 100];
const [within, foundWithin, edits] = [50, 2_000, 10];

/** What people type: rare and frequent words, two and three of them, beginnings, phrases, another form, a slip of the fingers. */
const kindsOfQuestion: Array<[string, string[]]> = [
  ["a frequent word", ["city", "miestas", "pilsēta", "orase", "città"]],
  ["a rare word", ["rebarways", "sutorness", "parmarship", "pašdenybė", "desgalist"]],
  ["two words", ["residents council", "taryba planas", "iela skola", "digital date", "strada scuola"]],
  ["a beginning", ["resid", "gyvent", "iedz", "locuit", "abit"]],
  ["a beginning of two letters", ["re", "mi", "da", "or", "pi"]],
  ["a phrase", ['"of the"', '"ir į"', '"un ir"', '"de la"', '"di e"']],
  ["another form", ["Alytaus", "Žešuvo", "Branslio", "Botosani", "Novskos"]],
  ["a slip", ["residemts", "gyventojia", "iedzivotaij", "locutiori", "abitnati"]],
];

/** Measures on a server and a data folder of its own; `count` documents. */
export async function searchSpeed({ pinning, newFolder, take }: Bench, count = 10_000): Promise<void> {
  const dataFolder = newFolder();
  const before = await serveTorg(pinning, dataFolder);
  await before.stop();
  const written = writeMuch(dataFolder, count);
  await take("Index", () => building(dataFolder, count));
  const torg = await serveTorg(pinning, dataFolder);
  try {
    const reader = await signIn(torg.origin, "barnsley");
    await take("Search", () => searching(reader, written));
    await take("Edit to found", async () => editing(await signIn(torg.origin, "alytus")));
  } finally {
    await torg.stop();
  }
}

async function building(dataFolder: string, count: number): Promise<Figure[]> {
  const began = performance.now();
  const entries = await rebuildIndex({ dataFolder, onProgress: () => undefined });
  const seconds = (performance.now() - began) / 1_000;
  const file = currentIndex(dataFolder) ?? "";
  const folder = join(dataFolder, "search");
  const bytes = readdirSync(folder)
    .filter((name) => join(folder, name).startsWith(file))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const texts = count * 20_000;
  return [
    figure({
      name: `index of ${count} documents, built`,
      value: seconds,
      unit: "s",
      digits: 0,
      note: `${entries} entries`,
    }),
    figure({
      name: "index, on the disk",
      value: bytes / 1e6,
      unit: "MB",
      note: `${Math.round((100 * bytes) / texts)} % of the texts`,
    }),
  ];
}

/** Over ten connections, each with its next question as soon as the last is answered, the kinds of question in turn. */
async function searching(reader: Visitor, { slug }: ManyDocuments): Promise<Figure[]> {
  const times = new Map<string, number[]>(kindsOfQuestion.map(([kind]) => [kind, []]));
  let next = 0;
  const askAll = async (until: number, isKept: boolean) => {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (next < until) {
          const number = next++;
          const [kind, questionsOfIt] = kindsOfQuestion[number % kindsOfQuestion.length] ?? ["", []];
          const question =
            questionsOfIt[Math.floor(number / kindsOfQuestion.length) % questionsOfIt.length] ?? "";
          const began = performance.now();
          await ask(reader, slug, question);
          if (isKept) times.get(kind)?.push(performance.now() - began);
        }
      }),
    );
  };
  await askAll(warming, false);
  await askAll(warming + questions, true);
  const all = [...times.values()].flat();
  return [
    milliseconds(`search, ${connections} connections, p95`, all, within),
    ...[...times].map(([kind, ofKind]) => milliseconds(`  ${kind}, p95`, ofKind)),
  ];
}

async function ask({ origin, cookie }: Visitor, slug: string, question: string): Promise<{ count: number }> {
  const address = `${origin}/networks/${slug}/search/offers?${new URLSearchParams({ q: question }).toString()}`;
  const answer = await fetch(address, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${question} was answered with ${answer.status}`);
  return (await answer.json()) as { count: number };
}

/** From the answer to a save until the new words are found, asked again and again. */
async function editing(writer: Visitor): Promise<Figure[]> {
  const network = "techrevolution";
  const practice = await beginPractice(writer, network);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const edition = await practice.save();
    const began = performance.now();
    while ((await ask(writer, network, `"ends edition ${edition}"`)).count === 0) {
      if (performance.now() - began > 30_000) throw new Error("the edit was not found within 30 s");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    times.push(performance.now() - began);
  }
  return [milliseconds("edit to found, p95", times, foundWithin)];
}

function milliseconds(name: string, times: number[], atMost?: number): Figure {
  const value = percentile(times, 0.95);
  return figure({
    name,
    value,
    unit: "ms",
    digits: 1,
    atMost,
    note: `p50 ${median(times).toFixed(1)} ms`,
    details: { times: times.length },
  });
}
