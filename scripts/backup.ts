// `npm run backup`: one archive of both databases, the files and the secret, taken while Torg is in use and read back before it gets its
// name. `--to FILE` says where to; `--verify FILE` compares one with itself and restores nothing. Ends with 1 and one line where it could not.
import { rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { noteBackup, readLastBackup } from "../app/platform/backup/last-backup.server";
import { backupName, type Manifest } from "../app/platform/backup/manifest";
import { verifyBackup } from "../app/platform/backup/restore-backup.server";
import { takeBackup } from "../app/platform/backup/take-backup.server";
import { thisTorg } from "../app/platform/backup/this-torg.server";
import { readSettings } from "../app/platform/settings.server";

/** Takes a backup and notes it for the administrators' page; answers what to print. */
export async function backup(to?: string): Promise<string[]> {
  const { dataFolder, backupFolder } = readSettings(process.env);
  const at = new Date();
  const target = resolve(to ?? join(backupFolder, backupName(at)));
  const begun = Date.now();
  const taken = await takeBackup({ dataFolder, target, own: thisTorg(), at, onBegun: removeWhenBrokenOff() });
  const { file, bytes, manifest, filesLost } = taken;
  noteBackup(dataFolder, { takenAt: at.toISOString(), file, bytes, verifiedAt: new Date().toISOString() });
  const seconds = ((Date.now() - begun) / 1_000).toFixed(1);
  return [
    `Backed up to ${file}: ${bytes} bytes, read back and compared, ${seconds} s.`,
    ...contents(manifest),
    ...(filesLost > 0
      ? [
          `CAREFUL: of the attached files ${filesLost} contents were lost before and are not in it. The administrators' page names them.`,
        ]
      : []),
  ];
}

/** Looks whether the archive is whole, and notes that where it is the last one taken of this data folder. */
export async function verify(archive: string): Promise<string[]> {
  const { dataFolder } = readSettings(process.env);
  const last = readLastBackup(dataFolder);
  const note = (verifiedAt: string | null) => {
    if (last?.file === archive) noteBackup(dataFolder, { ...last, verifiedAt });
  };
  try {
    const manifest = await verifyBackup({ archive, own: thisTorg() });
    note(new Date().toISOString());
    return [
      `${basename(archive)} is whole: every size, hash and count is what was backed up.`,
      ...contents(manifest),
    ];
  } catch (error) {
    if ((error as { kind?: unknown }).kind === "backup-damaged") note(null);
    throw error;
  }
}

/** What an operator reads of an archive. The ends of the chains are to be noted elsewhere, as after an audit. */
export function contents({ takenAt, torg, files, rows, texts, chains, textsBehind }: Manifest): string[] {
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((one, other) => one + other, 0);
  return [
    `Taken ${takenAt} by Torg ${torg}: ${files.length} files, ${sum(rows)} rows, ${sum(texts)} rows of the log of texts.`,
    ...chains.map(({ chain, position, hash }) => `The chain ${chain} ends at ${position} with ${hash}.`),
    ...(textsBehind > 0
      ? [`CAREFUL: of ${textsBehind} texts the log holds less than the rows say. Part of it was lost before.`]
      : []),
  ];
}

/** From now on what is half done goes with the process, also where that is broken off; to be told where it lies. */
export function removeWhenBrokenOff(): (working: string) => void {
  let begun: string | undefined;
  for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const])
    process.once(signal, () => {
      if (begun !== undefined) rmSync(begun, { recursive: true, force: true });
      process.exit(code);
    });
  return (working) => (begun = working);
}

/** Prints what the work answers, or the one line with which it was refused. */
export async function tell(work: () => Promise<string[]>): Promise<void> {
  try {
    for (const line of await work()) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await tell(() => {
    const { values } = parseArgs({ options: { to: { type: "string" }, verify: { type: "string" } } });
    if (values.to !== undefined && values.verify !== undefined)
      throw new Error("Say --to FILE or --verify FILE, not both.");
    return values.verify === undefined ? backup(values.to) : verify(resolve(values.verify));
  });
}
