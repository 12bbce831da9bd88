// On which machine, with which versions and on which cores the figures were measured: without that they mean nothing.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { findCommand } from "../../scripts/find-command.mjs";
import { root } from "../../scripts/steps.mjs";

export interface Machine {
  processor: string;
  cores: number;
  /** MB (a million bytes). */
  memory: number;
  system: string;
}

/** This machine. */
export function machine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: Math.round(totalmem() / 1e6),
    system: `${platform()} ${release()}`,
  };
}

/** Of Node, of the browser and of the packages that decide the figures. */
export function versions(chromium: string | undefined): Record<string, string> {
  const packages = [
    "@remix-run/node",
    "react",
    "express",
    "@prisma/client",
    "better-sqlite3",
    "socket.io",
    "autocannon",
  ];
  return {
    node: process.versions.node,
    torg: versionIn(join(root, "package.json")),
    ...Object.fromEntries(packages.map((name) => [name, versionIn(packageFile(name))])),
    chromium: chromium ? versionOfProgram(chromium) : "none",
  };
}

/** Some packages do not export their package.json: it is looked for where npm has put it. */
function packageFile(name: string): string {
  const folder = createRequire(join(root, "package.json")).resolve.paths(name)?.[0] ?? "";
  return join(folder, name, "package.json");
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function versionOfProgram(file: string): string {
  const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8" });
  return stdout.trim() || "unknown";
}

export interface Pinning {
  isPinned: boolean;
  /** In a sentence, for the table and the JSON. */
  words: string;
  /** The command that runs this one on the server's core. */
  onServerCore(command: string, args: string[]): [command: string, args: string[]];
}

/**
 * Sends this process, and with it all that it starts (the load, the browser), to every core but the first, which the servers get
 * for themselves by `onServerCore`. Where there is one core only or no `taskset`, nothing is pinned, and the words say so.
 */
export function pin(): Pinning {
  const unpinned = (why: string): Pinning => ({
    isPinned: false,
    words: `nothing is pinned: ${why}`,
    onServerCore: (command, args) => [command, args],
  });
  const taskset = findCommand("taskset");
  if (!taskset) return unpinned("there is no taskset");
  const cores = allowedCores(taskset);
  const [first, ...others] = cores;
  if (first === undefined || others.length === 0) return unpinned("there is one core");
  const moved = spawnSync(taskset, ["-a", "-p", "-c", others.join(","), String(process.pid)], {
    encoding: "utf8",
  });
  if (moved.status !== 0) return unpinned("taskset is refused");
  return {
    isPinned: true,
    words: `servers on core ${first}, load and browser on ${others.length === 1 ? "core" : "cores"} ${others.join(", ")}`,
    onServerCore: (command, args) => [taskset, ["-c", String(first), command, ...args]],
  };
}

/** The cores this process may run on: fewer than the machine has, where somebody pinned it already. */
function allowedCores(taskset: string): number[] {
  const { stdout } = spawnSync(taskset, ["-p", "-c", String(process.pid)], { encoding: "utf8" });
  const list = /:\s*([\d,-]+)/.exec(stdout ?? "")?.[1] ?? "";
  return list.split(",").flatMap((range) => {
    const [from = NaN, to = from] = range.split("-").map(Number);
    return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}
