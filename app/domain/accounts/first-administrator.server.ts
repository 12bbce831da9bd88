// On a server without demo data: the one-time address at which the first administrator is created.
import { createHash, randomBytes } from "node:crypto";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { change } from "../activity/activities.server";
import { invalid, notFound, refusalIn } from "../refusal";
import type { CreateAdministrator } from "./account-orders";
import { chargeToken, forgiveToken } from "./limits.server";
import { insertPerson } from "./people.server";
import type { Caller } from "./sessions.server";

const identifier = "first-administrator";
const daysOpen = 7;

/** A new one-time token where nobody has an account yet, otherwise null. An earlier one is worth nothing any more. */
export async function offerFirstAdministrator(): Promise<string | null> {
  if ((await database().read.person.count()) > 0) return null;
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + daysOpen * 24 * 60 * 60 * 1000);
  await database().write(async (transaction) => {
    await transaction.verification.deleteMany({ where: { identifier } });
    await transaction.verification.create({
      data: { id: newId(), identifier, value: hash(token), expiresAt },
    });
  });
  return token;
}

/** Whether the token opens the door now. Refuses `not-found` otherwise, and after too many tries. */
export async function demandFirstAdministratorToken(caller: Caller, token: string): Promise<void> {
  await chargeToken(caller.address).catch((refusal: unknown) => {
    throw refusalIn(refusal) ? notFound() : refusal;
  });
  const offered = await database().read.verification.findFirst({
    where: { identifier, value: hash(token), expiresAt: { gt: now() } },
    select: { id: true },
  });
  if (!offered) throw notFound();
  await forgiveToken(caller.address);
}

/** Creates the first administrator and closes the door behind them. Refuses `not-found` a used, old or wrong token. */
export async function createFirstAdministrator(
  caller: Caller,
  token: string,
  order: CreateAdministrator,
): Promise<void> {
  await chargeToken(caller.address);
  const { hashPassword } = await import("better-auth/crypto");
  const passwordHash = await hashPassword(order.password);
  await change(async (transaction, record) => {
    const { count } = await transaction.verification.deleteMany({
      where: { identifier, value: hash(token), expiresAt: { gt: now() } },
    });
    if (count === 0) throw notFound();
    if ((await transaction.person.count()) > 0) throw invalid("form", "alreadySetUp");
    const { id } = await insertPerson(transaction, { ...order, passwordHash, isAdministrator: true });
    await record({ kind: "person-created", personId: id, subjectId: id, audience: [] });
  });
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
