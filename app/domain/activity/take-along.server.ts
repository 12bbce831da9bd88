// The record of what happened to take along: row by row with its place and its seal, so that whoever keeps it can hold it against Torg.
import { database, type Reader } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { mayRestore, sharedDocument } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { visibleActivities } from "../access/visible-to.server";
import { notFound } from "../refusal";
import { houseChain } from "./chain.server";

/** What the seal covers, in the names of the record; `before` and `after` only where they are given out. */
export interface TakenRow {
  chain: string;
  position: number;
  /** "": everything is here. "content": without what it was and became. "row": nothing but its place and its seal. */
  withheld: "" | "content" | "row";
  at?: string;
  /** The name of who did it, as it is now; the seal does not cover it. */
  person?: string | null;
  kind?: string;
  reach?: string;
  id?: string;
  networkId?: string | null;
  personId?: string | null;
  subjectId?: string;
  partnershipId?: string | null;
  documentId?: string | null;
  before?: unknown;
  after?: unknown;
  hash: string;
}

/** Whoever is signed in, as far as judging administrators needs it. */
export interface Administrating {
  person: { isAdministrator: boolean };
}

/** How much of a row its receiver gets. */
type Judge = (row: StoredRow) => TakenRow["withheld"];

type StoredRow = Awaited<ReturnType<typeof nextRows>>[number];

/** Rows held in memory at a time. */
const page = 1_000;

/** What only those near to it know: an administrator manages the record and does not thereby read it. */
const near = ["working", "group", "open", "named", "person", "experts-working", "experts-published"];

/**
 * The member's network's chain from its beginning, every position of it, in pages. What the member may not know of is there as a
 * place and a seal; remarks come without the words that their writers replaced, texts in the trash without what they were called, but
 * for who may bring them back. Refuses `forbidden` without `export-activity`.
 */
export async function takeNetworkAlong(member: Member): Promise<AsyncGenerator<TakenRow[]>> {
  demand(member, "export-activity");
  const chain = member.network.id;
  return pages(database().read, chain, await endOf(chain), async (rows) => {
    const seen = await database().read.activity.findMany({
      where: { AND: [visibleActivities(member), { id: { in: rows.map(({ id }) => id) } }] },
      select: { id: true },
    });
    const visible = new Set(seen.map(({ id }) => id));
    const closed = await documentsOf(
      rows,
      (document) => isInTrash(document) && !mayRestore(member, document),
    );
    return (row) =>
      visible.has(row.id) ? contentOf(row, hasReplacedWords(row) || isOneOf(closed, row)) : "row";
  });
}

/**
 * Any chain, for administrators: a network's id or "house". What happened in a city's own texts, its groups and to single persons
 * comes without what it was and became, and so does what happened to texts that are published no more. Refuses `not-found` everybody else, and a chain that is none.
 */
export async function takeChainAlong(
  own: Administrating,
  chain: string,
): Promise<{ slug: string; rows: AsyncGenerator<TakenRow[]> }> {
  if (!own.person.isAdministrator) throw notFound();
  const network =
    chain === houseChain
      ? { slug: houseChain }
      : await database().read.network.findUnique({ where: { id: chain }, select: { slug: true } });
  if (!network) throw notFound();
  return {
    slug: network.slug,
    rows: pages(database().read, chain, await endOf(chain), async (rows) => {
      const closed = await documentsOf(
        rows,
        (document) => document.publishedVisibility === null || isInTrash(document),
      );
      return (row) =>
        contentOf(row, near.includes(row.reach) || hasReplacedWords(row) || isOneOf(closed, row));
    }),
  };
}

/** All of a chain, for whoever keeps the server and so the file itself. */
export async function takeEverything(chain: string, read: Reader): Promise<AsyncGenerator<TakenRow[]>> {
  return pages(read, chain, await endOf(chain, read), async () => () => "");
}

async function* pages(
  read: Reader,
  chain: string,
  end: number,
  judgeOf: (rows: StoredRow[]) => Promise<Judge>,
): AsyncGenerator<TakenRow[]> {
  let last: { position: number; id: string } | undefined;
  for (;;) {
    const rows = await nextRows(read, chain, end, last);
    const judge = await judgeOf(rows);
    yield rows.map((row) => taken(row, judge(row)));
    last = rows.at(-1);
    if (!last || rows.length < page) return;
  }
}

function nextRows(read: Reader, chain: string, end: number, last?: { position: number; id: string }) {
  const beyond = last && {
    position: { gte: last.position, lte: end },
    OR: [{ position: { gt: last.position } }, { id: { gt: last.id } }],
  };
  return read.activity.findMany({
    where: { chain, ...(beyond ?? { position: { lte: end } }) },
    include: { person: { select: { name: true } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: page,
  });
}

/** The position of the last row: of what is written meanwhile nothing is taken. */
async function endOf(chain: string, read: Reader = database().read): Promise<number> {
  const last = await read.activity.aggregate({ where: { chain }, _max: { position: true } });
  return last._max.position ?? 0;
}

const judged = {
  ...sharedDocument,
  kind: true,
  sealedAt: true,
  createdById: true,
  purgedAt: true,
} as const;

type JudgedDocument = Prisma.DocumentGetPayload<{ select: typeof judged }>;

/** The documents to which these rows happened, of those that are so. */
async function documentsOf(
  rows: readonly StoredRow[],
  isSo: (document: JudgedDocument) => boolean,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap(({ documentId }) => documentId ?? []))];
  const documents = await database().read.document.findMany({ where: { id: { in: ids } }, select: judged });
  return new Set(documents.filter(isSo).map(({ id }) => id));
}

function isInTrash({ trashedAt }: JudgedDocument): boolean {
  return trashedAt !== null;
}

function isOneOf(documents: ReadonlySet<string>, { documentId }: StoredRow): boolean {
  return documentId !== null && documents.has(documentId);
}

function contentOf({ before, after }: StoredRow, isWithheld: boolean): TakenRow["withheld"] {
  return isWithheld && (before !== null || after !== null) ? "content" : "";
}

/** Whoever edits a remark takes its former words back: they are kept as a proof, and shown to nobody. */
function hasReplacedWords({ kind }: StoredRow): boolean {
  return kind.startsWith("comment-");
}

function taken(row: StoredRow, withheld: TakenRow["withheld"]): TakenRow {
  const { chain, position, hash, at, person, before, after, ...columns } = row;
  if (withheld === "row") return { chain, position, withheld, hash };
  const content = withheld === "content" ? {} : { before, after };
  return {
    chain,
    position,
    withheld,
    at: at.toISOString(),
    person: person?.name ?? null,
    ...columns,
    ...content,
    hash,
  };
}
