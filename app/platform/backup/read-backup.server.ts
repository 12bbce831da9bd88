// Reads an archive against its own manifest: what is not in it, twice in it, too long or altered ends the reading.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isDeepStrictEqual } from "node:util";
import { passing, readArchive } from "./archive.server";
import { BackupRefusal, damaged } from "./backup-refusal";
import { factsOf } from "./database-copies.server";
import {
  isFromNewer,
  Manifest,
  manifestFormat,
  manifestName,
  rowsName,
  secretName,
  textsName,
  type Facts,
  type Torg,
} from "./manifest";

/** A manifest longer than this is none: it would name some half a million files. */
const longestManifest = 64 * 1024 * 1024;

export interface Reading {
  archive: string;
  /** An empty folder, in which the databases are laid to be looked into, and everything else where all is kept. */
  folder: string;
  keeps: "databases" | "everything";
  own: Torg;
}

/**
 * Reads all of it, compares every size and hash, then what the databases tell with what the manifest says of them. Refuses with one
 * line what is cut off, altered, from a newer Torg, or made by something else. What it wrote into the folder is the caller's to remove.
 */
export async function readBackup({ archive, folder, keeps, own }: Reading): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const missing = new Map<string, Manifest["files"][number]>();
  await readArchive(archive, async (entry, content) => {
    if (!manifest) {
      if (entry.name !== manifestName || !entry.isFile || entry.bytes > longestManifest)
        throw damaged(`${archive} is no backup of Torg: it does not begin with a manifest.`);
      manifest = parseManifest(archive, await textOf(content), own);
      for (const file of manifest.files) missing.set(file.name, file);
      return;
    }
    const named = missing.get(entry.name);
    if (!named || !entry.isFile)
      throw damaged(
        `${archive} was altered: it holds ${JSON.stringify(entry.name)}, which no backup has there.`,
      );
    missing.delete(entry.name);
    const isKept = keeps === "everything" || [rowsName, textsName].includes(named.name);
    const sha256 = await hashed(content, isKept ? join(folder, named.name) : undefined);
    if (sha256 !== named.sha256 || entry.bytes !== named.bytes)
      throw damaged(`${archive} was altered: ${named.name} is not what was backed up.`);
  });
  const [lacking] = missing.keys();
  if (!manifest || lacking !== undefined)
    throw damaged(`${archive} was altered or cut off: ${lacking ?? manifestName} is missing.`);
  compare(archive, manifest, factsOf(folder));
  return manifest;
}

function parseManifest(archive: string, text: string, own: Torg): Manifest {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    said = undefined;
  }
  const { format } = (said ?? {}) as { format?: unknown };
  const parsed = Manifest.safeParse(said);
  if (
    (typeof format === "number" && format > manifestFormat) ||
    (parsed.success && isFromNewer(parsed.data, own))
  )
    throw new BackupRefusal(
      `${archive} was taken by a newer Torg than this one (${own.version}). Restore it with that one.`,
    );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(".") ?? "";
    throw damaged(`${archive} has no manifest that can be believed: ${place} ${issue?.message}.`);
  }
  const names = parsed.data.files.map(({ name }) => name);
  for (const name of [rowsName, secretName])
    if (!names.includes(name)) throw damaged(`${archive} is no whole backup: it has no ${name}.`);
  return parsed.data;
}

function compare(archive: string, manifest: Manifest, facts: Facts): void {
  for (const database of ["rows", "texts"] as const) {
    const tables = new Set([...Object.keys(manifest[database]), ...Object.keys(facts[database])]);
    for (const table of tables)
      if (manifest[database][table] !== facts[database][table])
        throw damaged(
          `${archive} was altered: ${table} has ${facts[database][table] ?? "no"} rows, not ${manifest[database][table] ?? "any"}.`,
        );
  }
  for (const fact of ["schema", "chains", "textsBehind"] as const)
    if (!isDeepStrictEqual(manifest[fact], facts[fact]))
      throw damaged(`${archive} was altered: its manifest says another ${fact} than its rows.`);
}

/** The SHA-256 of what flows by, into a new file where one is named, which is on the disk then. */
async function hashed(content: Readable, file?: string): Promise<string> {
  const hash = createHash("sha256");
  if (file !== undefined) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const to =
    file === undefined ? nowhere : createWriteStream(file, { flags: "wx", mode: 0o600, flush: true });
  await pipeline(content, passing(hash.update.bind(hash)), to);
  return hash.digest("hex");
}

async function textOf(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
