// Closing a network and opening it again, by its lead partner; archiving it, by an administrator. What is not open is only read.
import type { Transaction } from "~/platform/db.server";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { demand, type Member, type NetworkState } from "../access/member";
import { change, type NewActivity } from "../activity/activities.server";
import type { ActivityKind } from "../activity/activity";
import { conflict, forbidden, notFound } from "../refusal";

/** Closes an open network. Refuses `forbidden` all but its lead partner, `conflict` where it is not open any more. */
export async function closeNetwork(member: Member): Promise<void> {
  demand(member, "close-network");
  await change((transaction, record) =>
    move(transaction, record, member.personId, member.network.id, "network-closed", "open", "closed"),
  );
}

/** Opens a closed network again. Refuses `forbidden` all but its lead partner, and them where it is archived; `conflict` an open one. */
export async function reopenNetwork(member: Member): Promise<void> {
  demand(member, "close-network");
  if (member.network.state === "archived") throw forbidden();
  await change((transaction, record) =>
    move(transaction, record, member.personId, member.network.id, "network-reopened", "closed", "open"),
  );
}

/** Archives a network, open or closed. Refuses `not-found` whoever is no administrator, `conflict` an archived one. */
export async function archiveNetwork(own: SignedIn, slug: string): Promise<void> {
  demandAdministrator(own);
  await change(async (transaction, record) => {
    const { id, state } = await networkAt(transaction, slug);
    if (state === "archived") throw conflict();
    await move(transaction, record, own.person.id, id, "network-archived", state, "archived");
  });
}

/** Takes a network out of the archive, to the state it was archived in. Refuses as `archiveNetwork` does. */
export async function unarchiveNetwork(own: SignedIn, slug: string): Promise<void> {
  demandAdministrator(own);
  await change(async (transaction, record) => {
    const { id } = await networkAt(transaction, slug);
    const archived = await transaction.activity.findFirst({
      where: { networkId: id, kind: "network-archived" },
      select: { before: true },
      orderBy: { position: "desc" },
    });
    const was = (archived?.before as { state?: NetworkState } | null)?.state === "closed" ? "closed" : "open";
    await move(transaction, record, own.person.id, id, "network-unarchived", "archived", was);
  });
}

async function networkAt(transaction: Transaction, slug: string) {
  const network = await transaction.network.findUnique({
    where: { slug },
    select: { id: true, state: true },
  });
  if (!network) throw notFound();
  return { id: network.id, state: network.state as NetworkState };
}

async function move(
  transaction: Transaction,
  record: (activity: NewActivity) => Promise<void>,
  personId: string,
  networkId: string,
  kind: ActivityKind,
  from: NetworkState,
  to: NetworkState,
): Promise<void> {
  const { count } = await transaction.network.updateMany({
    where: { id: networkId, state: from },
    data: { state: to },
  });
  if (count === 0) throw conflict();
  await record({
    kind,
    personId,
    networkId,
    subjectId: networkId,
    before: { state: from },
    after: { state: to },
    audience: [{ room: "network", networkId }],
  });
}
