// A network that has written much: 10,000 documents of 20 KB in five languages, put straight into the file of a demo house.
import { join } from "node:path";
import Database from "better-sqlite3";
import { documentKinds, type DocumentKind } from "~/domain/documents/document";
import { dayOf, noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { newId } from "~/platform/id";
import { fold } from "~/text/fold";
import { textOf, titleOf, topicsOf, writtenLanguages } from "./made-up-texts";

export interface ManyDocuments {
  slug: string;
  networkId: string;
  partnershipIds: string[];
  personIds: string[];
  /** In the order in which they were written. */
  documentIds: string[];
}

const [partners, people, documents, commentsOfEach] = [15, 60, 10_000, 2];
const slug = "much-written";

/** Demo accounts that hold a role in it: they read it by their passwords. */
const readers = [
  ["barnsley", "lead-partner", 0],
  ["alytus", "project-officer", 1],
  ["lead-expert", "lead-expert", null],
  ["observer", "observer", null],
] as const;

/** Who reads the working texts, in hundredths; half of all that are not private are published as well, a fifth of those to everybody. */
const visibilities: Array<[number, string]> = [
  [2, "private"],
  [48, "draft"],
  [20, "local-group"],
  [30, "network"],
];

/**
 * Inserts all in one transaction; always the same but for the ids. `count` documents instead of 10,000 for a quick look. What is
 * derived from texts elsewhere than in their own row (the index of search) is not made here. No Markdown waits to be converted: else
 * the first start with it converts for minutes, and whatever is measured meanwhile is measured beside that.
 */
export function writeMuch(dataFolder: string, count = documents): ManyDocuments {
  const file = new Database(join(dataFolder, "torg.db"), { timeout: 30_000 });
  try {
    return file.transaction(() => insert(file, count))();
  } finally {
    file.close();
  }
}

function insert(file: Database.Database, count: number): ManyDocuments {
  const row = inserting(file);
  const networkId = newId();
  const began = Date.UTC(2025, 0, 1);
  row("Network", {
    id: networkId,
    slug,
    name: "Much written",
    type: "transfer",
    programme: "URBACT III",
    theme: "Writing",
  });
  const partnershipIds = Array.from({ length: partners }, (_, index) => {
    const [cityId, institutionId, id] = [newId(), newId(), newId()];
    row("City", { id: cityId, country: "LT" });
    row("CityName", { cityId, language: "en", name: `City ${index + 1}`, isOwn: 1 });
    row("Institution", { id: institutionId, cityId, name: `Municipality ${index + 1}` });
    const role = index === 0 ? "lead-partner" : "project-partner";
    row("Partnership", { id, networkId, institutionId, role, since: "2025-01-01" });
    return id;
  });
  const enrol = (personId: string, role: string, partnershipId: string | null) =>
    row("Membership", { id: newId(), networkId, personId, role, partnershipId, since: instant(began) });
  const personIds = Array.from({ length: people }, (_, index) => {
    const [id, at] = [newId(), instant(began)];
    const email = `writer-${index}-${id}@bench.torg`;
    row("Person", { id, name: `Writer ${index + 1}`, email, createdAt: at, updatedAt: at });
    enrol(id, "project-officer", nth(partnershipIds, index));
    return id;
  });
  const find = file.prepare<[string], string>("SELECT id FROM Person WHERE email = ?").pluck();
  for (const [account, role, place] of readers) {
    const id = find.get(`${account}@demo.torg`);
    if (id === undefined) throw new Error(`there is no demo account ${account}`);
    enrol(id, role, place === null ? null : nth(partnershipIds, place));
  }
  const documentIds = Array.from({ length: count }, (_, index) => {
    const id = newId();
    const personId = nth(personIds, index);
    const partnershipId = nth(partnershipIds, index);
    const language = nth(writtenLanguages, index * 3 + Math.floor(index / 7));
    const kind = nth(documentKinds, index * 5 + Math.floor(index / 11));
    const [title, text, topics] = [titleOf(language, index), textOf(language, index), topicsOf(index)];
    const facts = factsOf(kind, index, topics);
    const day = dayOf(facts);
    const visibility = visibilityAt((index * 37) % 100);
    const at = began + ((index * 7_919) % count) * 3_000_000;
    const converted = { documentId: id, text, revision: 1, keptAt: instant(at), outcome: "unchanged" };
    const isPublished = visibility !== "private" && index % 2 === 0;
    row("Document", {
      ...{ id, networkId, partnershipId, kind, language, title, text, visibility, day },
      ...{ facts: JSON.stringify(facts), revision: 1 + (index % 3), responsibleId: personId },
      ...{ createdById: personId, createdAt: instant(at), updatedAt: instant(at + 86_400_000) },
      ...(index % 97 === 0 && { archivedAt: instant(at) }),
      ...(isPublished && {
        ...{ publishedVisibility: index % 5 === 0 ? "public" : "network", publishedTitle: title },
        ...{ publishedText: text, publishedLanguage: language, publishedRevision: 1, publications: 1 },
        ...{ publishedFacts: JSON.stringify(facts), publishedDay: day, publishedAt: instant(at) },
        publishedById: personId,
      }),
    });
    for (const of of isPublished ? ["working", "published"] : ["working"]) {
      row("FormerMarkdown", { ...converted, of });
      for (const label of topics)
        row("DocumentTopic", { documentId: id, networkId, of, topic: fold(label), label });
    }
    for (let said = 0; said < commentsOfEach; said += 1)
      row("Comment", {
        ...{ id: newId(), networkId, documentId: id, authorId: nth(personIds, index + said) },
        ...{ madeOn: isPublished ? "published" : "working", createdAt: instant(at + said * 60_000) },
        text: titleOf(language, index + said + 1),
      });
    return id;
  });
  return { slug, networkId, partnershipIds, personIds, documentIds };
}

function factsOf(kind: DocumentKind, index: number, topics: string[]): DocumentFacts {
  const day = new Date(Date.UTC(2019, 0, 1 + ((index * 13) % 2_500))).toISOString().slice(0, 10);
  const facts = { ...noFacts(kind), topics };
  switch (facts.kind) {
    case "visit-note":
      return { ...facts, startsOn: day, endsOn: day };
    case "minutes":
    case "diary-entry":
      return { ...facts, day };
    case "good-practice":
    case "action-plan":
      return { ...facts, from: day };
    case "note":
      return facts;
  }
}

function visibilityAt(part: number): string {
  let below = 0;
  for (const [share, visibility] of visibilities) if (part < (below += share)) return visibility;
  return "draft";
}

/** Writes rows, each statement prepared once. */
function inserting(file: Database.Database) {
  const prepared = new Map<string, Database.Statement>();
  return (table: string, values: Record<string, string | number | null>) => {
    const names = Object.keys(values);
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => "?").join()})`;
    const statement = prepared.get(sql) ?? file.prepare(sql);
    prepared.set(sql, statement);
    statement.run(Object.values(values));
  };
}

function instant(at: number): string {
  return new Date(at).toISOString().replace("Z", "+00:00");
}

function nth<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}
