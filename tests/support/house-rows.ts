// A look into a running house's database from outside, as an administrator with a database tool has it.
import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";

export type HouseRows = Database.Database;

/** Opens the database file of a house's data folder beside its server. Close it after use. */
export function openRows(folder: string): HouseRows {
  return new Database(join(folder, "torg.db"), { timeout: 5_000 });
}

/** One value of the first row; fails the test where there is no row. */
export function valueOf<Value extends string | number = string>(
  rows: HouseRows,
  sql: string,
  ...given: unknown[]
): Value {
  const value = rows
    .prepare(sql)
    .pluck()
    .get(...given);
  if (value === undefined) throw new Error(`No row: ${sql} ${JSON.stringify(given)}`);
  return value as Value;
}

/**
 * Notes that everybody was told of the tasks given to them: the house does so at each quarter of an hour, and where one ends between two
 * prints they would differ by that.
 */
export function noteTasksTold(rows: HouseRows): void {
  rows.exec(
    "INSERT OR IGNORE INTO TaskReminder (personId, taskId, day, nearness) SELECT assigneeId, id, day, 'given' FROM Task WHERE isDone = 0",
  );
}

/** What reading leaves by itself, up to where somebody has read a text, and what is made of happenings a moment after them. */
const besideForms = ["ReadText", "Notice", "NoticeMark"];

/** A print of every row of every table but those, to be held against a later one: table by table, so that a difference says where. */
export function printOfAll(rows: HouseRows): Record<string, string> {
  const tables = rows
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .filter((table) => !besideForms.includes(table));
  const prints = tables.map((table): [string, string] => {
    const lines = rows
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => JSON.stringify(row));
    return [table, createHash("sha256").update(lines.sort().join("\n")).digest("hex").slice(0, 16)];
  });
  return Object.fromEntries(prints);
}

/** Ends all roles a person holds in a network, as of a minute ago. */
export function endMembership(rows: HouseRows, email: string, network: string): void {
  const { changes } = rows
    .prepare(
      `UPDATE Membership SET until = ? WHERE personId = (SELECT id FROM Person WHERE email = ?)
         AND networkId = (SELECT id FROM Network WHERE slug = ?)`,
    )
    .run(new Date(Date.now() - 60_000).toISOString(), email, network);
  if (changes === 0) throw new Error(`${email} holds no role in ${network}.`);
}
