// Puts a house's database back to how it was, so that one caller's deed is not found by the next.
import { join } from "node:path";
import type { HouseRows } from "./house-rows";

/** Keeps what all tables hold now; the function it answers brings that back. The server reads it with its next question. */
export function keepAll(rows: HouseRows, folder: string): () => void {
  const kept = join(folder, "kept.db");
  rows.prepare("VACUUM INTO ?").run(kept);
  rows.prepare("ATTACH ? AS kept").run(kept);
  rows.pragma("foreign_keys = OFF");
  const tables = rows
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
  return rows.transaction(() => {
    for (const table of tables) {
      rows.prepare(`DELETE FROM main."${table}"`).run();
      rows.prepare(`INSERT INTO main."${table}" SELECT * FROM kept."${table}"`).run();
    }
  }).immediate;
}
