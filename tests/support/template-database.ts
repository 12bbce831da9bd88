// A migrated database file, made once per run and copied by every test file.
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { migrate } from "~/platform/migrations.server";

const root = resolve(import.meta.dirname, "../..");

export const templateDatabase = join(root, ".cache/template/torg.db");

/** Makes the template anew from the migrations. */
export function makeTemplateDatabase(): void {
  rmSync(dirname(templateDatabase), { recursive: true, force: true });
  mkdirSync(dirname(templateDatabase), { recursive: true });
  migrate({ file: templateDatabase, folder: join(root, "prisma/migrations") });
}
