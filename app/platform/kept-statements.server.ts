// Prisma's adapter has SQLite compile every statement each time it is asked; here a connection keeps what it has compiled.
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { ColumnDefinition, Database, Statement } from "better-sqlite3";
import { LRUCache } from "lru-cache";

/** Statements of a connection: the product asks some hundred different ones; lists of ids of many lengths make more. */
const mostKept = 500;

interface KeptStatement {
  statement: Statement<unknown[]>;
  columns: ColumnDefinition[];
}

/**
 * Lets the connection under this adapter keep its compiled statements. The adapter only ever says
 * `client.prepare(sql).bind(args)` and then `reader`, `columns()`, `raw().all()` or `run()`: that is what it gets.
 */
export function keepStatements(connection: SqlDriverAdapter): void {
  const client = (connection as unknown as { client: Database }).client;
  const kept = new LRUCache<string, KeptStatement>({ max: mostKept });
  const prepare = client.prepare.bind(client);
  const keep = (sql: string): KeptStatement => {
    const statement = prepare<unknown[]>(sql);
    const entry = { statement, columns: statement.reader ? statement.columns() : [] };
    if (statement.reader) statement.raw(true);
    kept.set(sql, entry);
    return entry;
  };
  const prepareOnce = (sql: string) => {
    const { statement, columns } = kept.get(sql) ?? keep(sql);
    return {
      bind: (args: unknown[]) => ({
        reader: statement.reader,
        columns: () => columns,
        raw: () => ({ all: () => statement.all(args) }),
        run: () => statement.run(args),
      }),
      run: (...args: unknown[]) => statement.run(...args),
    };
  };
  Object.assign(client, { prepare: prepareOnce });
}
