// That remarks made before there were threads are threads on their whole document afterwards: none lost, none changed.
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "~/platform/migrations.server";

const all = resolve(import.meta.dirname, "../../prisma/migrations");

/** A row with what the table cannot be without, and whatever that refers to; answers its id. */
function need(database: Database.Database, table: string): string {
  const known = database.prepare(`SELECT id FROM ${table}`).pluck().get() as string | undefined;
  if (known) return known;
  const parents = database.pragma(`foreign_key_list(${table})`) as Array<{ from: string; table: string }>;
  const columns = database.pragma(`table_info(${table})`) as Array<{
    name: string;
    type: string;
    notnull: number;
    dflt_value: string | null;
  }>;
  const needed = columns.filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null);
  const values = needed.map(({ name, type }) => {
    const parent = parents.find(({ from }) => from === name);
    if (parent) return need(database, parent.table);
    return type === "TEXT" ? `${table} ${name}` : 0;
  });
  const names = needed.map(({ name }) => `"${name}"`);
  database
    .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => "?").join()})`)
    .run(values);
  return need(database, table);
}

test("every remark and answer made before is there afterwards as it was, a thread that is open, for all and of no kind", async () => {
  const path = mkdtempSync(join(tmpdir(), "torg-threads-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const file = join(path, "torg.db");
  const before = join(path, "before");
  const names = readdirSync(all).sort();
  for (const name of names.slice(
    0,
    names.findIndex((one) => one.endsWith("_threads")),
  ))
    cpSync(join(all, name), join(before, name), { recursive: true });
  await migrate({ file, folder: before });

  const asked = <Row>(work: (database: Database.Database) => Row) => {
    const database = new Database(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const columns = asked((database) => {
    const made = {
      networkId: need(database, "Network"),
      documentId: need(database, "Document"),
      authorId: need(database, "Person"),
    };
    const insert = database.prepare(
      `INSERT INTO Comment (id, networkId, documentId, parentId, madeOn, authorId, text, createdAt, editedAt, deletedAt)
       VALUES (?, @networkId, @documentId, ?, ?, @authorId, ?, ?, ?, ?)`,
    );
    for (let number = 0; number < 50; number += 1) {
      const at = `2025-03-01T10:00:00.${String(number).padStart(3, "0")}+00:00`;
      const on = number % 3 === 0 ? "working" : "published";
      insert.run(
        `first-${number}`,
        null,
        on,
        `Words ${number}`,
        at,
        number % 7 === 0 ? at : null,
        null,
        made,
      );
      insert.run(
        `answer-${number}`,
        `first-${number}`,
        on,
        "Answer",
        at,
        null,
        number % 5 === 0 ? at : null,
        made,
      );
    }
    return database.prepare("SELECT name FROM pragma_table_info('Comment')").pluck().all().join(", ");
  });
  const read = () =>
    asked((database) => database.prepare(`SELECT ${columns} FROM Comment ORDER BY id`).all());
  const were = read();
  expect(were).toHaveLength(100);

  await migrate({ file, folder: all });
  expect(read()).toEqual(were);
  const threads = asked((database) =>
    database
      .prepare(
        `SELECT count(*) AS count, kind, readers, resolvedAt, outcome, assigneeId, dueOn FROM Comment
         GROUP BY kind, readers, resolvedAt, outcome, assigneeId, dueOn`,
      )
      .all(),
  );
  expect(threads).toEqual([
    {
      count: 100,
      kind: null,
      readers: "all",
      resolvedAt: null,
      outcome: null,
      assigneeId: null,
      dueOn: null,
    },
  ]);
});
