// What this account's device holds of one text: everything known of it, and beside that its person's own edits that no server has yet.
import * as Y from "yjs";
import { openDatabase, type DeviceDatabase, type TextRow } from "./device-database";
import { markHeld } from "./device-marks";

export { forgetDevice, unsentOnDevice } from "./device-account";

/** What this account's device holds of one text. All methods reject when the browser has no room or forbids it. */
export interface DeviceCopy {
  /** What is held; null where nothing is. `text` is one Yjs update with everything known, unsent edits included. */
  read(): Promise<{ text: Uint8Array; unsent: Unsent[] } | null>;
  /** Keeps an edit of one's own as not acknowledged; resolves with its key when it is on the device. */
  keep(edit: Uint8Array, client: number): Promise<number>;
  /** These are on the server's disk: from now on they're only part of the text. */
  acknowledge(keys: readonly number[]): Promise<void>;
  /** What the server has, or what others wrote: part of the text. */
  learn(update: Uint8Array): Promise<void>;
  /** What the offline screen shows of it beside the text: title, language, network slug, title of network. */
  describe(about: DeviceText): Promise<void>;
  /** Refused words, kept for copying until dropped: Markdown. */
  setAside(words: string): Promise<void>;
  readAside(): Promise<Array<{ key: number; words: string; at: string }>>;
  dropAside(key: number): Promise<void>;
  /** Everything of this text goes, but what is set aside. */
  discard(): Promise<void>;
  close(): void;
}

export interface Unsent {
  key: number;
  edit: Uint8Array;
  client: number;
  /** ms, when it was kept */
  at: number;
}

export interface DeviceText {
  network: string;
  networkName: string;
  title: string;
  language: string;
}

/** So many updates of one text are merged into one. */
const mostRows = 200;
/** So many times as large as all the others together, one is not merged with them. */
const farLarger = 4;

/**
 * Opens the account's copy of this text, whether anything is held or not. Any number of tabs may have it open: each writes rows of its
 * own, and rows of several tabs are only ever merged inside one transaction, for which the others wait. After the account has signed
 * out on this device, in whichever tab, every method rejects.
 */
export async function openDeviceCopy(personId: string, documentId: string): Promise<DeviceCopy> {
  markHeld(personId);
  const database = await openDatabase(personId);
  // A device without room still shows what it holds.
  await touch(database, documentId).catch(() => undefined);
  const document = documentId;
  return {
    read: () =>
      database.read(["updates", "unsent"], async ({ updates, unsent }) => {
        const [known, edits, keys] = await Promise.all([
          updates.of(document),
          unsent.of(document),
          unsent.keysOf(document),
        ]);
        const parts = [...known.map(({ update }) => update), ...edits.map(({ edit }) => edit)];
        const text = merged(parts);
        if (!text) return null;
        return {
          text,
          unsent: edits.map(({ edit, client, at }, place) => ({ key: keys[place] ?? 0, edit, client, at })),
        };
      }),
    keep: (edit, client) =>
      database.write(
        ["unsent"],
        ({ unsent }) => unsent.add({ document, edit: alone(edit), client, at: Date.now() }),
        {
          isStrict: true,
        },
      ),
    acknowledge: async (keys) => {
      await database.write(["updates", "unsent"], async ({ updates, unsent }) => {
        for (const key of keys) {
          const row = await unsent.get(key);
          // Another tab had it acknowledged before.
          if (!row || row.document !== document) continue;
          await updates.add({ document, update: row.edit });
          await unsent.delete(key);
        }
      });
      await compact(database, document);
    },
    learn: async (update) => {
      await database.write(["updates"], ({ updates }) => updates.add({ document, update: alone(update) }));
      await compact(database, document);
    },
    describe: (about) =>
      database.write(["texts"], ({ texts }) => texts.put({ document, openedAt: Date.now(), ...about })),
    setAside: (words) =>
      database.write(
        ["aside"],
        async ({ aside }) => void (await aside.add({ document, words, at: new Date().toISOString() })),
        { isStrict: true },
      ),
    readAside: () =>
      database.read(["aside"], async ({ aside }) => {
        const [rows, keys] = await Promise.all([aside.of(document), aside.keysOf(document)]);
        return rows.map(({ words, at }, place) => ({ key: keys[place] ?? 0, words, at }));
      }),
    dropAside: (key) => database.write(["aside"], ({ aside }) => aside.delete(key)),
    discard: () =>
      database.write(["updates", "unsent", "texts"], async ({ updates, unsent, texts }) => {
        for (const key of await updates.keysOf(document)) await updates.delete(key);
        for (const key of await unsent.keysOf(document)) await unsent.delete(key);
        await texts.delete(document);
      }),
    close: () => database.close(),
  };
}

/** Notes that the text is opened, for what becomes of copies that nobody opens. */
function touch(database: DeviceDatabase, document: string): Promise<void> {
  const unknown: Omit<TextRow, "openedAt"> = {
    document,
    network: "",
    networkName: "",
    title: "",
    language: "",
  };
  return database.write(["texts"], async ({ texts }) => {
    await texts.put({ ...unknown, ...(await texts.get(document)), openedAt: Date.now() });
  });
}

/** Merges a text's rows where they are many. What cannot be merged now stays as it is: no row goes before the one that holds it is there. */
async function compact(database: DeviceDatabase, document: string): Promise<void> {
  const count = await database.read(["updates"], ({ updates }) => updates.countOf(document));
  if (count <= mostRows) return;
  const merging = database.write(["updates"], async ({ updates }) => {
    const [rows, keys] = await Promise.all([updates.of(document), updates.keysOf(document)]);
    if (rows.length <= mostRows) return;
    const sizes = rows.map(({ update }) => update.byteLength);
    const largest = Math.max(...sizes);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    // A long text's own row stays until the others are many beside it: to merge it holds up whoever writes.
    const stays = largest > (all - largest) * farLarger ? sizes.indexOf(largest) : -1;
    const isMerged = (_: unknown, place: number) => place !== stays;
    const update = merged(rows.filter(isMerged).map((row) => row.update));
    if (!update) return;
    await updates.add({ document, update });
    for (const key of keys.filter(isMerged)) await updates.delete(key);
  });
  await merging.catch(() => undefined);
}

/** These bytes without those around them: what is stored of a part of a message is the whole message. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}

function merged(updates: Uint8Array[]): Uint8Array | undefined {
  return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0];
}
