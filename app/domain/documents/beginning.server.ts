// The choices of somebody who begins a document: its kind and its city.
import type { Member } from "../access/member";
import { readNetwork } from "../networks/networks.server";
import { beginningFor, kindsToBegin } from "./beginning";
import type { DocumentKind } from "./document";

export interface Beginning {
  kinds: DocumentKind[];
  /** A note of a city that is not one's own is private at first. */
  cities: Array<{ id: string; city: string; isPrivate: boolean }>;
}

/** What the member may begin, and for which cities: their own first. Empty for everybody else. */
export async function beginningsOf(member: Member): Promise<Beginning> {
  const { partners } = await readNetwork(member);
  const cities = partners.flatMap(({ id, city }) => {
    const begins = beginningFor(member, id);
    return begins ? [{ id, city, isPrivate: begins === "private" }] : [];
  });
  return {
    kinds: kindsToBegin(member),
    cities: cities.sort((one, other) => Number(one.isPrivate) - Number(other.isPrivate)),
  };
}
