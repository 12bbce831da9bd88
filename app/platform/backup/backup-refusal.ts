// Why a backup was not taken, not trusted or not restored: one clear line for whoever typed the command.

export class BackupRefusal extends Error {
  /** `backup-damaged`: the archive itself is not what was once written; anything else says nothing against it. */
  constructor(
    message: string,
    readonly kind: "backup" | "backup-damaged" = "backup",
  ) {
    super(message);
  }
}

/** The archive is not what was once written. */
export function damaged(message: string): BackupRefusal {
  return new BackupRefusal(message, "backup-damaged");
}

/** How the system and SQLite say that a disk takes no more. */
const full = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_WRITE|SQLITE_IOERR_TRUNCATE)$/;
const closed = /^(EACCES|EPERM|EROFS|ENOTDIR|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/;

/** What went wrong while working in this folder, as a line; a refusal is passed on as it is. */
export function refusalOf(error: unknown, folder: string): BackupRefusal {
  if (error instanceof BackupRefusal) return error;
  const code = codeOf(error);
  if (full.test(code)) return new BackupRefusal(`The disk of ${folder} is full (${code}). Nothing was kept.`);
  if (closed.test(code)) return new BackupRefusal(`The folder ${folder} cannot be written (${code}).`);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new BackupRefusal(
      `A database is damaged (${code}). Nothing was kept; stop Torg and copy the whole folder.`,
    );
  const reason = error instanceof Error ? error.message.replace(/\s*\n\s*/g, " ") : String(error);
  return new BackupRefusal(`It failed in ${folder}: ${reason}. Nothing was kept.`);
}

/** The system's or SQLite's word for what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
