// A network that is closed or archived, behind the screens.
import type { Member, NetworkState } from "~/domain/access/member";
import { memberOf, type PersonActing } from "~/domain/access/members.server";
import { database } from "~/platform/db.server";

/** Sets the state and answers the member that this person is in the network from then on. */
export async function setNetworkState(
  networkId: string,
  person: PersonActing,
  state: NetworkState,
): Promise<Member> {
  const { slug } = await database().write((transaction) =>
    transaction.network.update({ where: { id: networkId }, data: { state } }),
  );
  return memberOf(person, slug);
}
