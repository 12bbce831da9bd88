// The addresses at which a person's calendar programs read: made, replaced and switched off by that person alone.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import type { SignedIn } from "../accounts/sessions.server";
import { demand, type Member } from "../access/member";
import { membershipsOf } from "../access/members.server";
import { rolesWith } from "../access/role";
import { invalid, notFound } from "../refusal";
import { newFeedAddress } from "./feed-secret.server";

export interface FeedView {
  id: string;
  madeAt: Date;
  /** When a calendar program read it last, to the hour. */
  lastReadAt: Date | null;
}

/** A person's own feeds. */
export interface OwnFeeds {
  /** Of what they owe, in all networks; null where there is none. */
  mine: FeedView | null;
  /** By name; without one where they hold no role now. */
  networks: Array<FeedView & { network: { name: string; slug: string } | null }>;
  /** They hold a role now by which they hand something in. */
  owes: boolean;
}

/** The place of the feed that is of no network alone. */
const allNetworks = "mine";

const shown = { id: true, madeAt: true, lastReadAt: true } as const;

export async function listFeeds(own: SignedIn): Promise<OwnFeeds> {
  const [feeds, memberships] = await Promise.all([
    database().read.calendarFeed.findMany({
      where: { personId: own.person.id },
      select: { ...shown, network: { select: { id: true, name: true, slug: true } } },
    }),
    membershipsOf(own.person.id),
  ]);
  const byName = new Intl.Collator(own.person.language);
  const held = new Set(memberships.map(({ network }) => network.id));
  const networks = feeds
    .flatMap(({ network, ...feed }) =>
      network ? [{ ...feed, network: held.has(network.id) ? network : null }] : [],
    )
    .sort((one, other) => byName.compare(one.network?.name ?? "", other.network?.name ?? ""));
  const owing = [...rolesWith("hand-in-deliverables"), ...rolesWith("manage-deliverables")];
  return {
    mine: feeds.find(({ network }) => network === null) ?? null,
    networks,
    owes: memberships.some(({ role }) => owing.some((one) => one === role)),
  };
}

/** The member's feed of this network, where they have one. Refuses whoever does not see how deliverables stand. */
export async function readNetworkFeed(member: Member): Promise<FeedView | null> {
  demand(member, "see-deliverables");
  const { personId, network } = member;
  return database().read.calendarFeed.findUnique({
    where: { personId_place: { personId, place: network.id } },
    select: shown,
  });
}

/** Makes the address of what the person owes, and answers it, this once; a former one opens nothing from now on. */
export async function makeOwnFeed(own: SignedIn): Promise<string> {
  return makeFeed({ personId: own.person.id, place: allNetworks, networkId: null });
}

/** The same of all that the member sees of their network. Refuses as reading does, and `invalid` a network in the archive. */
export async function makeNetworkFeed(member: Member): Promise<string> {
  demand(member, "see-deliverables");
  const { personId, network } = member;
  if (network.state === "archived") throw invalid("form", "calendar:wrong.archived");
  return makeFeed({ personId, place: network.id, networkId: network.id });
}

/** The address opens nothing any more, and what it has offered is forgotten. Refuses `not-found` what is not the person's own. */
export async function endFeed(own: SignedIn, id: string): Promise<void> {
  const { count } = await database().write((transaction) =>
    transaction.calendarFeed.deleteMany({ where: { id, personId: own.person.id } }),
  );
  if (count === 0) throw notFound();
}

/** The same of the member's feed of this network, also where there is none. Refuses as reading it does. */
export async function endNetworkFeed(member: Member): Promise<void> {
  demand(member, "see-deliverables");
  const { personId, network } = member;
  await database().write((transaction) =>
    transaction.calendarFeed.deleteMany({ where: { personId, place: network.id } }),
  );
}

/** What was offered at a former address stays known: whoever adds the new one in its place hears of changes as before. */
async function makeFeed(of: { personId: string; place: string; networkId: string | null }): Promise<string> {
  const { address, secretHash } = newFeedAddress();
  const { personId, place } = of;
  const made = { secretHash, madeAt: now(), lastReadAt: null };
  await database().write((transaction) =>
    transaction.calendarFeed.upsert({
      where: { personId_place: { personId, place } },
      create: { id: newId(), ...of, ...made },
      update: made,
    }),
  );
  return address;
}
