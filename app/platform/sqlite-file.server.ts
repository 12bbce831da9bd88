// A SQLite file of its own beside Prisma's, for what is best said in SQL: opened by workers, which may wait for the disk.
import Database from "better-sqlite3";

export interface SqliteFile {
  /** The rows as objects. */
  rows<Row>(sql: string, ...values: SqlValue[]): Row[];
  /** The first column of each row. */
  values<Value>(sql: string, ...values: SqlValue[]): Value[];
  /** Runs a statement; answers the id of the row it has inserted, and how many it has changed. */
  run(sql: string, ...values: SqlValue[]): { row: number; changes: number };
  script(sql: string): void;
  /** All that the work writes, or nothing; all that it reads is of one moment. */
  together<Value>(work: () => Value): Value;
  close(): void;
}

export type SqlValue = string | number | null;

/** Opens the file; compiled statements are kept. A file that is only read has to be there. */
export function openSqliteFile(file: string, { isReadOnly }: { isReadOnly: boolean }): SqliteFile {
  const database = new Database(file, { readonly: isReadOnly, timeout: 10_000 });
  if (isReadOnly) database.pragma("query_only=ON");
  else database.pragma("journal_mode=WAL");
  database.pragma("synchronous=NORMAL");
  database.pragma("cache_size=-32000");
  const kept = new Map<string, Database.Statement<SqlValue[]>>();
  const prepared = (sql: string, isPlucked = false) => {
    const key = isPlucked ? `pluck ${sql}` : sql;
    let statement = kept.get(key);
    if (!statement) {
      statement = database.prepare<SqlValue[]>(sql);
      if (isPlucked) statement.pluck(true);
      kept.set(key, statement);
    }
    return statement;
  };
  return {
    rows: <Row>(sql: string, ...values: SqlValue[]) => prepared(sql).all(...values) as Row[],
    values: <Value>(sql: string, ...values: SqlValue[]) => prepared(sql, true).all(...values) as Value[],
    run: (sql, ...values) => {
      const { lastInsertRowid, changes } = prepared(sql).run(...values);
      return { row: Number(lastInsertRowid), changes };
    },
    script: (sql) => void database.exec(sql),
    together: (work) => database.transaction(work)(),
    close: () => void database.close(),
  };
}
