// The chain of what happened: each row carries a hash over itself and the row before it, so that a removed or altered row shows.
import { createHash } from "node:crypto";
import { database, type Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import type { ActivityKind, Audience } from "./activity";

/** The chain of what belongs to no network. */
export const houseChain = "house";

export interface ActivityRow {
  kind: ActivityKind;
  personId: string | null;
  networkId?: string;
  documentId?: string;
  partnershipId?: string;
  /** Made where it is not given. */
  id?: string;
  reach: Audience["room"];
  subjectId: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  at: Date;
}

/** The columns of a row that its hash covers, in their order. */
export interface SealedColumns {
  chain: string;
  position: number;
  id: string;
  networkId: string | null;
  personId: string | null;
  kind: string;
  reach: string;
  subjectId: string;
  partnershipId: string | null;
  documentId: string | null;
  before: unknown;
  after: unknown;
  at: Date;
}

/** Writes a row at the end of its chain. Writers take turns, so no two rows get the same place. */
export async function writeActivity(transaction: Transaction, row: ActivityRow): Promise<void> {
  await writeActivities(transaction, row.networkId ?? houseChain, [row]);
}

/** Writes rows that belong to this chain at its end, in this order, at once. */
export async function writeActivities(
  transaction: Transaction,
  chain: string,
  rows: readonly ActivityRow[],
): Promise<void> {
  let { position, hash } = await headOf(transaction, chain);
  const sealed = rows.map((row) => {
    const { id = newId(), networkId = null, documentId = null, partnershipId = null } = row;
    const { before, after, ...rest } = row;
    position += 1;
    const columns = { ...rest, id, chain, position, networkId, documentId, partnershipId };
    hash = hashOf({ ...columns, before: before ?? null, after: after ?? null }, hash);
    return {
      ...columns,
      hash,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
  await transaction.activity.createMany({ data: sealed });
  await moveHead(transaction, { chain, position, hash });
}

/** SHA-256 in hex over the row and the hash of the row before it. */
export function hashOf(row: SealedColumns, previousHash: string): string {
  const { chain, position, id, networkId, personId, kind, reach, subjectId, partnershipId, documentId, at } =
    row;
  const columns = [
    chain,
    position,
    id,
    networkId,
    personId,
    kind,
    reach,
    subjectId,
    partnershipId,
    documentId,
  ];
  const words = canonical([
    ...columns,
    row.before ?? null,
    row.after ?? null,
    at.toISOString(),
    previousHash,
  ]);
  return createHash("sha256").update(words).digest("hex");
}

/**
 * Seals the chains that an older version has left unsealed, each in the order in which it happened. Called once, at start. A row
 * without a seal in a chain that has one already was not written by Torg: it is left as it is, and shows.
 */
export async function sealActivities(): Promise<void> {
  const { read } = database();
  const unsealed = await read.activity.findMany({
    where: { position: 0 },
    distinct: ["chain"],
    select: { chain: true },
  });
  if (unsealed.length === 0) return;
  const heads = await read.chainHead.findMany({ select: { chain: true } });
  const sealed = new Set(heads.map(({ chain }) => chain));
  for (const { chain } of unsealed) if (!sealed.has(chain)) await sealChain(chain);
}

async function sealChain(chain: string): Promise<void> {
  await database().write(async (transaction) => {
    const rows = await transaction.activity.findMany({
      where: { chain, position: 0 },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    let last = await headOf(transaction, chain);
    for (const row of rows) {
      const position = last.position + 1;
      last = { position, hash: hashOf({ ...row, position }, last.hash) };
      await transaction.activity.update({ where: { id: row.id }, data: last });
    }
    await moveHead(transaction, { chain, ...last });
  });
}

/** Removes a chain as a whole, rows and end, for a network that is removed. Whoever does that records it in the house's chain. */
export async function removeChain(transaction: Transaction, chain: string): Promise<void> {
  await transaction.activity.deleteMany({ where: { chain } });
  await transaction.chainHead.deleteMany({ where: { chain } });
  await transaction.noticeMark.deleteMany({ where: { chain } });
}

async function headOf(transaction: Transaction, chain: string): Promise<{ position: number; hash: string }> {
  const head = await transaction.chainHead.findUnique({
    where: { chain },
    select: { position: true, hash: true },
  });
  return head ?? { position: 0, hash: "" };
}

async function moveHead(
  transaction: Transaction,
  { chain, position, hash }: { chain: string; position: number; hash: string },
): Promise<void> {
  await transaction.chainHead.upsert({
    where: { chain },
    create: { chain, position, hash },
    update: { position, hash },
  });
}

/** JSON with the keys of every object in their order: the database gives them back in an order of its own. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
