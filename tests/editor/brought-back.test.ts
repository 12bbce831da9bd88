// What stands in a window and not on the server: words and deletions that a damaged disk has lost, and what a reader's window tidied up.
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { namePerson } from "~/domain/documents/naming.server";
import { textField } from "~/text/document-schema";
import { textClient, type TextClient } from "../support/text-house";
import {
  founded,
  guestWriter,
  isSaved,
  textOf,
  until,
  windowOf,
  write,
  type TextWindow,
} from "../support/text-windows";

/** The first text of the first paragraph. */
function wordsOf(shared: Y.Doc): Y.XmlText {
  const [paragraph] = shared.getXmlFragment(textField).toArray();
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(words instanceof Y.XmlText)) throw new Error("no words");
  return words;
}

/** Loses the last frame that was written, as a disk may. */
function loseLastFrame(file: string): void {
  const log = new Sqlite(file);
  log.exec(
    "DELETE FROM frame WHERE kind = 'fold' OR row = (SELECT MAX(row) FROM frame WHERE kind = 'update')",
  );
  log.close();
}

test.for([
  {
    what: "written",
    work: (one: TextWindow) => write(one, "Brought back. "),
    expected: "Brought back. Text of The draft",
  },
  {
    what: "deleted",
    work: (one: TextWindow) => wordsOf(one.session.view.shared).delete(0, 8),
    expected: "The draft",
  },
])(
  "what was $what and the server's disk has lost is brought back by a window that has it",
  async ({ work, expected }) => {
    const [house, network] = await founded();
    const one = await windowOf(house, network, network.officer);
    await until(one, isSaved);
    work(one);
    await until(one, isSaved);
    one.line.disconnect();
    await house.restart(() => loseLastFrame(house.file));
    const other = await windowOf(house, network, network.colleague);
    await until(other, isSaved);
    expect(textOf(other)).toBe("Text of The draft");
    one.line.connect();
    await until(other, () => textOf(other) === expected);
    await until(one, isSaved);
    expect(textOf(one)).toBe(expected);
  },
);

test("a reader's window in which Yjs tidies up asks nobody to save anything; as a writer's it has what all have", async () => {
  const [house, network] = await founded();
  const { officer, colleague, draft } = network;
  const guest = await guestWriter(network);
  await namePerson(officer, draft.id, { personId: guest.personId, level: "reader" });
  const reader = await windowOf(house, network, guest);
  await until(reader, ({ isSeated, mayWrite }) => isSeated && !mayWrite);
  const tidied: Uint8Array[] = [];
  reader.session.view.shared.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === null) tidied.push(update);
  });
  const clients: TextClient[] = [];
  for (const member of [officer, colleague]) {
    const client = await textClient(house, await network.person(member), {
      network: network.slug,
      document: draft.id,
    });
    await client.join();
    clients.push(client);
  }
  const both = clients.map((client) => client.edit(() => wordsOf(client.doc).format(0, 4, { bold: {} })));
  // As it arrives where the server says afterwards what it has tidied up itself.
  for (const update of both) Y.applyUpdate(reader.session.view.shared, update, "server");
  expect(tidied.length).toBeGreaterThan(0);
  await Promise.all(both.map(async (update, index) => clients[index]?.update(update)));
  expect(textOf(reader)).toBe("**Text** of The draft");
  expect(reader.session.view).toMatchObject({ keeping: { kind: "saved" }, refusal: null });
  await namePerson(officer, draft.id, { personId: guest.personId, level: "writer" });
  await until(reader, (view) => view.mayWrite && isSaved(view));
  const watcher = await windowOf(house, network, officer);
  await until(watcher, isSaved);
  const known = ({ session }: TextWindow) => Y.snapshot(session.view.shared);
  expect(Y.equalSnapshots(known(watcher), known(reader))).toBe(true);
});
