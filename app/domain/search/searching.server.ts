// One search, from the question to the page of finds, beside the event loop. What is found, counted, shown and suggested is taken
// from what the reader may see, and weighed by each text alone: a text they may not see changes nothing of it.
import type { SqliteFile } from "~/platform/sqlite-file.server";
import type { Member } from "../access/member";
import { contentLanguages } from "../documents/document";
import type { Related } from "../documents/relations.server";
import { namesakesOf, wordsIn, type Namesake } from "./city-forms";
import { describe } from "./find-views.server";
import { Moments } from "./moments.server";
import { bestOf, counted, groupsOf, isBetter, type Weighed } from "./ranking";
import { clausesOf, matchWords, type Clause } from "./question";
import { findKinds, isOnText, nothingFound, type SearchAnswer, type SearchOrder } from "./search";
import { Vocabulary } from "./spelling";
import { titlesWith } from "./title-finds.server";
import { entriesOf, viewOf, type Entries, type View } from "./view.server";

interface Asked {
  databaseFile: string;
  indexFile: string;
  members: Member[];
  at: Date;
}

export interface SearchJob extends Asked {
  order: SearchOrder;
  language: string;
}

/** Asks for titles alone. */
export interface TitlesJob extends Asked {
  titlesWith: string;
  most: number;
}

/** What weighs how much: a name, a word that is strong in a text, its city, any word of it. */
const weights = { wholeName: 12, name: 8, strong: 3, city: 2, body: 1 };
/** People, cities and networks that are called so come before texts that are. */
const ofPlaces = 4;
/** Milliseconds for finding another spelling. */
const patience = 300;
/** Views of as many readers are kept until something changes. */
const mostViews = 12;

/** The database and its index as a worker has them open, with what it remembers until they change. */
export class Searching {
  private readonly views = new Map<string, View>();
  private readonly firstRows = new WeakMap<View, Uint32Array>();
  private readonly groups = new WeakMap<View, Uint32Array>();
  private readonly rowsOfCities = new WeakMap<View, Map<string, number[]>>();
  private namesakes: Namesake[] = [];
  /** Who keeps a reflection: what they may find is theirs alone. */
  private keepers = new Set<string>();
  private entries: Entries | undefined;
  private readonly vocabulary = new Vocabulary();
  private readonly moments: Moments;

  constructor(
    readonly database: SqliteFile,
    readonly index: SqliteFile,
  ) {
    this.moments = new Moments(database, index);
  }

  /** Answers from one moment of the database and one of the index. */
  answer(job: SearchJob): SearchAnswer {
    return this.database.together(() => this.index.together(() => this.search(job)));
  }

  /** The documents of these titles, as `titlesWith` finds them. */
  titles({ titlesWith: typed, most, members, at }: TitlesJob): Related[] {
    return this.database.together(() =>
      this.index.together(() => {
        this.lookAgain();
        return titlesWith(this, this.viewFor(members, at), clausesOf(typed, this.namesakes), most);
      }),
    );
  }

  private search(job: SearchJob): SearchAnswer {
    const { order, members } = job;
    const isIncomplete =
      this.index.values<number>("SELECT 1 FROM pending WHERE isUrgent = 0 LIMIT 1").length > 0;
    const empty = { ...nothingFound(order.question), isIncomplete };
    this.lookAgain();
    const clauses = clausesOf(order.question, this.namesakes);
    if (clauses.length === 0 || members.length === 0) return empty;
    const view = this.viewFor(members, job.at);
    let instead: string | null = null;
    let used = clauses;
    let found = this.evaluate(clauses, view);
    if (found.length === 0) {
      const better = this.respelt(clauses, view);
      if (!better) return empty;
      [used, instead] = [better.clauses, better.question];
      found = this.evaluate(used, view);
      if (found.length === 0) return empty;
    }
    return { ...this.page(found, used, view, job), instead, isIncomplete };
  }

  /** Forgets what it remembers once there is another moment. */
  private lookAgain(): void {
    const changed = this.moments.next();
    if (changed === "nothing") return;
    if (changed === "index") this.entries = undefined;
    this.views.clear();
    this.keepers = new Set(this.database.values<string>("SELECT DISTINCT authorId FROM Reflection"));
    const names = new Map<string, string[]>();
    for (const { cityId, name } of this.database.rows<{ cityId: string; name: string }>(
      "SELECT cityId, name FROM CityName",
    ))
      names.set(cityId, [...(names.get(cityId) ?? []), name]);
    this.namesakes = namesakesOf(names);
  }

