// What administrators see of networks: that they are there, in which state, with how many cities and people. Never what is in them.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import type { NetworkState } from "../access/member";
import { dayOf } from "./calendar-day";
import { leading } from "./membership-rows.server";

export interface AdministeredNetwork {
  id: string;
  slug: string;
  name: string;
  state: NetworkState;
  isDemo: boolean;
  /** Cities that take part now, and people who hold a role now. */
  cities: number;
  people: number;
  /** Whether somebody who can sign in leads it, now or later; otherwise an administrator invites one. */
  isLed: boolean;
  /** The first day of its work, or the one on which it was set up here. */
  since: string;
}

/** All networks, by name. Refuses `not-found` whoever is no administrator. */
export async function listAllNetworks(own: SignedIn): Promise<AdministeredNetwork[]> {
  demandAdministrator(own);
  const at = now();
  const today = dayOf(at);
  const networks = await database().read.network.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      state: true,
      isDemo: true,
      startsOn: true,
      createdAt: true,
      partnerships: {
        where: { since: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] },
        select: { institution: { select: { cityId: true } } },
      },
      memberships: {
        where: { since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] },
        select: { personId: true },
        distinct: ["personId"],
      },
    },
  });
  const led = new Set(
    (
      await database().read.membership.findMany({
        where: leading({ in: networks.map(({ id }) => id) }, at),
        select: { networkId: true },
      })
    ).map(({ networkId }) => networkId),
  );
  return networks
    .map(({ partnerships, memberships, startsOn, createdAt, state, ...network }) => ({
      ...network,
      state: state as NetworkState,
      cities: new Set(partnerships.map(({ institution }) => institution.cityId)).size,
      people: memberships.length,
      isLed: led.has(network.id),
      since: startsOn ?? dayOf(createdAt),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, own.person.language));
}
