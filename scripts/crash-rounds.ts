// Kills a server process at random moments while people write, and looks whether all that it called saved is there, once.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { carefulState, newDocument } from "../app/domain/documents/document-state";
import { openLogReader } from "../app/platform/update-log-file.server";

export interface CrashFigures {
  rounds: number;
  acknowledged: number;
  missing: number;
  doubled: number;
  damaged: number;
}

/** Milliseconds after which a process is killed at the latest; its first two hundred or so go by before anything is opened. */
const longest = 900;

/** With less than this SQLite cannot even open a log: its shared memory is a file of 32 KB. A disk so full opens no document. */
const leastKilobytes = 40;

/** What else befalls the server in a round, besides being killed. */
const mishaps = ["none", "a full disk", "a torn frame at the end"] as const;

/**
 * Plays so many rounds on a log in this folder. `random` answers a number from 0 to 1. The process is killed by SIGKILL 0–900 ms after it
 * began; in every third round its files may not grow from some point on, in every third the log gets a torn frame after its end.
 */
export async function crashRounds(options: {
  folder: string;
  rounds: number;
  random: () => number;
  say?: (line: string) => void;
}): Promise<CrashFigures> {
  const { folder, rounds, random, say = () => undefined } = options;
  const file = join(folder, "texts.sqlite");
  const acknowledged = new Set<string>();
  for (let round = 1; round <= rounds; round += 1) {
    const mishap = mishaps[round % mishaps.length] ?? "none";
    const kilobytes =
      mishap === "a full disk"
        ? Math.max(leastKilobytes, Math.ceil(sizeOf(file) / 1_024) + Math.floor(random() * 200))
        : 0;
    const told = await untilKilled(file, round, { kilobytes, patience: random() * longest });
    for (const mark of told) acknowledged.add(mark);
    if (mishap === "a torn frame at the end" && existsSync(`${file}-wal`))
      appendFileSync(`${file}-wal`, Buffer.alloc(Math.floor(random() * 9_000), Math.floor(random() * 256)));
    say(`round ${round}: killed after ${told.length} acknowledgements, ${mishap}`);
  }
  return { rounds, acknowledged: acknowledged.size, ...compare(file, acknowledged) };
}

/** What the process was told is saved, before it was killed. */
async function untilKilled(
  file: string,
  round: number,
  { kilobytes, patience }: { kilobytes: number; patience: number },
): Promise<string[]> {
  const writer = fileURLToPath(new URL("crash-writer.ts", import.meta.url));
  const command = ["--import", "tsx", writer, file, `${round}`];
  const [program, given]: [string, string[]] = kilobytes
    ? ["bash", ["-c", `ulimit -S -f ${kilobytes}; exec "$0" "$@"`, process.execPath, ...command]]
    : [process.execPath, command];
  const child = spawn(program, given, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, LOG_LEVEL: "silent" },
  });
  let printed = "";
  let isKilled = false;
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (isKilled || !printed.includes("ready\n")) return;
    isKilled = true;
    // A process needs a moment to open its documents; some rounds catch it there.
    setTimeout(() => child.kill("SIGKILL"), patience);
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal !== "SIGKILL") throw new Error(`The writing process ended by itself (${code ?? signal}).`);
  // A last line that is cut off was not told.
  return printed
    .split("\n")
    .slice(0, -1)
    .filter((line) => line !== "ready");
}

function compare(
  file: string,
  acknowledged: Set<string>,
): Pick<CrashFigures, "missing" | "doubled" | "damaged"> {
  const marks: string[] = [];
  let damaged = 0;
  const reader = openLogReader(file);
  try {
    for (const { document } of reader.heads()) {
      const stored = carefulState(reader.read(document));
      const doc = newDocument();
      for (const part of stored.parts) Y.applyUpdate(doc, part);
      marks.push(...doc.getArray<string>("marks").toArray());
      damaged += stored.damaged.length + stored.aside;
    }
  } finally {
    reader.close();
  }
  const there = new Set(marks);
  const missing = [...acknowledged].filter((mark) => !there.has(mark)).length;
  return { missing, doubled: marks.length - there.size, damaged };
}

function sizeOf(file: string): number {
  return Math.max(
    0,
    ...[file, `${file}-wal`].map((name) => statSync(name, { throwIfNoEntry: false })?.size ?? 0),
  );
}
