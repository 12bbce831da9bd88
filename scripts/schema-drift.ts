// Tells in which way prisma/schema.prisma is ahead of prisma/migrations, without the engine that Prisma's CLI would download.
import { readFileSync, mkdtempSync, rmSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { migrate, readMigrations } from "../app/platform/migrations.server";
import { withSchemaEngine } from "./schema-engine";

const prismaFolder = fileURLToPath(new URL("../prisma", import.meta.url));

export interface DriftOptions {
  schemaFile?: string;
  migrationsFolder?: string;
  /** A migration to leave aside, as if it had not been written yet. */
  except?: string;
}

/**
 * The SQL that would bring a database with all migrations applied into agreement with the schema; empty when they agree.
 * Works on a scratch database of its own. Throws when a migration cannot be applied or the schema cannot be read.
 */
export async function schemaDrift({
  schemaFile = join(prismaFolder, "schema.prisma"),
  migrationsFolder = join(prismaFolder, "migrations"),
  except,
}: DriftOptions = {}): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), "torg-schema-"));
  try {
    const folder = join(scratch, "migrations");
    for (const { name } of readMigrations(migrationsFolder)) {
      if (name !== except) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
    }
    const file = join(scratch, "scratch.db");
    migrate({ file, folder });
    return await diff(file, schemaFile);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function diff(file: string, schemaFile: string): Promise<string> {
  const schema = { files: [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }] };
  const { stdout, exitCode } = await withSchemaEngine(file, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", ...schema, configDir: dirname(schemaFile) },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: true,
      filters: { externalTables: searchTables(file), externalEnums: [] },
    }),
  );
  return exitCode === 0 ? "" : `${(stdout ?? "").trim()}\n`;
}

/** Full-text tables and the tables SQLite keeps behind them: made by migrations written by hand, unknown to the schema. */
function searchTables(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database.pragma("table_list") as Array<{ name: string; type: string }>;
    return tables.filter(({ type }) => type === "virtual" || type === "shadow").map(({ name }) => name);
  } finally {
    database.close();
  }
}