  private viewFor(members: readonly Member[], at: Date): View {
    // Roles of others begin and end without anything being written: what is remembered holds for a minute.
    const minute = Math.floor(at.getTime() / 60_000);
    const rights = members.map(({ personId, network, roles, named }) => {
      const keeper = this.keepers.has(personId) ? personId : "";
      return [network.id, network.state, roles, [...named], keeper];
    });
    const key = JSON.stringify([minute, rights]);
    let view = this.views.get(key);
    if (!view) {
      this.entries ??= entriesOf(this.index);
      view = viewOf(this.database, this.entries, members, asKept(at));
      if (this.views.size >= mostViews) this.views.clear();
      this.views.set(key, view);
    }
    return view;
  }

  /** The rows of each city. */
  private rowsOf(view: View): Map<string, number[]> {
    const known = this.rowsOfCities.get(view);
    if (known) return known;
    const rows = new Map<string, number[]>();
    for (const found of view)
      if (found && !isOnText(found.kind))
        for (const id of found.cityIds) {
          const same = rows.get(id);
          if (same) same.push(found.row);
          else rows.set(id, [found.row]);
        }
    this.rowsOfCities.set(view, rows);
    return rows;
  }

  /** The best entry of everything that has all the clauses, with its weight. */
  private evaluate(clauses: readonly Clause[], view: View): Weighed[] {
    let all: Scales | undefined;
    for (const clause of clauses) {
      const these = this.weigh(clause, view);
      if (all) for (const row of all.rows) all.weights[row] = sumOf(all.weights[row], these.weights[row]);
      all = all ? { weights: all.weights, rows: all.rows.filter((row) => these.weights[row]) } : these;
      if (all.rows.length === 0) return [];
    }
    const firstRows = this.firstRowsOf(view);
    /** Where the best of a subject stands among them, one more; under the subject's first row. */
    const places = new Uint32Array(view.length);
    const best: Weighed[] = [];
    for (const row of all?.rows ?? []) {
      const found = view[row];
      if (!found) continue;
      const weighed = { found, weight: (all?.weights[row] ?? 0) + (found.document ? 0 : ofPlaces) };
      const first = firstRows[row] ?? row;
      const place = places[first] ?? 0;
      const other = best[place - 1];
      if (!other) places[first] = best.push(weighed);
      else if (isBetter(weighed, other)) best[place - 1] = weighed;
    }
    return best;
  }

  /** For each row the first one of its subject: a text with a working and a published form has two. */
  private firstRowsOf(view: View): Uint32Array {
    const known = this.firstRows.get(view);
    if (known) return known;
    const rows = new Uint32Array(view.length);
    const ofSubject = new Map<string, number>();
    for (const found of view) {
      if (!found) continue;
      const first = ofSubject.get(found.subject) ?? found.row;
      ofSubject.set(found.subject, first);
      rows[found.row] = first;
    }
    this.firstRows.set(view, rows);
    return rows;
  }

