// Where attached files lie: each content once, under the SHA-256 of its bytes, in the data folder. An object store may stand behind it later.
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { newId } from "./id";
import { once } from "./once";
import { settings } from "./settings.server";

/** The folder that a backup takes along, and the one beside it for what is still coming in. */
const storedName = "files";
const incomingName = "incoming";

export interface StoredContent {
  bytes: number;
  modifiedAt: Date;
}

export interface FileStore {
  /** A path, in a folder of the same disk, at which nothing is yet; whoever writes there removes it, or puts it. */
  incoming(): string;
  /** Takes the file at this path over as the content with this hash; on the disk when it resolves. One that is there already stays. */
  put(path: string, hash: string): Promise<void>;
  /** null: it is not there. */
  find(hash: string): Promise<StoredContent | null>;
  has(hash: string): Promise<boolean>;
  open(hash: string, range?: { start: number; end: number }): ReadStream;
  /** Removes the content, if it is there. */
  remove(hash: string): Promise<void>;
  /** The hashes of all that is there. */
  list(): AsyncGenerator<string>;
}

/** The store of this process. */
export function fileStore(): FileStore {
  return once("files", () => openFileStore(settings().dataFolder));
}

/** Opens the store in a data folder; what a process that was killed left half taken in is removed. */
export function openFileStore(dataFolder: string): FileStore {
  const stored = join(dataFolder, storedName);
  const incoming = join(dataFolder, incomingName);
  if (existsSync(incoming))
    for (const name of readdirSync(incoming)) rmSync(join(incoming, name), { recursive: true, force: true });
  const place = (hash: string) => join(stored, hash.slice(0, 2), demandHash(hash));

  async function find(hash: string): Promise<StoredContent | null> {
    const found = await stat(place(hash)).catch(() => null);
    return found?.isFile() ? { bytes: found.size, modifiedAt: found.mtime } : null;
  }

  return {
    incoming() {
      mkdirSync(incoming, { recursive: true, mode: 0o700 });
      return join(incoming, newId());
    },
    async put(path, hash) {
      const target = place(hash);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await synced(path);
      await rename(path, target);
      await synced(dirname(target));
      await synced(stored);
    },
    find,
    has: async (hash) => (await find(hash)) !== null,
    open: (hash, range) => createReadStream(place(hash), range),
    remove: (hash) => rm(place(hash), { force: true }),
    async *list() {
      for (const folder of await namesIn(stored))
        for (const name of await namesIn(join(stored, folder)))
          if (isHash(name) && name.startsWith(folder)) yield name;
    },
  };
}

/** Whether a text has the shape of a SHA-256 in hex. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function demandHash(hash: string): string {
  if (!isHash(hash)) throw new Error("A content is asked for under something that is no hash.");
  return hash;
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
