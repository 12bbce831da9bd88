// The one folder Torg writes to: the database, the secret, the outbox.
import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  openSync,
  fsyncSync,
  closeSync,
} from "node:fs";
import { dirname, join } from "node:path";

export interface DataFolder {
  path: string;
  databaseFile: string;
  /** The log of what is written in the texts; made by whoever writes it. */
  textsFile: string;
  outbox: string;
  /** 256 random bits as hex, made on the first start, readable by this account alone. */
  secret: string;
}

/** The folder cannot be used; the message is one clear line. */
export class DataFolderRefusal extends Error {
  readonly kind = "data-folder";
}

/** Where a backup lies while it is restored; whatever is beside it is not whole yet. */
export const restoringName = ".restoring";

/**
 * Opens the data folder, making what is missing. Refuses a folder that cannot be written, and one into which a backup is being restored or
 * was restored in part, changing nothing.
 */
export function openDataFolder(path: string): DataFolder {
  if (existsSync(join(path, restoringName)))
    throw new DataFolderRefusal(
      `A backup is being restored into the data folder ${path}, or that was broken off: then empty the folder and restore it again.`,
    );
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, "", { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    throw new DataFolderRefusal(`The data folder ${path} cannot be written (${codeOf(error)}).`);
  }
  const secret = openSecret(join(path, "secret"));
  const databaseFile = join(path, "torg.db");
  makePrivate(databaseFile);
  const textsFile = join(path, "texts.sqlite");
  return { path, databaseFile, textsFile, outbox: join(path, "outbox"), secret };
}

/**
 * Makes the folder and those above it, closed to others; answers the uppermost that was missing. One after the other: Node's own
 * recursion never ends where a file system takes no folders, as below /proc.
 */
export function makeFolder(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const above = dirname(path) === path ? undefined : makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
  return above ?? path;
}

/** Readable by this account alone, whatever the folder is; SQLite gives the log beside it the same mode. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    throw new DataFolderRefusal(`The database ${file} cannot be written (${codeOf(error)}).`);
  }
}

function openSecret(file: string): string {
  try {
    return readSecret(file);
  } catch (error) {
    if (error instanceof DataFolderRefusal) throw error;
    if (codeOf(error) !== "ENOENT")
      throw new DataFolderRefusal(`The secret ${file} cannot be read (${codeOf(error)}).`);
  }
  try {
    const handle = openSync(file, "wx", 0o600);
    writeFileSync(handle, `${randomBytes(32).toString("hex")}\n`);
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    // Another process may have made it between the two looks.
    if (codeOf(error) !== "EEXIST")
      throw new DataFolderRefusal(`The secret ${file} cannot be written (${codeOf(error)}).`);
  }
  return readSecret(file);
}

function readSecret(file: string): string {
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new DataFolderRefusal(`The secret ${file} is too short; restore it from a backup.`);
  return secret;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
