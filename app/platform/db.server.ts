// The database file: one connection that reads, one that writes, and the promise that what was answered is on the disk.
import { open, stat, type FileHandle } from "node:fs/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { type Prisma, PrismaClient } from "./generated/client";
import { keepStatements } from "./kept-statements.server";
import { once } from "./once";

export type Transaction = Prisma.TransactionClient;
/** What may be asked of the reading connection; SQLite itself refuses its writes (query_only). */
export type Reader = Prisma.TransactionClient;

export interface Database {
  read: Reader;
  /**
   * Runs the work in one transaction, the writers one after the other, and resolves only when the change is on the disk
   * (power cut included). What the work throws rolls everything back and is thrown on.
   */
  write<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value>;
  /** A client for better-auth: each of its calls takes its turn among the writers and is on the disk when it resolves. */
  turns: PrismaClient;
  /** Whether the database answers and is still the file that lies there. */
  isAlive(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  file: string;
  /** Told after a commit how long the write-ahead log is, in bytes, so that somebody off the main thread folds it in. */
  onLogGrowth?: (bytes: number) => void;
}

/** Opens the (already migrated) file. */
export async function openDatabase({ file, onLogGrowth }: DatabaseOptions): Promise<Database> {
  const writer = new PrismaClient({
    adapter: adapter(file, [
      "journal_mode=WAL",
      "synchronous=NORMAL",
      "wal_autocheckpoint=0",
      "foreign_keys=ON",
    ]),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
  const reader = new PrismaClient({
    adapter: adapter(file, ["query_only=ON", "wal_autocheckpoint=0", "cache_size=-16000"]),
  });
  await writer.$connect();
  await writer.network.count();
  await reader.$connect();
  const log = await open(`${file}-wal`, "r+");
  const opened = await stat(file);
  const flush = sharedFlush(log, onLogGrowth);
  const inTurn = queue();
  return {
    read: reader,
    write: async (work) => {
      const value = await inTurn(() => writer.$transaction(work));
      await flush();
      return value;
    },
    turns: takingTurns(writer, async (job) => {
      const value = await inTurn(job);
      await flush();
      return value;
    }),
    isAlive: async () => {
      try {
        await reader.network.findFirst({ select: { id: true } });
        // A file moved away or replaced is still read and written, and lost with this process.
        const there = await stat(file);
        return there.ino === opened.ino && there.dev === opened.dev;
      } catch {
        return false;
      }
    },
    close: async () => {
      await inTurn(async () => {
        await flush();
        await reader.$disconnect();
        await writer.$disconnect();
        await log.close();
      });
    },
  };
}

/** Opens the file for reading alone, also beside a server that runs on it: nothing is written, nothing migrated. */
export async function openReader(file: string): Promise<{ read: Reader; close(): Promise<void> }> {
  const reader = new PrismaClient({ adapter: adapter(file, ["query_only=ON"], { readonly: true }) });
  await reader.$connect();
  return { read: reader, close: () => reader.$disconnect() };
}

/** The process's database; `openDatabase` is called once, by whoever starts the process. */
export function database(): Database {
  return once<Database>("database", () => {
    throw new Error("The database is not open yet.");
  });
}

function adapter(
  file: string,
  pragmas: string[],
  options: { readonly?: boolean } = {},
): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: `file:${file}`, ...options });
  const connect = async (): Promise<SqlDriverAdapter> => {
    const connection = await factory.connect();
    keepStatements(connection);
    await connection.executeScript(
      ["busy_timeout=5000", ...pragmas].map((pragma) => `PRAGMA ${pragma};`).join(""),
    );
    return connection;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

/** The writing client with every call of its own, and every transaction as a whole, put through the queue. */
function takingTurns(
  writer: PrismaClient,
  inTurn: <Value>(job: () => Promise<Value>) => Promise<Value>,
): PrismaClient {
  const queued = writer.$extends({
    query: { $allOperations: ({ args, query }) => inTurn<unknown>(() => query(args)) },
  });
  return new Proxy(queued as unknown as PrismaClient, {
    get: (client, key) =>
      key === "$transaction"
        ? (work: (transaction: Transaction) => Promise<unknown>) => inTurn(() => writer.$transaction(work))
        : (Reflect.get(client, key) as unknown),
  });
}

/** Runs jobs one after the other: a second writer on one connection would find itself inside the first one's transaction. */
function queue(): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job, job);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** One flush of the log to the disk serves all who ask before it begins. */
function sharedFlush(log: FileHandle, onLogGrowth?: (bytes: number) => void): () => Promise<void> {
  let next: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();
  return () => {
    next ??= current
      .catch(() => undefined)
      .then(async () => {
        current = next ?? current;
        next = undefined;
        await log.datasync();
        if (onLogGrowth) onLogGrowth((await log.stat()).size);
      });
    return next;
  };
}
