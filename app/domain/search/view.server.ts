// What a reader may find: judged for every entry of the index by the tables as they stand at the moment of the search.
import type { SqliteFile } from "~/platform/sqlite-file.server";
import { readsPublishedText, readsWorkingText } from "../access/document-texts";
import { can, type Member } from "../access/member";
import { isForThem } from "../access/remarks";
import type { DocumentKind } from "../documents/document";
import type { EntryKind, EntryPart } from "./index-file.server";
import { besideVisits } from "./beside-visits.server";
import type { FindKind } from "./search";

export interface DocumentPlace {
  id: string;
  networkId: string;
  partnershipId: string;
  cityId: string;
  kind: DocumentKind;
  visibility: string;
  publishedVisibility: string | null;
  trashedAt: Date | null;
  language: string;
  publishedLanguage: string | null;
  updatedAt: string;
  publishedAt: string | null;
}

/** One entry as this reader may find it. */
export interface Found {
  row: number;
  kind: FindKind;
  subject: string;
  /** In which of the reader's networks. */
  member: Member;
  text?: "working" | "published";
  document?: DocumentPlace;
  /** A reflection of the reader's own. */
  isOwn?: boolean;
  cityIds: readonly string[];
  language: string;
  at: string;
}

/** By row; nothing where the reader may not find it. */
export type View = ReadonlyArray<Found | undefined>;

/** What the index has, by subject. */
export type Entries = ReadonlyMap<string, readonly Entry[]>;

interface Entry {
  row: number;
  kind: EntryKind;
  subject: string;
  part: EntryPart;
}

interface CommentPlace {
  id: string;
  documentId: string;
  madeOn: string;
  readers: string;
  authorId: string;
  createdAt: string;
}

interface Role {
  networkId: string;
  personId: string;
  partnershipId: string | null;
}

export function entriesOf(index: SqliteFile): Entries {
  const ofSubject = new Map<string, Entry[]>();
  for (const entry of index.rows<Entry>("SELECT row, kind, subject, part FROM entry")) {
    const same = ofSubject.get(entry.subject);
    if (same) same.push(entry);
    else ofSubject.set(entry.subject, [entry]);
  }
  return ofSubject;
}

/** Everything that these memberships let their person find. `at` is the instant by which roles count, as the database writes it. */
export function viewOf(database: SqliteFile, entries: Entries, members: readonly Member[], at: string): View {
  const view: Array<Found | undefined> = [];
  const put = (
    subject: string,
    kind: EntryKind,
    found: (entry: Entry) => Omit<Found, "row" | "subject"> | null,
  ) => {
    for (const entry of entries.get(subject) ?? []) {
      const what = entry.kind === kind && view[entry.row] === undefined ? found(entry) : null;
      if (what) view[entry.row] = { row: entry.row, subject, ...what };
    }
  };
  for (const member of members) {
    if (!can(member, "see-network")) continue;
    const cities = citiesOf(database, member.network.id);
    const plain = { member, language: "", at: "", cityIds: [] as string[] };
    put(member.network.id, "network", () => ({ ...plain, kind: "network" }));
    for (const cityId of new Set(cities.values()))
      put(cityId, "city", () => ({ ...plain, kind: "city", cityIds: [cityId] }));
    for (const [personId, cityIds] of peopleOf(database, member.network.id, cities, at))
      put(personId, "person", () => ({ ...plain, kind: "person", cityIds }));
    const documents = documentsOf(database, member.network.id, cities);
    const texts = new Map<string, { working: boolean; published: boolean }>();
    const judge = judgeOf(member);
    for (const document of documents) {
      const reads = judge(document);
      if (!reads.working && !reads.published) continue;
      texts.set(document.id, reads);
      put(document.id, "document", ({ part }) => {
        const text = textOf(part, reads);
        if (!text) return null;
        const isWorking = text === "working";
        return {
          kind: document.kind,
          member,
          text,
          document,
          cityIds: [document.cityId],
          language: isWorking ? document.language : (document.publishedLanguage ?? document.language),
          at: (isWorking ? document.updatedAt : document.publishedAt) ?? document.updatedAt,
        };
      });
    }
    const byId = new Map(documents.map((document) => [document.id, document]));
    const remarks = database.rows<CommentPlace>(
      "SELECT id, documentId, madeOn, readers, authorId, createdAt FROM Comment WHERE networkId = ? AND deletedAt IS NULL",
      member.network.id,
    );
    for (const { id, documentId, madeOn, createdAt, ...remark } of remarks) {
      const reads = texts.get(documentId);
      const document = byId.get(documentId);
      if (!reads || !document || !(reads.working || (madeOn === "published" && reads.published))) continue;
      if (!isForThem(member, remark, document.partnershipId)) continue;
      const text = madeOn === "published" && reads.published ? "published" : "working";
      const cityIds = [document.cityId];
      put(id, "comment", () => ({
        kind: "comment",
        member,
        text,
        document,
        cityIds,
        language: "",
        at: createdAt,
      }));
    }
    const readsNote = (id: string) => (byId.get(id)?.kind === "visit-note" ? texts.get(id) : undefined);
    for (const { id, entry, documentId, ...said } of besideVisits(database, member, readsNote)) {
      const document = byId.get(documentId);
      if (document)
        put(id, entry, () => ({ ...said, member, document, cityIds: [document.cityId], language: "" }));
    }
  }
  return view;
}

