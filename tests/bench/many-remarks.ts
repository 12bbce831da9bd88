// A plan of 100 pages of a demo house, and 1,000 remarks on its passages, put straight into its files.
import { join } from "node:path";
import Database from "better-sqlite3";
import * as Y from "yjs";
import { newDocument, quickState } from "~/domain/documents/document-state";
import { passageAt } from "~/domain/documents/passage";
import { lettersOf } from "~/domain/documents/text-letters";
import { newId } from "~/platform/id";
import { openLogReader } from "~/platform/update-log-file.server";
import { textOf } from "./made-up-texts";
import { post, read, type Visitor } from "./visitor";

/** As many texts of 20 KB as make 100 pages of 2,800 letters. */
const parts = 14;

const network = "/networks/techrevolution";

/** The officer saves the text by the form, which makes it one that is written together; the remarks are theirs. */
export async function writeRemarks(
  dataFolder: string,
  officer: Visitor,
  remarks = 1_000,
): Promise<{ path: string; remarks: number }> {
  const chapters = Array.from({ length: parts }, (_, part) => `## Part ${part + 1}\n\n${textOf("en", part)}`);
  const path = await begin(officer, chapters.join("\n\n"));
  const id = path.split("/").at(-1) ?? "";
  const madeOn = { intent: "add", id: newId(), madeOn: "working", text: "On a passage" };
  const picked = { kind: "picture", file: "none", number: 0 };
  // Whoever first remarks on a passage makes the text one that is written together; there is no such picture.
  await post(officer, `${path}?index`, { ...madeOn, passage: JSON.stringify(picked) }).catch(() => undefined);
  const letters = lettersIn(join(dataFolder, "texts.sqlite"), id);
  const file = new Database(join(dataFolder, "torg.db"), { timeout: 30_000 });
  try {
    const { networkId, createdById } = file
      .prepare<[string], { networkId: string; createdById: string }>(
        "SELECT networkId, createdById FROM Document WHERE id = ?",
      )
      .get(id) ?? { networkId: "", createdById: "" };
    const comment = file.prepare(
      `INSERT INTO Comment (id, networkId, documentId, madeOn, authorId, text, kind, createdAt)
       VALUES (?, ?, ?, 'working', ?, ?, 'question', ?)`,
    );
    const passage = file.prepare(
      'INSERT INTO Passage (id, documentId, letters, quotation, "before", "after") VALUES (?, ?, ?, ?, ?, ?)',
    );
    const step = Math.floor(letters.text.length / remarks);
    file.transaction(() => {
      for (let number = 0; number < remarks; number += 1) {
        const from = letters.text.indexOf(" ", number * step) + 1;
        const end = letters.text.slice(from).search(/[.\n]/);
        const found = passageAt(letters, from, from + Math.min(60, Math.max(8, end)));
        if (!found) throw new Error(`no passage at ${from}`);
        const commentId = newId();
        const at = new Date(Date.now() - (remarks - number) * 60_000).toISOString().replace("Z", "+00:00");
        comment.run(
          commentId,
          networkId,
          id,
          createdById,
          `Why is this so, number ${number}? See *page ${number}*.`,
          at,
        );
        const ids = JSON.stringify(found.letters.map(({ client, clock, length }) => [client, clock, length]));
        passage.run(commentId, id, ids, found.quotation, found.before, found.after);
      }
    })();
  } finally {
    file.close();
  }
  return { path, remarks };
}

async function begin(officer: Visitor, text: string): Promise<string> {
  const form = `${network}/documents/new`;
  const partnershipId = /name="partnershipId" value="(\w+)"/.exec(await read(officer, form))?.[1] ?? "";
  const title = "A plan of a hundred pages";
  const fields = { kind: "action-plan", id: newId(), partnershipId, title, language: "en" };
  const begun = await post(officer, form, { ...fields, intent: "create" });
  const path = new URL(begun.headers.get("location") ?? "", officer.origin).pathname.replace(/\/edit$/, "");
  await post(officer, `${path}/edit`, { intent: "save", revision: "1", title, language: "en", text });
  return path;
}

function lettersIn(file: string, document: string) {
  const reader = openLogReader(file);
  try {
    const shared = newDocument();
    for (const part of quickState(reader.read(document)).parts) Y.applyUpdate(shared, part);
    return lettersOf(shared);
  } finally {
    reader.close();
  }
}
