// The first and the last day of a partnership, set behind the screens: days that are long past are refused there.
import { forgetPlaces } from "~/domain/networks/places.server";
import { database } from "~/platform/db.server";

async function set(networkId: string, id: string, data: { since?: string; until?: string }): Promise<void> {
  await database().write((transaction) => transaction.partnership.update({ where: { id }, data }));
  forgetPlaces(networkId);
}

export const changeSince = (networkId: string, id: string, since: string) => set(networkId, id, { since });
export const closeOn = (networkId: string, id: string, until: string) => set(networkId, id, { until });
