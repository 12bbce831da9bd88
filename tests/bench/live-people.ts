// Two hundred officers of one city, signed in, and as many documents of 20 KB as are asked for: put straight into the file of a demo house.
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sessionCookieName } from "~/domain/accounts/session-cookie.server";
import { newId } from "~/platform/id";

type Row = Record<string, string | number | null>;

/** The Cookie headers of so many people who may write in this document. The server's process does not run meanwhile. */
export function signInMany(dataFolder: string, documentId: string, count: number): string[] {
  const secret = readFileSync(join(dataFolder, "secret"), "utf8").trim();
  return inFile(dataFolder, (insert, document) => {
    const { networkId = null, partnershipId = null } = document;
    const at = instant(Date.now() - 86_400_000);
    return Array.from({ length: count }, (_, index) => {
      const [personId, token] = [newId(), randomBytes(16).toString("hex")];
      const email = `together-${index}-${personId}@bench.torg`;
      insert("Person", { id: personId, name: `Together ${index}`, email, createdAt: at, updatedAt: at });
      const role = "project-officer";
      insert("Membership", { id: newId(), networkId, personId, role, partnershipId, since: at });
      const session = { id: newId(), token, personId, createdAt: at, updatedAt: instant(Date.now()) };
      insert("Session", { ...session, expiresAt: instant(Date.now() + 86_400_000) });
      const signature = createHmac("sha256", secret).update(token).digest("base64");
      return `${sessionCookieName("http:")}=${encodeURIComponent(`${token}.${signature}`)}`;
    });
  })(documentId);
}

/** The ids of so many documents with the same text in the same place. The server's process does not run meanwhile. */
export function copyDocument(dataFolder: string, documentId: string, count: number): string[] {
  return inFile(dataFolder, (insert, document) =>
    Array.from({ length: count }, () => {
      const id = newId();
      insert("Document", { ...document, id });
      return id;
    }),
  )(documentId);
}

function inFile<Value>(
  dataFolder: string,
  work: (insert: (table: string, row: Row) => void, document: Row) => Value,
): (documentId: string) => Value {
  return (documentId) => {
    const file = new Database(join(dataFolder, "torg.db"), { timeout: 30_000 });
    try {
      const found = file.prepare<[string], Row>("SELECT * FROM Document WHERE id = ?").get(documentId);
      if (!found) throw new Error("there is no such document");
      const insert = (table: string, row: Row) => {
        const names = Object.keys(row);
        const places = names.map(() => "?").join();
        const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${places})`;
        file.prepare(sql).run(Object.values(row));
      };
      return file.transaction(() => work(insert, found))();
    } finally {
      file.close();
    }
  };
}

function instant(at: number): string {
  return new Date(at).toISOString().replace("Z", "+00:00");
}
