// A demo network of which nothing is asked any more, for what begins where nothing is asked for.
import { done } from "./alytus-writes";
import { signedInAs } from "./visitor";

/** Whoever leads the network drops all that it asks for; fails the test where that is nothing. */
export async function dropDeliverables(origin: string, leader: string, network: string): Promise<void> {
  const lead = await signedInAs(origin, leader);
  const home = `${network}/deliverables`;
  const { text } = await lead.page(home);
  const ids = new Set([...text.matchAll(/\/deliverables\/([0-9a-z]{20})"/gu)].map(([, id]) => id));
  if (ids.size === 0) throw new Error("Nothing is asked for.");
  for (const id of ids) await done(lead.post(`${home}/${id}`, { intent: "drop" }));
}
