// `npm run audit -- --verify`: whether the record of what happened stands as it was written. Reads the data folder's database beside
// a running server or without one, and changes nothing. Ends with 0 when every chain is whole, with 1 when one is broken, and
// with 2 when it could not look. `--network SLUG` looks at one network alone; `--export FILE` writes the rows as JSON lines.
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { houseChain } from "../app/domain/activity/chain.server";
import { takeEverything } from "../app/domain/activity/take-along.server";
import {
  listChains,
  verifyChain,
  type Break,
  type ChainReport,
} from "../app/domain/activity/verify-chain.server";
import { activityFile } from "../app/exchange/activity-file";
import { openReader, type Reader } from "../app/platform/db.server";
import { readSettings } from "../app/platform/settings.server";

export interface AuditOptions {
  databaseFile: string;
  isVerifying: boolean;
  /** The slug of the only network to look at. */
  network?: string;
  /** A file that is not there yet. */
  exportTo?: string;
  say(line: string): void;
}

/** Answers whether all that was looked at is whole. Refuses a missing database, an unknown network and an existing export file. */
export async function audit(options: AuditOptions): Promise<boolean> {
  const { databaseFile, isVerifying, network, exportTo, say } = options;
  if (!existsSync(databaseFile))
    throw new Error(`There is no database ${databaseFile}. Set TORG_DATA to the data folder.`);
  const { read, close } = await openReader(databaseFile);
  try {
    const names = await namesOf(read);
    const chains = network === undefined ? await listChains(read) : [chainOf(names, network)];
    let isWhole = true;
    if (isVerifying) {
      for (const chain of chains) {
        const report = await verifyChain(chain, read);
        isWhole &&= report.broken === null;
        say(sentence(report, names.get(chain)));
      }
      if (chains.length === 0) say("Nothing has happened yet.");
    }
    if (exportTo !== undefined)
      say(`${await writeRows(read, chains, exportTo)} rows written to ${exportTo}.`);
    return isWhole;
  } finally {
    await close();
  }
}

/** What an operator reads of a chain: one line, in plain words. */
export function sentence({ chain, rows, head, broken }: ChainReport, slug?: string): string {
  const name =
    chain === houseChain
      ? "The house"
      : slug === undefined
        ? `The removed network ${chain}`
        : `Network ${slug}`;
  if (broken)
    return `${name}: BROKEN at position ${broken.position}. ${whyBroken[broken.kind](broken)} (${rows} rows)`;
  return head
    ? `${name}: whole. ${rows} ${rows === 1 ? "row" : "rows"}, the last is ${head.position} with ${head.hash}.`
    : `${name}: whole. No rows.`;
}

const whyBroken: Record<Break["kind"], (broken: Break) => string> = {
  altered: () => "This row or the one before it was altered.",
  missing: () => "This row is missing.",
  moved: () => "This row does not belong here: it was moved, or put in a second time.",
  cut: () => "This row and all after it are gone.",
  added: () => "This row was added behind the end.",
  unsealed: () => "There are rows that Torg did not write.",
  endless: () => "Where the chain ends is not known any more.",
};

async function namesOf(read: Reader): Promise<Map<string, string>> {
  const networks = await read.network.findMany({ select: { id: true, slug: true } });
  return new Map(networks.map(({ id, slug }) => [id, slug]));
}

function chainOf(names: Map<string, string>, network: string): string {
  for (const [id, slug] of names) if (slug === network) return id;
  throw new Error(`There is no network ${network}; there are: ${[...names.values()].sort().join(", ")}.`);
}

async function writeRows(read: Reader, chains: string[], path: string): Promise<number> {
  const file = await open(path, "wx", 0o600);
  let rows = 0;
  try {
    for (const chain of chains) {
      for await (const lines of activityFile(await takeEverything(chain, read), "jsonl")) {
        rows += lines.split("\n").length - 1;
        await file.write(lines);
      }
    }
  } finally {
    await file.close();
  }
  return rows;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { values } = parseArgs({
      options: {
        verify: { type: "boolean", default: false },
        network: { type: "string" },
        export: { type: "string" },
      },
    });
    if (!values.verify && values.export === undefined)
      throw new Error("Say what to do: npm run audit -- --verify [--network SLUG] [--export FILE]");
    const isWhole = await audit({
      databaseFile: join(readSettings(process.env).dataFolder, "torg.db"),
      isVerifying: values.verify,
      network: values.network,
      exportTo: values.export,
      say: (line) => console.log(line),
    });
    process.exitCode = isWhole ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
