// Whether what happened still stands as it was written: walks the chains and says where the first one is broken, and how.
import { database, type Reader } from "~/platform/db.server";
import { hashOf } from "./chain.server";

/**
 * How a chain is broken at a position. `altered`: the row there, or the one before it, is not what was written. `missing`: there is
 * no row. `moved`: a genuine row that belongs elsewhere, or a second one. `cut`: this row and all after it are gone. `added`: a row
 * after the end. `unsealed` (position 0): rows that Torg did not write. `endless`: its end is not known any more.
 */
export type BreakKind = "altered" | "missing" | "moved" | "cut" | "added" | "unsealed" | "endless";

export interface Break {
  kind: BreakKind;
  position: number;
}

export interface ChainReport {
  /** A network's id, or "house". */
  chain: string;
  /** Rows there now. */
  rows: number;
  /** The position and hash of the end: noted elsewhere, they prove later that nothing before was changed. */
  head: Link | null;
  /** The first place where it is broken; null: it is whole. */
  broken: Break | null;
}

interface Link {
  position: number;
  hash: string;
}

type Row = Awaited<ReturnType<typeof rowsBetween>>[number];

/** Rows held in memory at a time. */
const page = 1_000;

/** The chains there are, those included of which only the end is left. */
export async function listChains(read: Reader = database().read): Promise<string[]> {
  const [rows, heads] = [
    await read.activity.groupBy({ by: ["chain"] }),
    await read.chainHead.findMany({ select: { chain: true } }),
  ];
  return [...new Set([...rows, ...heads].map(({ chain }) => chain))].sort();
}

/** Walks one chain, in pages, and answers for it. A chain that goes on being written meanwhile is not taken for a broken one. */
export async function verifyChain(chain: string, read: Reader = database().read): Promise<ChainReport> {
  const broken = await firstBreak(read, chain);
  const rows = await read.activity.count({ where: { chain } });
  return { chain, rows, head: await headOf(read, chain), broken };
}

/** All chains, one after the other. */
export async function verifyChains(read: Reader = database().read): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const chain of await listChains(read)) reports.push(await verifyChain(chain, read));
  return reports;
}

async function firstBreak(read: Reader, chain: string): Promise<Break | null> {
  let last: Link = { position: 0, hash: "" };
  for (;;) {
    const head = await headOf(read, chain);
    const walked = await walk(read, chain, last, head?.position ?? 0);
    if ("kind" in walked) return walked;
    last = walked;
    const beyond = await read.activity.findFirst({
      where: { chain, position: { gt: last.position } },
      select: { position: true },
      orderBy: { position: "asc" },
    });
    const end = await headOf(read, chain);
    if (end && end.position > last.position) continue;
    if (!end && beyond) return { kind: "endless", position: beyond.position };
    if (beyond) return { kind: "added", position: beyond.position };
    if (end && end.hash !== last.hash) return { kind: "altered", position: last.position };
    const strays = await read.activity.count({ where: { chain, position: { lt: 1 } } });
    return strays > 0 ? { kind: "unsealed", position: 0 } : null;
  }
}

/** From this link to the row at position `to`, or until nothing follows; or the first break on the way. */
async function walk(read: Reader, chain: string, from: Link, to: number): Promise<Link | Break> {
  let last = from;
  while (last.position < to) {
    const until = Math.min(last.position + page, to);
    const rows = await rowsBetween(read, chain, last.position, until);
    for (const row of rows) {
      if (row.position > last.position + 1) return { kind: "missing", position: last.position + 1 };
      if (row.position <= last.position) return { kind: "moved", position: row.position };
      if (hashOf(row, last.hash) !== row.hash)
        return { kind: await judge(read, row), position: row.position };
      last = { position: row.position, hash: row.hash };
    }
    if (last.position === until) continue;
    const later = await read.activity.findFirst({
      where: { chain, position: { gt: last.position } },
      select: { id: true },
    });
    return { kind: later ? "missing" : "cut", position: last.position + 1 };
  }
  return last;
}

function rowsBetween(read: Reader, chain: string, after: number, until: number) {
  return read.activity.findMany({
    where: { chain, position: { gt: after, lte: until } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

function headOf(read: Reader, chain: string): Promise<Link | null> {
  return read.chainHead.findFirst({ where: { chain }, select: { position: true, hash: true } });
}

/** A row that does not follow from the one before it: is it genuine and only in the wrong place? */
async function judge(read: Reader, row: Row): Promise<"altered" | "moved"> {
  const isFrom = (position: number, previousHash: string) =>
    hashOf({ ...row, position }, previousHash) === row.hash;
  if (isFrom(1, "")) return "moved";
  let after: { position: number; id: string } | undefined;
  for (;;) {
    const links: Array<Link & { id: string }> = await read.activity.findMany({
      where: { chain: row.chain, ...(after ? beyond(after) : {}) },
      select: { position: true, hash: true, id: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: page,
    });
    // A row that changed places with the one after it followed, at that one's position, the hash which now stands there.
    if (links.some(({ position, hash }) => isFrom(position + 1, hash) || isFrom(position, hash)))
      return "moved";
    after = links.at(-1);
    if (links.length < page || !after) return "altered";
  }
}

function beyond({ position, id }: { position: number; id: string }) {
  return { position: { gte: position }, OR: [{ position: { gt: position } }, { id: { gt: id } }] };
}
