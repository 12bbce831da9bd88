// What members put away on their way into a network stays away, for them alone and there alone.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { readFirstSteps } from "~/domain/networks/first-steps.server";
import { closeNetwork } from "~/domain/networks/network-state.server";
import { bringBack, hasPutAway, putAway } from "~/domain/networks/put-away.server";
import { database } from "~/platform/db.server";
import { enrol, foundNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

test("first steps and the welcome are put away for one person in one network, in every role, and brought back", async () => {
  const network = await foundNetwork();
  const [lead, other] = [network.leadPartner, await foundNetwork()];
  const hidden = async (member: Member) => (await readFirstSteps(member))?.isHidden;
  expect(await hidden(lead)).toBe(false);
  await putAway(lead, "first-steps");
  await putAway(lead, "first-steps");
  expect([await hidden(lead), await hidden(other.leadPartner)]).toEqual([true, false]);
  expect(await hasPutAway(lead.personId, network, "welcome")).toBe(false);
  await putAway(lead, "welcome");
  await enrol(network, { id: lead.personId }, "observer", null);
  expect(await hasPutAway(lead.personId, network, "welcome")).toBe(true);
  expect(await hasPutAway(lead.personId, other, "welcome")).toBe(false);
  expect(await hasPutAway(network.observer.personId, network, "welcome")).toBe(false);
  await bringBack(lead, "first-steps");
  expect(await hidden(lead)).toBe(false);
  const rows = await database().read.activity.findMany({
    where: { personId: lead.personId, chain: "house" },
  });
  expect(rows.map(({ kind, reach }) => `${kind} ${reach}`)).toEqual(Array(3).fill("profile-changed person"));
});

test("only a member puts anything away, also in a closed network", async () => {
  const network = await foundNetwork();
  const nobody = { ...network.observer, roles: [] };
  expect(await outcome(putAway(nobody, "welcome"))).toBe("forbidden");
  await closeNetwork(network.leadPartner);
  const reader = await memberOf(await network.person(network.observer), network.slug);
  expect(await outcome(putAway(reader, "welcome"))).toBe("done");
});
