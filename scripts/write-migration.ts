// `npm run migration NAME`: writes the next migration from what prisma/schema.prisma has and the migrations lack.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readMigrations } from "../app/platform/migrations.server";
import { schemaDrift } from "./schema-drift";

const root = fileURLToPath(new URL("..", import.meta.url));

export interface WriteOptions {
  /** What the migration does, in words for a file name: `comments-anchored`. */
  name: string;
  /** Writes the last migration, which has this name, anew; for one that has not left this machine yet. */
  isReplacing: boolean;
  schemaFile?: string;
  migrationsFolder?: string;
  now?: Date;
}

/**
 * Writes `TIME_NAME/migration.sql` and answers its path, or undefined when schema and migrations agree.
 * Refuses a name that is no file name, a name taken without `isReplacing`, and replacing any but the last migration.
 */
export async function writeMigration(options: WriteOptions): Promise<string | undefined> {
  const {
    name,
    isReplacing,
    schemaFile,
    migrationsFolder = join(root, "prisma/migrations"),
    now = new Date(),
  } = options;
  if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name)) {
    throw new Error(`A migration's name is small letters, digits and hyphens, not "${name}".`);
  }
  const migrations = readMigrations(migrationsFolder);
  const last = migrations.at(-1);
  const namesake = migrations.find((migration) => nameWithoutTime(migration.name) === name);
  if (namesake && !isReplacing) {
    throw new Error(
      `${namesake.name} is there already. Say --replace to write it anew, if it has not left this machine yet.`,
    );
  }
  if (namesake && namesake !== last)
    throw new Error(`${namesake.name} is not the last migration, so it cannot be replaced.`);

  const sql = await schemaDrift({ schemaFile, migrationsFolder, except: namesake?.name });
  if (!sql) return undefined;
  const folder = join(migrationsFolder, namesake?.name ?? `${timeAfter(last?.name, now)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  const lock = join(migrationsFolder, "migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "sqlite"\n');
  return join(folder, "migration.sql");
}

function nameWithoutTime(name: string): string {
  return name.replace(/^\d{14}_/, "");
}

/** Now as fourteen digits in UTC, but never before what is there: migrations run in the order of their names. */
function timeAfter(last: string | undefined, now: Date): string {
  const time = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const lastTime = last?.slice(0, 14) ?? "";
  return time > lastTime ? time : String(BigInt(lastTime) + 1n);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: "boolean", default: false } },
    });
    const [name] = positionals;
    if (!name) throw new Error("Say what the migration does: npm run migration NAME [-- --replace]");
    const path = await writeMigration({ name, isReplacing: values.replace });
    console.log(
      path
        ? `Wrote ${relative(root, path)}. Read it before you commit it.`
        : "Schema and migrations agree; nothing to write.",
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
