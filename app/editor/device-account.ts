// What an account has on this device over all its texts: counted, listed, looked through, and gone when its person signs out.
import { countedChanges } from "./counted-changes";
import { allStores, databaseName, openExisting, type TextRow } from "./device-database";
import { forgetMarks } from "./device-marks";

/** Days after which a copy that nobody opened goes. */
const keptDays = 60;

/** How many changes of this account are not on the server, over all texts, with their titles. */
export async function unsentOnDevice(
  personId: string,
): Promise<Array<{ document: string; title: string; changes: number }>> {
  const database = await openExisting(personId);
  if (!database) return [];
  try {
    return await database.read(["unsent", "texts"], async ({ unsent, texts }) => {
      const times = new Map<string, number[]>();
      for (const { document, at } of await unsent.all())
        times.set(document, [...(times.get(document) ?? []), at]);
      const titles = new Map((await texts.all()).map(({ document, title }) => [document, title]));
      return [...times].map(([document, edits]) => ({
        document,
        title: titles.get(document) ?? "",
        changes: countedChanges(edits),
      }));
    });
  } finally {
    database.close();
  }
}

/** How many refused texts are kept for copying. */
export async function asideOnDevice(personId: string): Promise<number> {
  const database = await openExisting(personId);
  if (!database) return 0;
  try {
    return await database.read(["aside"], async ({ aside }) => (await aside.all()).length);
  } finally {
    database.close();
  }
}

/** The texts that can be opened here without a network, the one opened last first. */
export async function textsOnDevice(personId: string): Promise<TextRow[]> {
  const database = await openExisting(personId);
  if (!database) return [];
  try {
    const rows = await database.read(["updates", "unsent", "texts"], async ({ updates, unsent, texts }) => {
      const held: TextRow[] = [];
      for (const row of await texts.all())
        if ((await updates.countOf(row.document)) + (await unsent.countOf(row.document)) > 0) held.push(row);
      return held;
    });
    return rows.sort((one, other) => other.openedAt - one.openedAt);
  } finally {
    database.close();
  }
}

/**
 * Lets go what must not, or need not, be here any more. `stillReadable` is asked about all texts held and answers those that the person
 * may still read, or null where nobody could tell: then nothing goes for that reason. The others go with all that was written in them
 * here. A copy with nothing unsent that nobody opened for 60 days goes as well.
 */
export async function lookThroughDevice(
  personId: string,
  stillReadable: (documents: string[]) => Promise<ReadonlySet<string> | null>,
): Promise<void> {
  const database = await openExisting(personId);
  if (!database) return;
  try {
    const held = await database.read(allStores, async (stores) => {
      const known = new Set<string>();
      for (const name of allStores)
        for (const document of await stores[name].documents()) known.add(document);
      return [...known];
    });
    if (held.length === 0) return;
    const readable = await stillReadable(held);
    const ended = readable ? held.filter((document) => !readable.has(document)) : [];
    const oldest = Date.now() - keptDays * 86_400_000;
    await database.write(allStores, async (stores) => {
      const gone = new Set(ended);
      for (const { document, openedAt } of await stores.texts.all())
        if (openedAt < oldest && (await stores.unsent.countOf(document)) === 0) gone.add(document);
      for (const document of gone) {
        const all = ended.includes(document)
          ? (["updates", "unsent", "aside"] as const)
          : (["updates"] as const);
        for (const name of all)
          for (const key of await stores[name].keysOf(document)) await stores[name].delete(key);
        await stores.texts.delete(document);
      }
    });
  } finally {
    database.close();
  }
}

/**
 * Nothing of this account stays on the device: neither its texts nor what it typed elsewhere and did not send. Other tabs of the account
 * keep nothing from then on.
 */
export async function forgetDevice(personId: string): Promise<void> {
  const database = await openExisting(personId);
  if (database) {
    // First emptied: that waits for no other tab, as removing it may.
    await database.write(allStores, async (stores) => {
      for (const name of allStores) await stores[name].clear();
    });
    database.close();
    await removed(databaseName(personId));
  }
  forgetMarks(personId);
}

function removed(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // A tab that sleeps holds it: it is empty, and removed when that tab lets go.
    request.onblocked = () => setTimeout(resolve, 500);
    request.onerror = () => resolve();
  });
}
