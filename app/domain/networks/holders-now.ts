// Who works in a network at an instant, as a query asks for it: everybody with a role then who can sign in.
import type { Member } from "../access/member";

/** For the `where` of memberships: those of the member's network held at that instant by people who are not deactivated. */
export function holdersAt({ network }: { network: Pick<Member["network"], "id"> }, at: Date) {
  return {
    networkId: network.id,
    since: { lte: at },
    OR: [{ until: null }, { until: { gt: at } }],
    person: { deactivatedAt: null },
  };
}
