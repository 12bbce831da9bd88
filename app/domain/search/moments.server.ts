// When what a search remembers is over: at once where somebody may read more or less, or the index is another one.
import type { SqliteFile } from "~/platform/sqlite-file.server";

/**
 * Milliseconds for which what is remembered may stay as it is while rows change by which nobody reads more or less: texts that are
 * typed in, or converted, many a second.
 */
const unordered = 1_000;
/** What tells of a change of who reads what, read from indexes alone, and so in a millisecond of ten thousand texts. */
const rightsNow = [
  `SELECT group_concat(rowid || visibility || coalesce(publishedVisibility, '')) FROM Document
     INDEXED BY Document_id_publishedVisibility_visibility_idx`,
  "SELECT partnershipId || group_concat(rowid) FROM Document INDEXED BY Document_partnershipId_idx GROUP BY partnershipId",
  "SELECT group_concat(rowid) FROM Document WHERE trashedAt IS NOT NULL",
  "SELECT group_concat(id || authorId || coalesce(sharedAt, '')) FROM Reflection",
  // Every order leaves a happening.
  "SELECT max(rowid) FROM Activity",
  "SELECT sum(position) FROM ChainHead",
];

/** The moments of a database and its index, as far as they differ in what can be found. */
export class Moments {
  private last = { index: -1, database: -1, rights: "", at: -Infinity };

  constructor(
    private readonly database: SqliteFile,
    private readonly index: SqliteFile,
  ) {}

  /** Whether another moment has begun since it was last asked, and whether the index is another one by it. */
  next(): "nothing" | "database" | "index" {
    const [index, database] = [versionOf(this.index), versionOf(this.database)];
    const { last } = this;
    if (index === last.index && database === last.database) return "nothing";
    const rights = rightsNow.map((sql) => this.database.values<string>(sql).join()).join(";");
    const at = performance.now();
    // Not taken for seen: until its time comes it is asked for again.
    if (index === last.index && rights === last.rights && at - last.at < unordered) return "nothing";
    this.last = { index, database, rights, at };
    return index === last.index ? "database" : "index";
  }
}

/** Another one after every change of the file by others. Reading first begins the moment of which it then speaks. */
function versionOf(file: SqliteFile): number {
  file.values("SELECT 1 FROM sqlite_master LIMIT 1");
  return file.values<number>("PRAGMA data_version")[0] ?? 0;
}
