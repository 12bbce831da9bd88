// What administrators see of backups: how old the last one is, and whether it is time for another. Nothing of what is in it.
import { basename } from "node:path";
import { readLastBackup } from "~/platform/backup/last-backup.server";
import { now } from "~/platform/clock";
import { settings } from "~/platform/settings.server";
import { demandAdministrator } from "./administrator";
import type { SignedIn } from "./sessions.server";

/** Days after which the last backup is too old. */
export const daysOfBackup = 7;

export interface BackupSeen {
  takenAt: Date;
  /** The name alone: where it lies is the server keeper's business, and may have changed. */
  file: string;
  bytes: number;
  /** When it was last read as a whole and compared; null: it was found damaged. */
  verifiedAt: Date | null;
  isOld: boolean;
}

/** The last backup of this server; null: there is none that Torg knows of. Refuses `not-found` whoever is no administrator. */
export function readBackup(own: SignedIn): BackupSeen | null {
  demandAdministrator(own);
  const last = readLastBackup(settings().dataFolder);
  if (!last) return null;
  const takenAt = new Date(last.takenAt);
  return {
    takenAt,
    file: basename(last.file),
    bytes: last.bytes,
    verifiedAt: last.verifiedAt === null ? null : new Date(last.verifiedAt),
    isOld: now().getTime() - takenAt.getTime() > daysOfBackup * 86_400_000,
  };
}
