// Cities and their institutions: choosing one, adding one, and what a city is called.
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { forbidden, invalid, notFound } from "../refusal";
import { newCity } from "./network";
import type { PlaceOrder } from "./network-orders";
import type { ChangeCity } from "./partnership-orders";
import { cityName, forgetPlaces } from "./places.server";

export interface CityChoice {
  id: string;
  name: string;
  country: string;
}

/** All cities that Torg knows, for whoever adds partners; names in the member's language. */
export async function citiesToChoose(member: Member): Promise<CityChoice[]> {
  demand(member, "manage-network");
  return allCities(member.language);
}

/** The same for an administrator who creates a network. */
export async function citiesForAdministrator(own: SignedIn): Promise<CityChoice[]> {
  demandAdministrator(own);
  return allCities(own.person.language);
}

async function allCities(language: string): Promise<CityChoice[]> {
  const cities = await database().read.city.findMany({
    select: { id: true, country: true, names: { select: { language: true, name: true, isOwn: true } } },
  });
  return cities
    .map(({ id, country, names }) => ({ id, country, name: cityName({ names }, language) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

/**
 * The institution that a form names, found or newly written; in a city of the list or a new one.
 * Refuses `invalid` a city that is not in the list, and a new one that is.
 */
export async function institutionAt(transaction: Transaction, order: PlaceOrder): Promise<string> {
  const cityId = order.city === newCity ? await addCity(transaction, order) : order.city;
  const city = await transaction.city.findUnique({ where: { id: cityId }, select: { id: true } });
  if (!city) throw invalid("city", "unknownChoice");
  return institutionIn(transaction, cityId, order.institution);
}

/** The institution of this name in the city, newly written where there is none. */
export async function institutionIn(transaction: Transaction, cityId: string, name: string): Promise<string> {
  const institutions = await transaction.institution.findMany({
    where: { cityId },
    select: { id: true, name: true },
  });
  const known = institutions.find((institution) => folded(institution.name) === folded(name));
  if (known) return known.id;
  const id = newId();
  await transaction.institution.create({ data: { id, cityId, name } });
  return id;
}

async function addCity(transaction: Transaction, order: PlaceOrder): Promise<string> {
  const { country, population, latitude, longitude, cityName: name, cityLanguage: language } = order;
  const names = await transaction.cityName.findMany({
    where: { city: { country } },
    select: { name: true },
  });
  if (names.some((known) => folded(known.name) === folded(name))) throw invalid("cityName", "cityKnown");
  const id = newId();
  await transaction.city.create({
    data: {
      id,
      country,
      population,
      latitude,
      longitude,
      names: { create: { language, name, isOwn: true } },
    },
  });
  return id;
}

/**
 * Changes what is known of a partner's city: its names by language with its own one marked, country, population, position.
 * Refuses `forbidden` where other networks work with the city as well: one network does not rename another's partner.
 */
export async function changeCity(member: Member, partnershipId: string, order: ChangeCity): Promise<void> {
  demand(member, "manage-network");
  await change(async (transaction, record) => {
    const partnership = await transaction.partnership.findFirst({
      where: { id: partnershipId, networkId: member.network.id },
      select: { institution: { select: { cityId: true } } },
    });
    if (!partnership) throw notFound();
    const { cityId } = partnership.institution;
    if (await isSharedCity(transaction, member.network.id, cityId)) throw forbidden();
    await record({
      kind: "city-changed",
      personId: member.personId,
      networkId: member.network.id,
      partnershipId,
      subjectId: cityId,
      ...(await writeCity(transaction, cityId, order)),
      audience: [{ room: "network", networkId: member.network.id }],
    });
  });
  forgetPlaces();
}

/** Writes what is known of a city, and says what it was and became, for the record. Refuses `not-found` none. */
export async function writeCity(transaction: Transaction, cityId: string, { names, ...facts }: ChangeCity) {
  const before = await transaction.city.findUnique({
    where: { id: cityId },
    select: {
      country: true,
      population: true,
      latitude: true,
      longitude: true,
      names: { select: { language: true, name: true, isOwn: true } },
    },
  });
  if (!before) throw notFound();
  await transaction.cityName.deleteMany({ where: { cityId } });
  await transaction.city.update({ where: { id: cityId }, data: { ...facts, names: { create: names } } });
  return { before, after: { ...facts, names, title: cityName({ names }, "") } };
}

/** Whether another network has a partner in this city. */
export async function isSharedCity(
  transaction: Pick<Transaction, "partnership">,
  networkId: string,
  cityId: string,
): Promise<boolean> {
  const elsewhere = await transaction.partnership.findFirst({
    where: { networkId: { not: networkId }, institution: { cityId } },
    select: { id: true },
  });
  return elsewhere !== null;
}

/** Names that a reader would take for the same. */
function folded(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}
