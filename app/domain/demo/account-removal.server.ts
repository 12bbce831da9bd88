// What becomes of the demo's accounts when the demo goes: their password is known to everybody, so none stays as it was unnoticed.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { houseChain } from "../activity/chain.server";
import { isDemoAddress } from "../accounts/account";
import type { SignedIn } from "../accounts/sessions.server";
import { invalid } from "../refusal";
import { demoAddresses } from "./demo.server";
import type { RemoveDemo } from "./demo-orders";

export interface Cleared {
  /** Ids of the accounts that are gone. */
  gone: string[];
  /** Ids of those of which only the name stays, because the house's chain names them: closed for good, without a password. */
  emptied: string[];
  /** Addresses of those that stay as they are, because they work elsewhere. Their password is still the documented one. */
  kept: string[];
}

/** The acting administrator's account as it is to be: an address and a password of their own. */
export interface OwnAccount {
  name: string;
  email: string;
  passwordHash: string;
}

/**
 * What the acting administrator's account becomes: null where it is theirs already. Refuses `invalid` a demo account that is given
 * no name, address or password of its own, and an address that has an account.
 */
export async function ownAccount(own: SignedIn, order: RemoveDemo): Promise<OwnAccount | null> {
  if (!isDemoAddress(own.person.email)) return null;
  const { name, email, password } = order;
  if (!name) throw invalid("name", "required");
  if (!email) throw invalid("email", "required");
  if (!password) throw invalid("password", "required");
  if (isDemoAddress(email)) throw invalid("email", "administration:wrong.demoAddress");
  if ((await database().read.person.count({ where: { email } })) > 0)
    throw invalid("email", "administration:wrong.addressTaken");
  const { hashPassword } = await import("better-auth/crypto");
  return { name, email, passwordHash: await hashPassword(password) };
}

/** Removes, empties or keeps each account of the demo. Call after the demo networks are gone. */
export async function clearAccounts(
  transaction: Transaction,
  own: SignedIn,
  mine: OwnAccount | null,
): Promise<Cleared> {
  const cleared: Cleared = { gone: [], emptied: [], kept: [] };
  for (const { id, email, activities, ...rest } of await demoPeople(transaction)) {
    if (id === own.person.id) continue;
    const worksElsewhere =
      Object.values(rest._count).some((count) => count > 0) ||
      activities.some(({ chain }) => chain !== houseChain);
    if (worksElsewhere) cleared.kept.push(email);
    else if (activities.length > 0) cleared.emptied.push(id);
    else cleared.gone.push(id);
  }
  const noLonger = { in: [...cleared.gone, ...cleared.emptied] };
  await transaction.verification.deleteMany({ where: { value: noLonger } });
  await transaction.session.deleteMany({ where: { personId: noLonger } });
  await transaction.credential.deleteMany({ where: { personId: noLonger } });
  await transaction.calendarFeed.deleteMany({ where: { personId: noLonger } });
  await transaction.person.deleteMany({ where: { id: { in: cleared.gone } } });
  await transaction.person.updateMany({
    where: { id: { in: cleared.emptied } },
    data: { deactivatedAt: now(), isAdministrator: false },
  });
  if (mine) await makeOwn(transaction, own, mine);
  return cleared;
}

/** The accounts that came with the demo, with all that would tie them to what stays. */
function demoPeople(transaction: Transaction) {
  return transaction.person.findMany({
    where: { email: { in: demoAddresses() } },
    select: {
      id: true,
      email: true,
      activities: { select: { chain: true }, distinct: ["chain"] },
      _count: {
        select: {
          memberships: true,
          comments: true,
          resolved: true,
          assigned: true,
          created: true,
          published: true,
          saved: true,
          responsible: true,
          invited: true,
          accepted: true,
          handedOver: true,
          takenOver: true,
          trashed: true,
          named: true,
          naming: true,
          marks: true,
          signOffs: true,
          statements: true,
          reflections: true,
          templates: true,
          publications: true,
          versionsNamed: true,
          filesAttached: true,
          filesErased: true,
        },
      },
    },
  });
}

async function makeOwn(transaction: Transaction, own: SignedIn, mine: OwnAccount): Promise<void> {
  const { id: personId } = own.person;
  const { name, email, passwordHash } = mine;
  await transaction.person.update({ where: { id: personId }, data: { name, email } });
  await transaction.credential.updateMany({
    where: { personId, providerId: "credential" },
    data: { password: passwordHash },
  });
  await transaction.session.deleteMany({ where: { personId, id: { not: own.sessionId } } });
  await transaction.verification.deleteMany({ where: { value: personId } });
  // Whoever knew the documented password may have made one.
  await transaction.calendarFeed.deleteMany({ where: { personId } });
}