  /** The rows that the reader may see and that have this clause, with what it weighs there. */
  private weigh(clause: Clause, view: View): Scales {
    const weighed: Scales = { weights: new Uint8Array(view.length), rows: [] };
    const take = (rows: readonly number[], weight: number) => {
      for (const row of rows) {
        if (!view[row]) continue;
        const before = weighed.weights[row] ?? 0;
        if (before === 0) weighed.rows.push(row);
        if (before < weight) weighed.weights[row] = weight;
      }
    };
    const { isPhrase, words, cityIds } = clause;
    const inText = matchWords(clause);
    const rowsIn = (table: "bodies" | "heads", words: string) =>
      this.index.values<number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`, words);
    const inBodies = rowsIn("bodies", inText);
    take(inBodies, weights.body);
    // What is said about a text is not the city's because the text is.
    for (const id of cityIds) take(this.rowsOf(view).get(id) ?? [], weights.city);
    if (!isPhrase && inBodies.length > 0) take(rowsIn("bodies", `{strong} : (${inText})`), weights.strong);
    const inHeads = rowsIn("heads", matchWords(clause, true));
    take(inHeads, weights.name);
    if (inHeads.length > 0) take(rowsIn("heads", `"${words.join(" ")}"`), weights.wholeName);
    return weighed;
  }

  /** The question with every word that nothing has in another spelling that something has which the reader may see. */
  private respelt(clauses: readonly Clause[], view: View): { clauses: Clause[]; question: string } | null {
    const until = Date.now() + patience;
    const parts: string[] = [];
    let isOther = false;
    for (const clause of clauses) {
      const said = clause.words.join(" ");
      if (this.weigh(clause, view).rows.length > 0) parts.push(clause.isPhrase ? `"${said}"` : said);
      else {
        const words = clause.words.map((word) => this.nearest(word, view, until));
        if (words.some((word) => word === null)) return null;
        isOther = true;
        parts.push(clause.isPhrase ? `"${words.join(" ")}"` : words.join(" "));
      }
    }
    if (!isOther) return null;
    const question = parts.join(" ");
    return { question, clauses: clausesOf(question, this.namesakes) };
  }

  /** Among the words the fewest slips away: one that begins alike before others, then the one that is found most. */
  private nearest(word: string, view: View, until: number): string | null {
    for (const { row, word: next } of this.index.rows<{ row: number; word: string }>(
      "SELECT row, word FROM word WHERE row > ?",
      this.vocabulary.lastRow,
    ))
      this.vocabulary.add(next, row);
    const countOf = (other: string) => {
      if (Date.now() > until) return 0;
      const exactly = `"${other}"`;
      const rows = [
        ...this.index.values<number>("SELECT rowid FROM heads WHERE heads MATCH ?", exactly),
        ...this.index.values<number>("SELECT rowid FROM bodies WHERE bodies MATCH ?", exactly),
      ];
      return rows.filter((row) => view[row] !== undefined).length;
    };
    if (countOf(word) > 0) return word;
    for (const others of this.vocabulary.near(word)) {
      const seen = others
        .map((other) => ({ other, begins: other[0] === word[0] ? 1 : 0, count: countOf(other) }))
        .filter(({ count }) => count > 0)
        .sort(
          (one, two) => two.begins - one.begins || two.count - one.count || (one.other < two.other ? -1 : 1),
        );
      if (seen[0]) return seen[0].other;
    }
    return null;
  }

  private page(found: readonly Weighed[], clauses: readonly Clause[], view: View, job: SearchJob) {
    const { order } = job;
    let groups = this.groups.get(view);
    if (!groups) this.groups.set(view, (groups = groupsOf(view)));
    const { kinds, languages, cities, shown } = counted(found, groups, order);
    const from = (order.page - 1) * order.size;
    const { finds, cityNames } = describe(
      this.database,
      bestOf(shown, from + order.size)
        .slice(from)
        .map(({ found: each }) => each),
      clauses,
      { members: job.members, language: job.language, cityIds: [...cities.keys()] },
    );
    return {
      question: order.question,
      finds,
      count: shown.length,
      kinds: findKinds.flatMap((kind) => countIn(kinds, kind).map((count) => ({ kind, count }))),
      languages: contentLanguages.flatMap((language) =>
        countIn(languages, language).map((count) => ({ language, count })),
      ),
      cities: [...cities]
        .map(([id, count]) => ({ id, count, name: cityNames.get(id) ?? "" }))
        .filter(({ name }) => name !== "")
        .sort((one, other) => one.name.localeCompare(other.name, job.language)),
    };
  }
}

/** What a clause weighs in each row, and in which rows it weighs anything. Eight clauses of the heaviest kind fit into a byte. */
interface Scales {
  weights: Uint8Array;
  rows: number[];
}

function countIn(counts: ReadonlyMap<string, number>, key: string): number[] {
  const count = counts.get(key);
  return count === undefined ? [] : [count];
}

function sumOf(one = 0, other = 0): number {
  return one + other;
}

/** An instant as the database writes it. */
function asKept(at: Date): string {
  return at.toISOString().replace("Z", "+00:00");
}

/** Whether there is anything to look for in what was typed. */
export function isQuestion(question: string): boolean {
  return wordsIn(question).length > 0;
}
