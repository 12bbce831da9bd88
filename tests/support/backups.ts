// Data folders to back up, and archives that somebody tampered with, for tests of backing up and restoring.
import { createHash } from "node:crypto";
import { copyFileSync, createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGunzip, gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { extract, pack, type Header } from "tar-stream";
import { onTestFinished } from "vitest";
import { sealOf } from "~/platform/backup/archive.server";
import type { Manifest } from "~/platform/backup/manifest";
import { thisTorg } from "~/platform/backup/this-torg.server";
import { openLogFile } from "~/platform/update-log-file.server";
import { templateDatabase } from "./template-database";

export const own = thisTorg();

/** An empty folder, gone after the test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder with a person who is signed in, a text of three updates, two attached files, an index, and a mail. */
export function filledFolder(): string {
  const folder = join(scratch(), "data");
  mkdirSync(folder);
  const file = join(folder, "torg.db");
  copyFileSync(templateDatabase, file);
  const rows = new Database(file);
  rows.pragma("journal_mode=WAL");
  rows.pragma("foreign_keys=OFF");
  rows.exec(`
    INSERT INTO Person (id, name, email, updatedAt) VALUES ('person', 'Somebody', 'somebody@town.example', 0);
    INSERT INTO Session (id, token, personId, expiresAt, updatedAt)
      VALUES ('session', 'a-token-that-opens-the-door', 'person', 9e12, 0);
    INSERT INTO Verification (id, identifier, value, expiresAt, updatedAt)
      VALUES ('link', 'a-link-to-a-new-password', 'person', 9e12, 0);
    INSERT INTO ChainHead (chain, position, hash) VALUES ('house', 7, 'the hash of the seventh row');
    INSERT INTO FollowedText (documentId, number) VALUES ('text', 3);
  `);
  rows.close();
  appendUpdates(folder, 3);
  writeFileSync(join(folder, "secret"), `${"0123456789abcdef".repeat(4)}\n`, { mode: 0o600 });
  mkdirSync(join(folder, "files/ab"), { recursive: true });
  writeFileSync(join(folder, "files/ab/abcdef"), Buffer.alloc(300_000, "a picture "));
  writeFileSync(join(folder, "files/ab/empty"), "");
  for (const other of ["search", "outbox", "backups"]) {
    mkdirSync(join(folder, other));
    writeFileSync(join(folder, other, "left-out"), "not to be found in any backup");
  }
  return folder;
}

/** Writes so many updates more into the text of this folder. */
export function appendUpdates(folder: string, count: number): void {
  const log = openLogFile(join(folder, "texts.sqlite"), { isNew: true });
  for (let index = 0; index < count; index += 1) {
    const bytes = new Uint8Array(50).fill(index);
    const frame = { document: "text", length: bytes.length, sender: "person", claims: [1], at: 0 };
    log.write({ file: "", isNew: false, frames: [frame], bytes, upkeep: [] });
  }
  log.close();
}

/** Every row of every table, told apart by table. */
export function allRows(file: string): Record<string, unknown[]> {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    const rows = (table: string) =>
      database
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort();
    return Object.fromEntries(tables.map((table) => [table, rows(table)]));
  } finally {
    database.close();
  }
}

export interface PackedEntry extends Header {
  content: Buffer;
}

/** What is in the archive, in its order. */
export async function unpacked(archive: string): Promise<PackedEntry[]> {
  const entries: PackedEntry[] = [];
  const reading = extract();
  reading.on("entry", (header, content, next) => {
    buffer(content).then((bytes) => {
      entries.push({ ...header, content: bytes });
      next();
    }, next);
  });
  createReadStream(archive).pipe(createGunzip()).pipe(reading);
  await new Promise((done, fail) => {
    reading.on("finish", done);
    reading.on("error", fail);
  });
  return entries;
}

/** Packs entries as Torg would, whatever they are. */
export async function packed(
  archive: string,
  entries: Array<Omit<PackedEntry, "size">>,
  manifest?: (manifest: Manifest) => unknown,
): Promise<string> {
  const archiving = pack();
  const bytes = buffer(archiving);
  for (const { content, ...entry } of entries) {
    const isManifest = entry.name === "manifest.json" && manifest;
    const said = isManifest
      ? Buffer.from(JSON.stringify(manifest(JSON.parse(content.toString()) as Manifest)))
      : content;
    await new Promise<void>((done, fail) => {
      const { name, type, mode, ...rest } = entry;
      const link = "linkname" in rest ? { linkname: rest.linkname } : {};
      const header = { name, type: type ?? "file", mode, ...link, size: said.length } as Header;
      const into = archiving.entry(header, (error) => (error ? fail(error) : done()));
      if ((type ?? "file") === "file") into.end(said);
    });
  }
  archiving.finalize();
  writeFileSync(archive, sealed(gzipSync(await bytes)));
  return archive;
}

/** The line with which the work is refused, without the folders of this test. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "not refused";
  } catch (error) {
    if (!(error instanceof Error) || !("kind" in error)) throw error;
    return error.message;
  }
}

/** These bytes with the seal that Torg would put to them. */
export function sealed(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, sealOf(createHash("sha256").update(bytes).digest())]);
}
