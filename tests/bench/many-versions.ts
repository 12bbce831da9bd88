// A plan of 100 pages in 500 versions, put straight into the file of a demo house: each sitting changed some of its paragraphs.
import { join } from "node:path";
import Database from "better-sqlite3";
import { newId } from "~/platform/id";
import { textOf } from "./made-up-texts";

export interface ManyVersions {
  /** Of the document, on its network's pages. */
  path: string;
  versions: number;
  /** UTF-16 units of its text. */
  length: number;
}

/** As many texts of 20 KB as make 100 pages of 2,800 letters. */
const [parts, hour] = [14, 3_600_000];

/** Each version is an hour after the one before it, by one of two people in turn. */
export function writeVersions(dataFolder: string, versions = 500): ManyVersions {
  const file = new Database(join(dataFolder, "torg.db"), { timeout: 30_000 });
  try {
    return file.transaction(() => insert(file, versions)).immediate();
  } finally {
    file.close();
  }
}

function insert(file: Database.Database, versions: number): ManyVersions {
  const person = file.prepare<[string], string>("SELECT id FROM Person WHERE email = ?").pluck();
  const writers = ["alytus@demo.torg", "alytus2@demo.torg"].map((email) => person.get(email) ?? "");
  const found = file
    .prepare<
      [string],
      { id: string; networkId: string; slug: string; language: string; title: string; facts: string }
    >(
      `SELECT d.id, d.networkId, n.slug, d.language, d.title, d.facts FROM Document d JOIN Network n ON n.id = d.networkId
       JOIN Membership m ON m.partnershipId = d.partnershipId AND m.personId = ?
       WHERE n.slug = 'techrevolution' AND d.visibility <> 'private' LIMIT 1`,
    )
    .get(writers[0] ?? "");
  if (!found) throw new Error("Alytus has written nothing in the demo network");
  const { id, networkId, slug, language, title, facts } = found;
  const paragraphs = Array.from({ length: parts }, (_, part) => textOf("en", part))
    .join("\n\n")
    .split("\n\n");
  for (const table of ["DocumentSave", "Publication", "NamedVersion", "Activity"])
    file.prepare(`DELETE FROM "${table}" WHERE documentId = ?`).run(id);
  const save = file.prepare(
    "INSERT INTO DocumentSave (documentId, revision, title, text, language, facts, savedById, savedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const told = file.prepare(
    `INSERT INTO Activity (id, chain, position, hash, networkId, personId, kind, reach, subjectId, documentId, after, at)
     VALUES (?, 'bench', ?, '', ?, ?, 'document-saved', 'working', ?, ?, ?, ?)`,
  );
  const began = Date.now() - (versions + 1) * hour;
  let text = "";
  for (let revision = 1; revision <= versions; revision += 1) {
    changeSome(paragraphs, revision);
    text = paragraphs.join("\n\n");
    const at = new Date(began + revision * hour).toISOString().replace("Z", "+00:00");
    const writer = writers[revision % writers.length] ?? "";
    save.run(id, revision, title, text, language, facts, writer, at);
    const after = JSON.stringify({ revision, title });
    told.run(newId(), revision, networkId, writer, id, id, after, at);
  }
  file
    .prepare(
      "UPDATE Document SET text = ?, revision = ?, publishedRevision = NULL, publishedVisibility = NULL WHERE id = ?",
    )
    .run(text, versions, id);
  return { path: `/networks/${slug}/documents/${id}`, versions, length: text.length };
}

/** Words are changed here and there, one paragraph comes, one goes, and one is put elsewhere. */
function changeSome(paragraphs: string[], seed: number): void {
  for (let at = seed % 23; at < paragraphs.length; at += 23)
    paragraphs[at] = (paragraphs[at] ?? "").replace(/(\w+) (\w+) (\w+)/, `$2 version${seed} $3`);
  const place = (seed * 37) % (paragraphs.length - 20);
  paragraphs.splice(place, 1, `Written in sitting ${seed}: ${paragraphs[place + 5] ?? ""}`);
  const [moved = ""] = paragraphs.splice((seed * 53) % (paragraphs.length - 20), 1);
  paragraphs.splice((seed * 71) % (paragraphs.length - 20), 0, moved);
}
