// `npm run bench`: measures what the house promises of itself and prints it as one table; `-- --json FILE` also writes it down.
// It takes some three minutes. What is missed is printed as missed: only what cannot be run makes the command fail.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../scripts/build.mjs";
import { main, step } from "../../scripts/steps.mjs";
import { serveBareRoute } from "./bare-route";
import { openChromium } from "./chromium";
import { coldStart } from "./cold-start";
import type { Figure } from "./figures";
import { firstVisit } from "./first-visit";
import { livePublishing } from "./live-publishing";
import { machine, pin, versions, type Pinning } from "./machine";
import { memoryAtRest } from "./memory";
import { beginPractice } from "./practice";
import { readingSpeed } from "./reading-speed";
import { printTable, writeJson, type Report } from "./report";
import { serveTorg } from "./serving";
import { signIn } from "./visitor";
import { visibleText } from "./visible-text";

const network = "techrevolution";

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: "string" } } });
  await buildIfChanged();
  const began = performance.now();
  const pinning = pin();
  const dataFolder = mkdtempSync(join(tmpdir(), "torg-bench-"));
  try {
    const measured = await measure(pinning, dataFolder);
    const report: Report = {
      measuredAt: new Date().toISOString(),
      took: Math.round((performance.now() - began) / 1000),
      machine: machine(),
      pinning: { isPinned: pinning.isPinned, words: pinning.words },
      ...measured,
    };
    printTable(report);
    if (values.json) writeJson(values.json, report);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

/** Everything in its order; a figure that fails is said to be missing, and the others go on. */
async function measure(
  pinning: Pinning,
  dataFolder: string,
): Promise<Pick<Report, "figures" | "missing" | "versions">> {
  const figures: Figure[] = [];
  const missing: Report["missing"] = [];
  const take = async (name: string, work: () => Promise<Figure[]>) => {
    try {
      figures.push(...(await step(name, work, { isAlwaysShown: true })));
    } catch (error) {
      missing.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  };
  const torg = await serveTorg(pinning, dataFolder);
  const writer = await signIn(torg.origin, "alytus");
  const reader = await signIn(torg.origin, "barnsley");
  const practice = await beginPractice(writer, network);
  await practice.publish();
  const chromium = await openChromium();
  const inBrowser = async (
    name: string,
    work: (browser: NonNullable<typeof chromium>) => Promise<Figure[]>,
  ) => take(name, () => (chromium ? work(chromium) : Promise.reject(new Error("no Chromium was found"))));
  try {
    await take("Reading", async () => {
      const bare = await serveBareRoute(pinning);
      return readingSpeed(reader, practice.path, 1, bare).finally(() => bare.stop());
    });
    await inBrowser("First visit", (browser) => firstVisit(browser, reader, practice.path));
    await inBrowser("Visible text", (browser) => visibleText(browser, reader, practice.path));
    await inBrowser("Live publishing", (browser) => livePublishing(browser, writer, reader, practice));
  } finally {
    await chromium?.close();
    await torg.stop();
  }
  await take("Cold start", () => coldStart(pinning, dataFolder));
  await take("Memory", () => memoryAtRest(pinning, dataFolder, practice.path));
  return { figures, missing, versions: versions(chromium?.executable) };
}
