// What this program calls itself, and which shapes of rows it knows: to tell a backup of a newer one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMigrations } from "../migrations.server";
import { root } from "../root.server";
import type { Torg } from "./manifest";

/** Read from where the program lies. */
export function thisTorg(): Torg {
  const { version } = JSON.parse(readFileSync(join(root(), "package.json"), "utf8")) as { version: string };
  const migrations = readMigrations(join(root(), "prisma/migrations")).map(({ name }) => name);
  return { version, migrations };
}
