// `npm run bench:versions`: how long the list of 500 versions takes, and comparing two versions of a plan of 100 pages. `-- --json FILE`
// also writes it down. What is missed is printed as missed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../scripts/build.mjs";
import { main, step } from "../../scripts/steps.mjs";
import { figure, median, percentile, type Figure } from "./figures";
import { machine, pin, versions } from "./machine";
import { writeVersions } from "./many-versions";
import { printTable, writeJson, type Report } from "./report";
import { serveTorg } from "./serving";
import { read, signIn } from "./visitor";

const [warming, rounds] = [5, 30];
/** Milliseconds, from the request to the last byte. */
const [listWithin, comparedWithin] = [50, 300];

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: "string" } } });
  await buildIfChanged();
  const began = performance.now();
  const pinning = pin();
  const dataFolder = mkdtempSync(join(tmpdir(), "torg-bench-"));
  const figures: Figure[] = [];
  const take = async (name: string, work: () => Promise<Figure>) =>
    void figures.push(await step(name, work, { isAlwaysShown: true }));
  try {
    const torg = await serveTorg(pinning, dataFolder);
    try {
      const written = writeVersions(dataFolder);
      const officer = await signIn(torg.origin, "alytus");
      const page = (path: string) => read(officer, `${written.path}/versions${path}`);
      const last = written.versions;
      await take("The first comparison", () =>
        timed("the first comparison, its worker not yet started", () => page(`/compare?from=1&to=2`), 1, 0),
      );
      await take("The list", () =>
        timed(`list of ${last} versions, the latest of them`, () => page(""), rounds, warming, listWithin),
      );
      await take("All of it", () =>
        timed(`list of ${last} versions, all of them`, () => page("?all"), rounds, warming, listWithin),
      );
      // A pair of its own each time: what was compared once is kept for a while.
      await take("Neighbours", () =>
        timed(
          `comparing a version of ${written.length} letters with the one before`,
          (round) => page(`/compare?from=${10 + round}&to=${11 + round}`),
          rounds,
          warming,
          comparedWithin,
        ),
      );
      await take("Far apart", () =>
        timed(
          `comparing it with one of 50 versions before`,
          (round) => page(`/compare?from=${100 + round}&to=${150 + round}`),
          rounds,
          warming,
          comparedWithin,
        ),
      );
      await take("The same again", () =>
        timed("the same comparison again", () => page(`/compare?from=10&to=11`), rounds, warming),
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
async function timed(
  name: string,
  ask: (round: number) => Promise<string>,
  count: number,
  warm: number,
  atMost?: number,
): Promise<Figure> {
  for (let round = 0; round < warm; round += 1) await ask(round);
  const times: number[] = [];
  let bytes = 0;
  for (let round = warm; round < warm + count; round += 1) {
    const began = performance.now();
    bytes = (await ask(round)).length;
    times.push(performance.now() - began);
  }
  const p95 = percentile(times, 0.95);
  const fastest = Math.min(...times);
  const note = `p95 ${p95.toFixed(1)} ms, fastest ${fastest.toFixed(1)} ms, ${Math.round(bytes / 1_000)} KB`;
  return figure({ name, value: median(times), unit: "ms", digits: 1, atMost, note, details: { p95, times } });
}
