// The table that a person reads, and the same figures for a program.
import { writeFileSync } from "node:fs";
import type { Figure } from "./figures";
import type { Machine, Pinning } from "./machine";

export interface Report {
  measuredAt: string;
  /** Seconds that the whole took. */
  took: number;
  machine: Machine;
  versions: Record<string, string>;
  pinning: Pick<Pinning, "isPinned" | "words">;
  figures: Figure[];
  /** Figures that could not be measured, and why. */
  missing: Array<{ name: string; why: string }>;
}

/** Prints everything as one table, with where it was measured under it. */
export function printTable({ figures, missing, machine, versions, pinning, took }: Report): void {
  const head = ["figure", "measured", "target", "reached"];
  const rows = figures.map(({ name, measured, target }) => [
    name,
    measured,
    target?.words ?? "",
    target ? (target.isReached ? "yes" : "NO") : "",
  ]);
  rows.push(...missing.map(({ name, why }) => [name, `not measured: ${why}`, "", ""]));
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)),
  );
  const line = (cells: string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  const say = (text: string) => process.stdout.write(`${text.trimEnd()}\n`);
  say("");
  say(`  ${line(head)}`);
  say(`  ${widths.map((width) => "─".repeat(width)).join("  ")}`);
  for (const row of rows) say(`  ${line(row)}`);
  say("");
  say(
    `  ${machine.processor}, ${machine.cores} cores, ${machine.memory} MB, ${machine.system}; ${pinning.words}`,
  );
  say(
    `  ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  );
  say(`  KB and MB are 1,000 and 1,000,000 bytes; measured in ${took} s`);
  say("");
}

/** Writes the same as JSON. */
export function writeJson(file: string, report: Report): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