/** Of an entry that stands for both texts the published one is shown, as on the document's own page. */
function textOf(part: EntryPart, reads: { working: boolean; published: boolean }): Found["text"] {
  if (part !== "working" && reads.published) return "published";
  return part !== "published" && reads.working ? "working" : undefined;
}

/** The one rule of access/document-texts.ts, asked once for all documents that it cannot tell apart. */
function judgeOf(member: Member): (document: DocumentPlace) => { working: boolean; published: boolean } {
  const known = new Map<string, { working: boolean; published: boolean }>();
  return (document) => {
    const { id, partnershipId, visibility, publishedVisibility, trashedAt } = document;
    const named = member.named.has(id) ? id : "";
    const key = `${partnershipId} ${visibility} ${publishedVisibility ?? ""} ${trashedAt ? "trashed" : ""} ${named}`;
    let reads = known.get(key);
    if (!reads) {
      reads = {
        working: readsWorkingText(member, document),
        published: readsPublishedText(member, document),
      };
      known.set(key, reads);
    }
    return reads;
  };
}

/** The cities of a network's partnerships, also of past ones, by partnership. */
function citiesOf(database: SqliteFile, networkId: string): Map<string, string> {
  const rows = database.rows<{ id: string; cityId: string }>(
    "SELECT p.id, i.cityId FROM Partnership p JOIN Institution i ON i.id = p.institutionId WHERE p.networkId = ?",
    networkId,
  );
  return new Map(rows.map(({ id, cityId }) => [id, cityId]));
}

/** Who holds a role in the network now, with the cities for which they do. */
function peopleOf(
  database: SqliteFile,
  networkId: string,
  cities: ReadonlyMap<string, string>,
  at: string,
): Map<string, string[]> {
  const roles = database.rows<Role>(
    `SELECT m.networkId, m.personId, m.partnershipId FROM Membership m JOIN Person p ON p.id = m.personId
     WHERE m.networkId = ? AND m.since <= ? AND (m.until IS NULL OR m.until > ?) AND p.deactivatedAt IS NULL`,
    networkId,
    at,
    at,
  );
  const people = new Map<string, string[]>();
  for (const { personId, partnershipId } of roles) {
    const cityId = partnershipId === null ? undefined : cities.get(partnershipId);
    people.set(personId, [...(people.get(personId) ?? []), ...(cityId === undefined ? [] : [cityId])]);
  }
  return people;
}

function documentsOf(
  database: SqliteFile,
  networkId: string,
  cities: ReadonlyMap<string, string>,
): DocumentPlace[] {
  type Row = Omit<DocumentPlace, "cityId" | "trashedAt"> & { trashedAt: string | null };
  const rows = database.rows<Row>(
    `SELECT id, networkId, partnershipId, kind, visibility, publishedVisibility, trashedAt, language, publishedLanguage,
       updatedAt, publishedAt FROM Document WHERE networkId = ?`,
    networkId,
  );
  return rows.map((row) => ({
    ...row,
    trashedAt: row.trashedAt === null ? null : new Date(row.trashedAt),
    cityId: cities.get(row.partnershipId) ?? "",
  }));
}
