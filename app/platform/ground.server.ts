// The ground everything stands on, opened in order: settings, data folder, migrations, database, mail.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openDataFolder, type DataFolder } from "./data-folder.server";
import { openDatabase, database, type Database } from "./db.server";
import { createMailer, mailer } from "./mail.server";
import { migrate } from "./migrations.server";
import { forget, once } from "./once";
import { settings, type Settings } from "./settings.server";
import { checkpointing } from "./checkpoint.server";

export interface Ground {
  settings: Settings;
  folder: DataFolder;
  /** Closes what was opened, after everything promised is on the disk. */
  close(): Promise<void>;
}

/** Opens the ground of this process. Throws an error with a `kind` and a message of one clear line; nothing is damaged then. */
export async function openGround(root: string): Promise<Ground> {
  const chosen = settings();
  const folder = openDataFolder(chosen.dataFolder);
  migrate({ file: folder.databaseFile, folder: join(root, "prisma/migrations") });
  const checkpoint = checkpointing(folder.databaseFile);
  const opened = await openDatabase({ file: folder.databaseFile, onLogGrowth: checkpoint.onLogGrowth });
  keep<Database>("database", opened);
  const host = chosen.origin ? new URL(chosen.origin).hostname : "localhost";
  keep(
    "mailer",
    createMailer({ smtpUrl: chosen.smtpUrl, outbox: folder.outbox, from: `Torg <torg@${host}>` }),
  );
  return {
    settings: chosen,
    folder,
    close: async () => {
      mailer().close();
      await database().close();
      await checkpoint.close();
      forget("mailer");
      forget("database");
    },
  };
}

/** Whether nothing was ever kept in this data folder. Asked before the ground is opened. */
export function isFreshFolder(path: string): boolean {
  return !existsSync(path) || !readdirSync(path).includes("torg.db");
}

function keep<Value>(name: string, value: Value): void {
  forget(name);
  once(name, () => value);
}
