// Where an account's texts lie on the device: one database of the browser's for each account, and a small layer of promises over it.

/** Rows of updates: what the server has, and what was acknowledged, is merged from time to time. */
export interface UpdateRow {
  document: string;
  update: Uint8Array;
}

/** An edit of one's own that the server has not acknowledged. */
export interface UnsentRow {
  document: string;
  edit: Uint8Array;
  client: number;
  at: number;
}

/** Refused words, kept for copying. */
export interface AsideRow {
  document: string;
  words: string;
  at: string;
}

/** What is known of a text beside its words; the titles are empty until it was described. */
export interface TextRow {
  document: string;
  network: string;
  networkName: string;
  title: string;
  language: string;
  /** ms, when it was opened last. */
  openedAt: number;
}

interface Rows {
  updates: UpdateRow;
  unsent: UnsentRow;
  aside: AsideRow;
  texts: TextRow;
}

export type StoreName = keyof Rows;

/** The rows of one store within a transaction; each answer comes before the transaction ends. */
export interface Store<Row> {
  get(key: IDBValidKey): Promise<Row | undefined>;
  add(row: Row): Promise<number>;
  put(row: Row): Promise<void>;
  delete(key: IDBValidKey): Promise<void>;
  all(): Promise<Row[]>;
  /** Of one document, in the order in which they were added. */
  of(document: string): Promise<Row[]>;
  keysOf(document: string): Promise<number[]>;
  countOf(document: string): Promise<number>;
  /** Of which documents there are rows; reads none of them. */
  documents(): Promise<string[]>;
  clear(): Promise<void>;
}

type Stores = { [Name in StoreName]: Store<Rows[Name]> };

export interface Writing {
  /** Resolve only when the bytes have left the memory of the machine. */
  isStrict?: boolean;
}

export interface DeviceDatabase {
  /** Reads from one moment. */
  read<Value>(names: readonly StoreName[], work: (stores: Stores) => Promise<Value>): Promise<Value>;
  /** Writes all of it or nothing; other tabs wait meanwhile. The work may wait for nothing but these stores. */
  write<Value>(
    names: readonly StoreName[],
    work: (stores: Stores) => Promise<Value>,
    how?: Writing,
  ): Promise<Value>;
  close(): void;
}

export const allStores: readonly StoreName[] = ["updates", "unsent", "aside", "texts"];
const version = 1;

/** The name of the account's database: nobody else's is ever opened on a page of theirs. */
export const databaseName = (personId: string): string => `torg-texts-${personId}`;

/** Opens the account's database, and makes it where there is none. Rejects where the browser forbids it or has no room. */
export function openDatabase(personId: string): Promise<DeviceDatabase> {
  return opened(personId, true) as Promise<DeviceDatabase>;
}

/** The account's database where there is one; null otherwise, and none is made. */
export function openExisting(personId: string): Promise<DeviceDatabase | null> {
  return opened(personId, false);
}

function opened(personId: string, mayMake: boolean): Promise<DeviceDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName(personId), version);
    let isMissing = false;
    request.onupgradeneeded = () => {
      if (mayMake) return makeStores(request.result);
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(databaseOn(request.result));
    request.onerror = () => (isMissing ? resolve(null) : reject(fault(request.error)));
    request.onblocked = () => reject(new Error("another tab holds the texts of this device"));
  });
}

function makeStores(database: IDBDatabase): void {
  for (const name of ["updates", "unsent", "aside"])
    database.createObjectStore(name, { autoIncrement: true }).createIndex("document", "document");
  database.createObjectStore("texts", { keyPath: "document" });
}

function databaseOn(database: IDBDatabase): DeviceDatabase {
  // Another tab signs out, or has a newer Torg: whatever is asked from now on is refused, so that nothing is written behind its back.
  database.onversionchange = () => database.close();
  const run = <Value>(
    mode: IDBTransactionMode,
    names: readonly StoreName[],
    work: (stores: Stores) => Promise<Value>,
    { isStrict = false }: Writing = {},
  ) =>
    new Promise<Value>((resolve, reject) => {
      const durability = isStrict ? "strict" : "default";
      const transaction = database.transaction([...names], mode, { durability });
      const stores = Object.fromEntries(
        names.map((name) => [name, storeIn(transaction, name)]),
      ) as unknown as Stores;
      let done: { value: Value } | undefined;
      let wrong: unknown;
      transaction.oncomplete = () => (done ? resolve(done.value) : reject(fault(wrong)));
      transaction.onabort = () => reject(fault(wrong ?? transaction.error));
      work(stores).then(
        (value) => (done = { value }),
        (thrown: unknown) => {
          wrong = thrown;
          abort(transaction);
        },
      );
    });
  return {
    read: (names, work) => run("readonly", names, work),
    write: (names, work, how) => run("readwrite", names, work, how),
    close: () => database.close(),
  };
}

function storeIn<Name extends StoreName>(transaction: IDBTransaction, name: Name): Store<Rows[Name]> {
  type Row = Rows[Name];
  const store = transaction.objectStore(name);
  const ofDocument = () => (name === "texts" ? store : store.index("document"));
  return {
    get: (key) => answer(store.get(key) as IDBRequest<Row | undefined>),
    add: async (row) => Number(await answer(store.add(row))),
    put: async (row) => void (await answer(store.put(row))),
    delete: (key) => answer(store.delete(key)),
    all: () => answer(store.getAll() as IDBRequest<Row[]>),
    of: (document) => answer(ofDocument().getAll(document) as IDBRequest<Row[]>),
    keysOf: (document) => answer(ofDocument().getAllKeys(document) as unknown as IDBRequest<number[]>),
    countOf: (document) => answer(ofDocument().count(document)),
    documents: () => keysAlong(ofDocument().openKeyCursor(null, "nextunique")),
    clear: () => answer(store.clear()),
  };
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(fault(request.error));
  });
}

function keysAlong(request: IDBRequest<IDBCursor | null>): Promise<string[]> {
  const keys: string[] = [];
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(keys);
      keys.push(String(cursor.key));
      cursor.continue();
    };
    request.onerror = () => reject(fault(request.error));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, which is told all the same.
  }
}

function fault(wrong: unknown): Error {
  return wrong instanceof Error ? wrong : new Error("the device did not keep it");
}
