// What moves when the days of a phase do. Due days hang on phases, but are of a room that comes later: it says what moved.
import type { Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";

/** Writes, within the transaction, and answers what moved by it, as the record of what happened keeps it. */
export type Moving = (
  transaction: Transaction,
  write: () => Promise<unknown>,
) => Promise<Prisma.InputJsonObject>;

/** Where nothing hangs on phases. */
export const nothingMoves: Moving = async (_, write) => {
  await write();
  return {};
};
