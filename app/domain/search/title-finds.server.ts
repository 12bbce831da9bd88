// Documents by words of their titles alone, for whoever links to them: the index says which, and only the titles that are shown are read.
import type { SqliteFile } from "~/platform/sqlite-file.server";
import type { Related } from "../documents/relations.server";
import { matchWords, type Clause } from "./question";
import { bestOf, isBetter, type Weighed } from "./ranking";
import { isOnText } from "./search";
import type { View } from "./view.server";

/**
 * So many at most of those that this reader may find and whose title has every clause, each under the title they read: titles that begin
 * with what was typed before others, then what was changed last.
 */
export function titlesWith(
  { database, index }: { database: SqliteFile; index: SqliteFile },
  view: View,
  clauses: readonly Clause[],
  most: number,
): Related[] {
  const [first] = clauses;
  if (!first) return [];
  const every = clauses.map((clause) => `(${matchWords(clause, true)})`);
  const rows = (words: readonly string[]) =>
    index.values<number>("SELECT rowid FROM heads WHERE heads MATCH ?", words.join(" AND "));
  const beginning = new Set(rows([`(${matchWords(first, true, true)})`, ...every.slice(1)]));
  const best = new Map<string, Weighed>();
  for (const row of rows(every)) {
    const found = view[row];
    if (!found?.document || isOnText(found.kind)) continue;
    const weighed = { found, weight: beginning.has(row) ? 1 : 0 };
    const other = best.get(found.subject);
    // Whoever reads the working text links to it under its title.
    const isWanted = other && other.found.text !== found.text ? found.text === "working" : true;
    if (!other || (isWanted && (other.found.text !== found.text || isBetter(weighed, other))))
      best.set(found.subject, weighed);
  }
  return bestOf([...best.values()], most).flatMap(({ found }) =>
    database.rows<Related>(
      found.text === "published"
        ? "SELECT id, publishedTitle AS title, COALESCE(publishedLanguage, language) AS language FROM Document WHERE id = ?"
        : "SELECT id, title, language FROM Document WHERE id = ?",
      found.subject,
    ),
  );
}
