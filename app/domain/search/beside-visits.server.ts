// What is said beside visit notes as a reader may find it: the same replies, additions and reflections as the note's page shows them.
import type { SqliteFile } from "~/platform/sqlite-file.server";
import type { DocumentText } from "../access/document-texts";
import type { Member } from "../access/member";
import { readsReflection, saidBeside } from "../visits/visit";
import type { EntryKind } from "./index-file.server";
import type { FindOnText } from "./search";

export interface BesideVisit {
  id: string;
  entry: EntryKind;
  kind: FindOnText;
  documentId: string;
  /** The text beside which the reader finds it. */
  text: DocumentText;
  isOwn?: boolean;
  at: string;
}

/** Which texts of a visit note the reader reads; nothing for whatever else the document is. */
type ReadsNote = (documentId: string) => { working: boolean; published: boolean } | undefined;

/** Everything said beside the visit notes of the member's network that they may read, each once. */
export function besideVisits(database: SqliteFile, member: Member, readsNote: ReadsNote): BesideVisit[] {
  return [...statementsOf(database, member, readsNote), ...reflectionsOf(database, member, readsNote)];
}

interface Statement {
  id: string;
  documentId: string;
  kind: "reply" | "addition";
  at: string;
}

function statementsOf(database: SqliteFile, { network }: Member, readsNote: ReadsNote): BesideVisit[] {
  const ofNote = new Map<string, Statement[]>();
  for (const statement of database.rows<Statement>(
    "SELECT id, documentId, kind, at FROM VisitStatement WHERE networkId = ? ORDER BY at, id",
    network.id,
  ))
    ofNote.set(statement.documentId, [...(ofNote.get(statement.documentId) ?? []), statement]);
  return [...ofNote].flatMap(([documentId, statements]) => {
    const reads = readsNote(documentId);
    const beside = (text: DocumentText) => (reads?.[text] ? saidBeside(statements, text) : []);
    const published = new Set(beside("published"));
    // What stands beside both texts is found beside the one that the page shows first.
    const all = new Set([...published, ...beside("working")]);
    return [...all].map((one) => ({
      ...one,
      entry: "statement" as const,
      text: published.has(one) ? ("published" as const) : ("working" as const),
    }));
  });
}

interface Kept {
  id: string;
  documentId: string;
  authorId: string;
  sharedAt: string | null;
  at: string;
}

function reflectionsOf(
  database: SqliteFile,
  { personId, network }: Member,
  readsNote: ReadsNote,
): BesideVisit[] {
  return database
    .rows<Kept>(
      "SELECT id, documentId, authorId, sharedAt, updatedAt AS at FROM Reflection WHERE networkId = ?",
      network.id,
    )
    .filter((one) => readsNote(one.documentId)?.working && readsReflection(personId, one))
    .map(({ id, documentId, authorId, at }) => ({
      ...{ id, documentId, at, entry: "reflection", kind: "reflection", text: "working" },
      ...(authorId === personId ? { isOwn: true } : {}),
    }));
}
