// `npm run bench:documents`: how long the list of a network with 10,000 documents takes on the server. `-- --json FILE` also writes it
// down. What is missed is printed as missed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../scripts/build.mjs";
import { main, step } from "../../scripts/steps.mjs";
import { figure, median, percentile, type Figure } from "./figures";
import { machine, pin, versions } from "./machine";
import { writeMuch, type ManyDocuments } from "./many-documents";
import { printTable, writeJson, type Report } from "./report";
import { serveTorg } from "./serving";
import { read, signIn, type Visitor } from "./visitor";

const [warming, rounds] = [5, 30];
/** Milliseconds, from the request to the last byte. */
const listWithin = 60;

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: "string" } } });
  await buildIfChanged();
  const began = performance.now();
  const pinning = pin();
  const dataFolder = mkdtempSync(join(tmpdir(), "torg-bench-"));
  const figures: Figure[] = [];
  const take = async (name: string, work: () => Promise<Figure[]>) =>
    void figures.push(...(await step(name, work, { isAlwaysShown: true })));
  try {
    const torg = await serveTorg(pinning, dataFolder);
    try {
      const written = writeMuch(dataFolder);
      for (const [account, who] of [
        ["barnsley", "lead partner"],
        ["alytus", "officer"],
        ["observer", "observer"],
      ] as const)
        await take(`Lists of the ${who}`, async () =>
          lists(await signIn(torg.origin, account), written, who),
        );
    } finally {
      await torg.stop();
    }
    const report: Report = {
      measuredAt: new Date().toISOString(),
      took: Math.round((performance.now() - began) / 1000),
      machine: machine(),
      pinning: { isPinned: pinning.isPinned, words: pinning.words },
      versions: versions(undefined),
      figures,
      missing: [],
    };
    printTable(report);
    if (values.json) writeJson(values.json, report);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

/** Whole pages, asked for one after the other, from the request to the last byte. */
async function lists(
  reader: Visitor,
  { slug, partnershipIds }: ManyDocuments,
  who: string,
): Promise<Figure[]> {
  const list = `/networks/${slug}/documents`;
  const all: Array<[string, string]> = [
    ["all documents", list],
    ["of a kind", `${list}?kind=good-practice`],
    ["of a city", `${list}?city=${partnershipIds[1]}`],
    ["about a topic", `${list}?topic=street`],
    ["changed since published", `${list}?state=changed`],
    ["of two months", `${list}?from=2025-06-01&to=2025-07-31`],
    ["by the day it is about", `${list}?sort=day`],
    ["by title", `${list}?sort=title`],
    ["by city", `${list}?sort=city`],
    ["page 50", `${list}?page=50`],
    ["waiting for them", `${list}?whose=waiting`],
  ];
  const figures: Figure[] = [];
  for (const [name, path] of all) {
    for (let round = 0; round < warming; round += 1) await read(reader, path);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await read(reader, path);
      times.push(performance.now() - began);
    }
    const p95 = percentile(times, 0.95);
    figures.push(
      figure({
        name: `list, ${who}: ${name}`,
        value: median(times),
        unit: "ms",
        digits: 1,
        atMost: listWithin,
        note: `p95 ${p95.toFixed(1)} ms`,
        details: { p95 },
      }),
    );
  }
  return figures;
}
