// Loads the demo networks into an empty database, and says who may try them.
import { database, type Transaction } from "~/platform/db.server";
import { accounts } from "../../../prisma/demo/accounts";
import { digiPlace } from "../../../prisma/demo/digiplace/network";
import { techRevolution } from "../../../prisma/demo/tech-revolution/network";
import { insertPerson } from "../accounts/people.server";
import { demoAddress, demoPassword } from "./demo";
import { insertCities, insertNetwork } from "./demo-network.server";

/** The networks are loaded only where nobody has an account yet: a database in use is never touched, nor one whose demo was removed. */
export async function loadDemo(): Promise<boolean> {
  if ((await database().read.person.count()) > 0) return false;
  const { hashPassword } = await import("better-auth/crypto");
  const passwordHash = await hashPassword(demoPassword);
  await database().write(async (transaction) => {
    const people = await insertPeople(transaction, passwordHash);
    const cityIds = await insertCities(transaction);
    for (const network of [techRevolution, digiPlace])
      await insertNetwork(transaction, network, { people, cityIds });
  });
  return true;
}

/** The demo accounts of this database with their roles in words, or null where there is no demo (any more). */
export async function demoAccounts(): Promise<{
  password: string;
  accounts: Array<{ email: string; roles: string }>;
} | null> {
  const { read } = database();
  if ((await read.network.count({ where: { isDemo: true } })) === 0) return null;
  const people = await read.person.findMany({
    where: { email: { in: demoAddresses() }, deactivatedAt: null },
    select: { email: true, name: true, memberships: { select: { network: { select: { name: true } } } } },
  });
  if (people.length === 0) return null;
  const place = ({ email }: { email: string }) => demoAddresses().indexOf(email);
  return {
    password: demoPassword,
    accounts: people
      .sort((one, other) => place(one) - place(other))
      .map(({ email, name, memberships }) => {
        const networks = [...new Set(memberships.map(({ network }) => network.name))].join(", ");
        return { email, roles: networks ? `${name} (${networks})` : name };
      }),
  };
}

/** The addresses of all accounts that come with the demo. */
export function demoAddresses(): string[] {
  return accounts.map(({ account }) => demoAddress(account));
}

/** The ids of the people by the part of their address before the @. */
async function insertPeople(transaction: Transaction, passwordHash: string): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const { account, name, speaks, isAdministrator = false } of accounts) {
    const email = demoAddress(account);
    const { id } = await insertPerson(transaction, { name, email, passwordHash, isAdministrator });
    await transaction.person.update({ where: { id }, data: { speaks } });
    people.set(account, id);
  }
  return people;
}
