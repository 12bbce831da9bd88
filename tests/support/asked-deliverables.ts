// Two deliverables that every partner of the demo's network owes, the second of which Alytus has handed in.
import { deliverables } from "../journeys/door/route-table";
import { beginPractice, done, type Places } from "./alytus-writes";
import { signedInAs, type Visitor } from "./visitor";

/** What is handed in is a practice of its own: what was handed in is not thrown away. */
export async function askForDeliverables(origin: string, alytus: Visitor, places: Places): Promise<void> {
  const lead = await signedInAs(origin, "barnsley");
  const home = `/networks/${places.network}/deliverables`;
  for (const id of [deliverables.asked, deliverables.handedIn]) {
    const due = { anchor: "day", fixedOn: "2022-06-01", owedBy: "partners" };
    await done(lead.post(`${home}/new`, { intent: "add", id, title: `A plan ${id}`, ...due }));
  }
  const plan = await beginPractice(alytus, { title: "A plan", text: "Two rooms." });
  const order = { intent: "hand-in", id: deliverables.step, seen: "0", what: `${plan}:now` };
  await done(alytus.post(`${home}/${deliverables.handedIn}/${places.partnership}`, order));
}
