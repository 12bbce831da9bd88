// A network that is closed stays readable: every screen that its people could read before, they read still; only forms are refused.
import { afterAll, expect, test } from "vitest";
import { alytusWrites, done } from "../../support/alytus-writes";
import { askForDeliverables } from "../../support/asked-deliverables";
import { enrolCallers } from "../../support/callers";
import { openHouse } from "../../support/house";
import { openRows } from "../../support/house-rows";
import { inParallel } from "../../support/in-parallel";
import type { Caller } from "./callers";
import { actionPath, routeTable } from "./route-table";

const house = await openHouse({ TORG_PROXIES: "1" });
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
await askForDeliverables(house.origin, alytus, places);
const { by } = enrolCallers(house, rows, places.draft);
afterAll(async () => {
  rows.close();
  await house.close();
});

const inside: Caller[] = [
  "lead partner",
  "officer",
  "lead expert",
  "ad-hoc expert",
  "local group member",
  "observer",
];

/** Screens on which there is nothing but a form: nobody writes in a closed network. */
const formsAlone = [
  "deliverables.new",
  "documents.$document.comments.names",
  "documents.$document.edit",
  "documents.$document.files_.$file.erase",
  "documents.$document.publish",
  "documents.$document.share",
  "documents.$document.withdraw",
  "documents.$document.versions.$revision_.restore",
  "invitations.bulk",
  "invitations.new",
  "partners.new",
  "people.new",
].map((id) => `routes/networks.$network.${id}`);

/** Forms that change nothing of the network: what one puts away, has read or takes along for oneself, what is only worked out, and what decides about its being open. */
const notOfTheNetwork = [
  "hide-steps",
  "show-steps",
  "put-away",
  "check",
  "arrange",
  "close",
  "reopen",
  "read",
  "wish",
  "make-calendar",
  "end-calendar",
];

const lines = Object.entries(routeTable).filter(([id]) => id.startsWith("routes/networks.$network"));

async function statuses(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const asked = lines.flatMap(([id, line]) =>
    line.loader === undefined ? [] : inside.map((caller) => ({ id, line, caller })),
  );
  await inParallel(asked, 6, async ({ id, line, caller }) => {
    found.set(`${id} as ${caller}`, (await by(caller).page(line.path(places))).status);
  });
  return found;
}

test("what is read in an open network is read in a closed one, apart from forms alone", async () => {
  const before = await statuses();
  await done(by("lead partner").post(`/networks/${places.network}/settings`, { intent: "close" }));
  const after = await statuses();
  const lost = [...before].flatMap(([what, status]) => {
    const [id = ""] = what.split(" as ");
    return status < 400 && (after.get(what) ?? 0) >= 400 && !formsAlone.includes(id) ? [what] : [];
  });
  expect(lost).toEqual([]);
  const { text } = await done(by("lead partner").page(`/networks/${places.network}/invitations`));
  // Nothing is offered there that would be refused.
  for (const offered of ["/invitations/new", "/invitations/bulk", 'value="resend"', 'value="revoke"'])
    expect(text).not.toContain(offered);
});

test("every form of a closed network refuses its lead partner and its officer", async () => {
  const accepted: string[] = [];
  for (const [id, line] of lines)
    for (const [intent, { fields }] of Object.entries(line.intents ?? {}))
      for (const caller of ["lead partner", "officer"] as const) {
        if (notOfTheNetwork.includes(intent)) continue;
        const { status } = await by(caller).post(actionPath(line, places), { intent, ...fields(places) });
        if (status < 400) accepted.push(`${intent} of ${id} as ${caller}`);
      }
  expect(accepted).toEqual([]);
});
