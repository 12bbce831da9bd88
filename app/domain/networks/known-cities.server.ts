// The cities that Torg knows, for administrators: what several networks share is nobody's own to change, so they mend it.
import { database, type Transaction } from "~/platform/db.server";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { change } from "../activity/activities.server";
import { notFound } from "../refusal";
import { writeCity } from "./cities.server";
import type { CityFacts } from "./network";
import type { ChangeCity } from "./partnership-orders";
import { cityName, forgetPlaces } from "./places.server";

export interface KnownCity {
  id: string;
  name: string;
  country: string;
  /** The names of the networks that work or worked with it. */
  networks: string[];
}

const named = {
  id: true,
  country: true,
  names: { select: { language: true, name: true, isOwn: true } },
  institutions: {
    select: { partnerships: { select: { network: { select: { id: true, name: true } } } } },
  },
} as const;

/** All cities by name, in the reader's language. Refuses `not-found` whoever is no administrator. */
export async function listKnownCities(own: SignedIn): Promise<KnownCity[]> {
  demandAdministrator(own);
  const { language } = own.person;
  const cities = await database().read.city.findMany({ select: named });
  return cities
    .map((city) => viewOf(city, language))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

/** One city with its facts. Refuses `not-found` whoever is no administrator, and none. */
export async function readKnownCity(
  own: SignedIn,
  cityId: string,
): Promise<KnownCity & { facts: CityFacts }> {
  demandAdministrator(own);
  const city = await database().read.city.findUnique({
    where: { id: cityId },
    select: { ...named, population: true, latitude: true, longitude: true },
  });
  if (!city) throw notFound();
  const { country, population, latitude, longitude, names } = city;
  return {
    ...viewOf(city, own.person.language),
    facts: { country, population, latitude, longitude, names },
  };
}

/**
 * Changes a city's names, country, population and position for all networks that work with it. Every one of them finds it in its own
 * record; where there is none, the house's has it. Refuses `not-found` whoever is no administrator, and none.
 */
export async function changeKnownCity(own: SignedIn, cityId: string, order: ChangeCity): Promise<void> {
  demandAdministrator(own);
  await change(async (transaction, record) => {
    const happened = {
      kind: "city-changed" as const,
      personId: own.person.id,
      subjectId: cityId,
      ...(await writeCity(transaction, cityId, order)),
    };
    const places = await placesIn(transaction, cityId);
    for (const { networkId, id: partnershipId } of places)
      await record({ ...happened, networkId, partnershipId, audience: [{ room: "network", networkId }] });
    if (places.length === 0) await record({ ...happened, audience: [] });
  });
  forgetPlaces();
}

/** One partnership in the city for each network that has any. */
function placesIn(transaction: Transaction, cityId: string) {
  return transaction.partnership.findMany({
    where: { institution: { cityId } },
    select: { id: true, networkId: true },
    orderBy: { since: "desc" },
    distinct: ["networkId"],
  });
}

interface CityRow {
  id: string;
  country: string;
  names: CityFacts["names"];
  institutions: Array<{ partnerships: Array<{ network: { id: string; name: string } }> }>;
}

function viewOf({ id, country, names, institutions }: CityRow, language: string): KnownCity {
  const networks = new Map(
    institutions.flatMap(({ partnerships }) => partnerships.map(({ network }) => [network.id, network.name])),
  );
  const byName = [...networks.values()].sort((one, other) => one.localeCompare(other, language));
  return { id, country, name: cityName({ names }, language), networks: byName };
}
