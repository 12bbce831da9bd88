// A person as a member of one network: the first argument of every use-case, and the judge of what they may do.
import { forbidden, notFound } from "../refusal";
import { abilities, abilitiesOf, type Ability, type Role } from "./role";

export interface HeldRole {
  role: Role;
  /** The partner for which it is held; null where it is held for the network. */
  partnershipId: string | null;
}

/** How somebody is named on a document: each level allows what those before it do. */
export const namedLevels = ["reader", "commenter", "writer"] as const;
export type NamedLevel = (typeof namedLevels)[number];

/** Open; closed by its lead partner or archived by an administrator: then it is only read. */
export type NetworkState = "open" | "closed" | "archived";

export interface Member {
  personId: string;
  name: string;
  language: string;
  timeZone: string;
  network: { id: string; slug: string; name: string; isDemo: boolean; state: NetworkState };
  /** The roles held now; never empty. */
  roles: HeldRole[];
  /** The documents on which they are named, by id. */
  named: ReadonlyMap<string, NamedLevel>;
  /** When the next of the roles ends, if one does: sockets are judged afresh then. */
  nextEnd: Date | null;
}

/** How far a member's ability reaches. */
export type Reached = { everywhere: true } | { everywhere: false; partnershipIds: string[] };

/** What judging needs of a member. */
type Judged = Pick<Member, "roles"> & { network: Pick<Member["network"], "state"> };

/** Where a member has an ability: abilities of several roles add up. Nobody writes in a network that is no longer open. */
export function reachOf(member: Judged, ability: Ability): Reached {
  const partnershipIds = new Set<string>();
  if (member.network.state !== "open" && abilities[ability] === "writing")
    return { everywhere: false, partnershipIds: [] };
  for (const { role, partnershipId } of member.roles) {
    const reach = abilitiesOf[role][ability];
    if (reach === "network") return { everywhere: true };
    if (reach === "city" && partnershipId) partnershipIds.add(partnershipId);
  }
  return { everywhere: false, partnershipIds: [...partnershipIds] };
}

/**
 * The same member as if the network were open: what somebody would write there they may look at while it is closed or archived. For
 * reading alone, never for what changes something.
 */
export function asWhileOpen<Someone extends Judged>(member: Someone): Someone {
  return { ...member, network: { ...member.network, state: "open" } };
}

/** Whether the member has the ability for something of this partner (or, without one, for anything at all). */
export function can(member: Judged, ability: Ability, partnershipId?: string): boolean {
  const reached = reachOf(member, ability);
  if (reached.everywhere) return true;
  return partnershipId === undefined
    ? reached.partnershipIds.length > 0
    : reached.partnershipIds.includes(partnershipId);
}

/** Refuses a member who lacks the ability: `forbidden` where they may at least see the thing, otherwise `not-found`. */
export function demand(member: Member, ability: Ability, partnershipId?: string, isSeen = true): void {
  if (!can(member, ability, partnershipId)) throw isSeen ? forbidden() : notFound();
}
