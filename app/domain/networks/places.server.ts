// Where the partners of a network are: read as a whole and kept for a moment, because every screen names cities.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { once } from "~/platform/once";
import { heldFor } from "../access/held-for";
import type { Role } from "../access/role";
import { dayOf } from "./calendar-day";

export interface Place {
  partnershipId: string;
  role: string;
  since: string;
  until: string | null;
  institution: string;
  country: string;
  /** In degrees; null where it is not known. */
  position: { latitude: number; longitude: number } | null;
  names: Array<{ language: string; name: string; isOwn: boolean }>;
}

/** Milliseconds after which the names are asked of the database again. They are no secret and decide nothing about access. */
const freshFor = 5_000;

interface Kept {
  at: number;
  places: Promise<Map<string, Place>>;
}

const keptPlaces = () => once("places", () => new Map<string, Kept>());

/** Lets a change be seen at once in this process: call after it is committed. Without a network, all are asked again. */
export function forgetPlaces(networkId?: string): void {
  if (networkId === undefined) keptPlaces().clear();
  else keptPlaces().delete(networkId);
}

/** The places of a network's partnerships by their ids. A changed name shows within five seconds, in every process. */
export function placesOf(networkId: string): Promise<Map<string, Place>> {
  const kept = keptPlaces();
  const known = kept.get(networkId);
  const at = now().getTime();
  if (known && Math.abs(at - known.at) < freshFor) return known.places;
  const places = readPlaces(networkId);
  kept.set(networkId, { at, places });
  places.catch(() => {
    if (kept.get(networkId)?.places === places) kept.delete(networkId);
  });
  return places;
}

/** The same, asked of the database at once: for what was added a moment ago and has to be there. */
export async function readPlaces(networkId: string): Promise<Map<string, Place>> {
  const partnerships = await database().read.partnership.findMany({
    where: { networkId },
    select: {
      id: true,
      role: true,
      since: true,
      until: true,
      institution: {
        select: {
          name: true,
          city: {
            select: {
              country: true,
              latitude: true,
              longitude: true,
              names: { select: { language: true, name: true, isOwn: true } },
            },
          },
        },
      },
    },
  });
  return new Map(
    partnerships.map(({ id, role, since, until, institution: { name, city } }) => {
      const { country, latitude, longitude, names } = city;
      const position = latitude === null || longitude === null ? null : { latitude, longitude };
      return [id, { partnershipId: id, role, since, until, institution: name, country, position, names }];
    }),
  );
}

/** What the place's city is called in this language, or what it calls itself. */
export function cityName(place: Pick<Place, "names"> | undefined, language: string): string {
  const names = place?.names ?? [];
  return (names.find((name) => name.language === language) ?? names.find(({ isOwn }) => isOwn))?.name ?? "";
}

/** The cities under which a role stands on this day, today unless told otherwise: see `heldFor`. */
export function citiesOfRole(
  places: ReadonlyMap<string, Place>,
  role: Role,
  partnershipIds: readonly string[],
  language: string,
  day = dayOf(now()),
): string[] {
  return heldFor(places, role, partnershipIds, day).map((id) => cityName(places.get(id), language));
}

/** The same of a role that is held for one partner or for the network; null: under no city. */
export function cityOfRole(
  places: ReadonlyMap<string, Place>,
  { role, partnershipId }: { role: Role; partnershipId: string | null },
  language: string,
  day?: string,
): string | null {
  const [city] = citiesOfRole(places, role, partnershipId ? [partnershipId] : [], language, day);
  return city ?? null;
}

/** A city may have been in the network by one institution after the other: its partnerships, those of the same name counting as one. */
export async function partnershipsInCity(
  networkId: string,
  partnershipId: string,
  language: string,
): Promise<string[]> {
  const places = await placesOf(networkId);
  const name = cityName(places.get(partnershipId), language);
  return [...places.values()]
    .filter((place) => name !== "" && cityName(place, language) === name)
    .map((place) => place.partnershipId);
}

/** The cities that are or were in the network, each once, by name; the id is that of one of its partnerships. */
export async function citiesOf(
  networkId: string,
  language: string,
): Promise<Array<{ id: string; name: string }>> {
  const cities = new Map<string, { id: string; name: string }>();
  for (const { partnershipId: id, names } of (await placesOf(networkId)).values()) {
    const name = cityName({ names }, language);
    if (!cities.has(name)) cities.set(name, { id, name });
  }
  const byName = new Intl.Collator(language);
  return [...cities.values()].sort((one, other) => byName.compare(one.name, other.name));
}
