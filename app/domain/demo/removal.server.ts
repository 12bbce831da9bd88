// Takes the demo out of a database for good: its networks with all that is in them, its accounts, and cities nobody else uses.
import { database } from "~/platform/db.server";
import { isDemoAddress } from "../accounts/account";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { change, tellSessionsEnded } from "../activity/activities.server";
import { conflict, invalid } from "../refusal";
import { demoAddresses } from "./demo.server";
import type { RemoveDemo } from "./demo-orders";
import { eraseTexts } from "../documents/written-together.server";
import { removeNetworks, removePlaces, type RemovedNetwork } from "./network-removal.server";
import { clearAccounts, ownAccount, type Cleared } from "./account-removal.server";

export interface DemoView {
  networks: Array<{ name: string; people: number; rows: number }>;
  /** How many accounts of the demo there are. */
  accounts: number;
  /** Whether the one who asks uses one of them: then it has to become their own before the rest goes. */
  isOwnAccountDemo: boolean;
}

/** What of the demo is there, or null where nothing is. Refuses `not-found` whoever is no administrator. */
export async function readDemo(own: SignedIn): Promise<DemoView | null> {
  demandAdministrator(own);
  const { read } = database();
  const networks = await read.network.findMany({
    where: { isDemo: true },
    select: { name: true, _count: { select: { memberships: true, activities: true } } },
    orderBy: { name: "asc" },
  });
  if (networks.length === 0) return null;
  return {
    networks: networks.map(({ name, _count }) => ({
      name,
      people: _count.memberships,
      rows: _count.activities,
    })),
    accounts: await read.person.count({ where: { email: { in: demoAddresses() } } }),
    isOwnAccountDemo: isDemoAddress(own.person.email),
  };
}

/**
 * Removes the demo, once and for good. Its networks go with their chains of what happened; the house's chain keeps their names,
 * how many rows they had and their last hashes. Accounts of the demo that hold no role elsewhere and did nothing elsewhere go; what
 * stays of the others is told in the answer. The acting administrator stays, so that the demo is not loaded again.
 * Refuses `not-found` whoever is no administrator, `conflict` where there is no demo, `invalid` a confirmation that is not `word`,
 * and an administrator on a demo account who gives it no address and password of their own.
 */
export async function removeDemo(own: SignedIn, order: RemoveDemo, word: string): Promise<Cleared> {
  demandAdministrator(own);
  if (order.confirmation.trim().toLocaleLowerCase() !== word.toLocaleLowerCase())
    throw invalid("confirmation", "administration:wrong.confirmation");
  const mine = await ownAccount(own, order);
  const done = await change(async (transaction, record) => {
    const { removed, personIds, institutionIds, cityIds, documentIds } = await removeNetworks(transaction);
    if (removed.length === 0) throw conflict();
    const cleared = await clearAccounts(transaction, own, mine);
    await removePlaces(transaction, institutionIds, cityIds);
    await record({
      kind: "demo-removed",
      personId: own.person.id,
      subjectId: own.person.id,
      after: { networks: removed.map(chainOf), accounts: cleared.gone.length },
      audience: [{ room: "person", personId: own.person.id }],
    });
    return { cleared, personIds, documentIds };
  });
  const { cleared, personIds, documentIds } = done;
  await eraseTexts(documentIds);
  for (const personId of new Set([...personIds, ...cleared.gone, ...cleared.emptied]))
    tellSessionsEnded(
      personId === own.person.id ? { personId, exceptSessionId: own.sessionId } : { personId },
    );
  return cleared;
}

function chainOf({ id, name, rows, lastHash }: RemovedNetwork) {
  return { chain: id, name, rows, lastHash };
}
