// What a backup says of itself: the first thing in the archive, held against everything that follows it.
import { z } from "zod";

export const manifestName = "manifest.json";
export const rowsName = "torg.db";
export const textsName = "texts.sqlite";
export const secretName = "secret";
/** The folder of attached files, in the data folder and in the archive alike. */
export const filesName = "files";

/** Raised when what is in an archive changes so that an older Torg would restore it wrongly. */
export const manifestFormat = 1;

const FileName = z.string().refine(isKnownName, "is no file of a data folder");
const Rows = z.record(z.string(), z.int().min(0));

export const Manifest = z.object({
  format: z.literal(manifestFormat),
  /** The version of Torg that took it. */
  torg: z.string().regex(/^\d+\.\d+\.\d+/),
  takenAt: z.iso.datetime(),
  /** The last migration of the rows: which shape they have. */
  schema: z.string(),
  files: z
    .array(z.object({ name: FileName, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length, "names a file twice"),
  /** How many rows each table has, by database. */
  rows: Rows,
  texts: Rows,
  /** Where each chain of the record ends: noted elsewhere, it proves later that nothing before was changed. */
  chains: z.array(z.object({ chain: z.string(), position: z.int(), hash: z.string() })),
  /** Texts of which the log held less than the rows say. None, unless the log was damaged or lost before. */
  textsBehind: z.int().min(0),
});
export type Manifest = z.infer<typeof Manifest>;

/** What the databases themselves tell, to be compared with what the manifest says. */
export type Facts = Pick<Manifest, "schema" | "rows" | "texts" | "chains" | "textsBehind">;

/** This program: what it calls itself, and the shapes of rows that it knows. */
export interface Torg {
  version: string;
  migrations: string[];
}

/** Whether something newer than this program wrote it, which this program might take for something else. */
export function isFromNewer({ torg, schema }: Pick<Manifest, "torg" | "schema">, own: Torg): boolean {
  if (!own.migrations.includes(schema)) return true;
  const [theirs, ours] = [torg, own.version].map((version) =>
    version.split(".").map((part) => parseInt(part)),
  );
  for (const [place, number] of (theirs ?? []).entries()) {
    const difference = number - (ours?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** What a backup of this moment is called, by date and time in UTC. */
export function backupName(at: Date): string {
  return `torg-${at.toISOString().slice(0, 19).replace(/:/g, "")}Z.tar.gz`;
}

/** The name's own parts say where a file goes: nothing but what Torg keeps, and never out of the folder. */
function isKnownName(name: string): boolean {
  if ([rowsName, textsName, secretName].includes(name)) return true;
  const [first, ...rest] = name.split("/");
  return first === filesName && rest.length > 0 && rest.every((part) => /^[\w-][\w.-]*$/.test(part));
}
