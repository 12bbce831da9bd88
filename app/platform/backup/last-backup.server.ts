// When the last backup was taken: a small file in the data folder, since the archive itself may be taken anywhere.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const LastBackup = z.object({
  takenAt: z.iso.datetime(),
  /** Where it was written; it may lie elsewhere by now. */
  file: z.string(),
  bytes: z.int().min(0),
  /** When it was last read as a whole and found to be what was backed up; null: it was found to be damaged. */
  verifiedAt: z.iso.datetime().nullable(),
});
export type LastBackup = z.infer<typeof LastBackup>;

const nameOf = (dataFolder: string) => join(dataFolder, "last-backup.json");

/** Notes it in one step, readable by this account alone. */
export function noteBackup(dataFolder: string, backup: LastBackup): void {
  const file = nameOf(dataFolder);
  const beside = `${file}.${process.pid}`;
  const handle = openSync(beside, "w", 0o600);
  writeSync(handle, `${JSON.stringify(LastBackup.parse(backup))}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(beside, file);
}

/** The last backup of this data folder; null where there is none, or nothing that can be read about one. */
export function readLastBackup(dataFolder: string): LastBackup | null {
  try {
    return LastBackup.parse(JSON.parse(readFileSync(nameOf(dataFolder), "utf8")));
  } catch {
    return null;
  }
}
