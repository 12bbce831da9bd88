// A data folder of its own for each test file, on a real database file copied from a migrated template.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openAccounts } from "~/domain/accounts/open-accounts.server";
import { openDatabase, type Database } from "~/platform/db.server";
import { createMailer } from "~/platform/mail.server";
import { forget, once } from "~/platform/once";
import { readSettings } from "~/platform/settings.server";
import { templateDatabase } from "./template-database";

export interface World {
  folder: string;
  database: Database;
  outbox: string;
}

const origin = "http://127.0.0.1:3000";

let opened: Promise<World> | undefined;

/** The world of this test file: opened once, taken down after its last test. */
export function world(): Promise<World> {
  return (opened ??= open());
}

async function open(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "torg-test-"));
  const file = join(folder, "torg.db");
  copyFileSync(templateDatabase, file);
  const database = await openDatabase({ file });
  const outbox = join(folder, "outbox");
  keep("settings", readSettings({ TORG_DATA: folder, LOG_LEVEL: "error" }));
  keep("database", database);
  keep("mailer", createMailer({ smtpUrl: undefined, outbox, from: "Torg <torg@localhost>" }));
  openAccounts({ origin, secret: "a secret of this test alone, long enough" });
  return { folder, database, outbox };
}

function keep<Value>(name: string, value: Value): void {
  forget(name);
  once(name, () => value);
}

afterAll(async () => {
  if (!opened) return;
  const { database, folder } = await opened;
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
