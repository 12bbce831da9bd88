// What every benchmark's command does around its measuring: builds, pins, keeps what was measured, prints and writes it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIfChanged } from "../../scripts/build.mjs";
import { main, step } from "../../scripts/steps.mjs";
import type { Figure } from "./figures";
import { machine, pin, versions, type Pinning } from "./machine";
import { printTable, writeJson, type Report } from "./report";

export interface Bench {
  pinning: Pinning;
  /** A data folder of its own, removed when everything is measured. */
  newFolder(): string;
  /** Measures something that has a name; figures that fail are said to be missing, and the others go on. */
  take(name: string, work: () => Promise<Figure[]>): Promise<void>;
}

/**
 * Runs the measuring and prints its figures as one table; `--json FILE` also writes them, `--only NAME` leaves out what is named otherwise.
 * `chromium` is the browser's file.
 */
export async function bench(measure: (run: Bench) => Promise<{ chromium?: string }>): Promise<void> {
  await main(async () => {
    const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" } } });
    await buildIfChanged();
    const began = performance.now();
    const pinning = pin();
    const figures: Figure[] = [];
    const missing: Report["missing"] = [];
    const folders: string[] = [];
    const newFolder = () => {
      const folder = mkdtempSync(join(tmpdir(), "torg-bench-"));
      folders.push(folder);
      return folder;
    };
    const take: Bench["take"] = async (name, work) => {
      if (values.only && name.toLowerCase() !== values.only.toLowerCase()) return;
      try {
        figures.push(...(await step(name, work, { isAlwaysShown: true })));
      } catch (error) {
        missing.push({ name, why: error instanceof Error ? error.message : String(error) });
      }
    };
    try {
      const { chromium } = await measure({ pinning, newFolder, take });
      const report: Report = {
        measuredAt: new Date().toISOString(),
        took: Math.round((performance.now() - began) / 1000),
        machine: machine(),
        versions: versions(chromium),
        pinning: { isPinned: pinning.isPinned, words: pinning.words },
        figures,
        missing,
      };
      printTable(report);
      if (values.json) writeJson(values.json, report);
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  });
}
