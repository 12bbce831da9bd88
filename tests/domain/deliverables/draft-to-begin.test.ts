// A document that is begun for what a city owes: it is linked by itself, and refused in silence where it may not be.
import { expect, test } from "vitest";
import { dropDeliverable } from "~/domain/deliverables/deliverables.server";
import { draftToBegin, linkBegun } from "~/domain/deliverables/draft-to-begin.server";
import { foundNetwork } from "../../support/found-network";
import { addOwed, cellFor, foundOwing } from "../../support/owed";

test("it takes the deliverable's name, for whoever hands it in and nobody else", async () => {
  const { network, key } = await foundOwing();
  const {
    officer,
    colleague,
    leadPartner,
    otherOfficer,
    leadExpert,
    adHocExpert,
    observer,
    localGroupMember,
  } = network;
  for (const member of [officer, colleague])
    expect(await draftToBegin(member, key)).toEqual({ ...key, title: "The roadmap", city: "Alytus" });
  for (const member of [leadPartner, otherOfficer, leadExpert, adHocExpert, observer, localGroupMember])
    expect(await draftToBegin(member, key)).toBeNull();
});

test("it is of this network, and owed by this city", async () => {
  const { network, key } = await foundOwing();
  const elsewhere = await foundOwing();
  expect(
    await draftToBegin(network.officer, { ...key, deliverableId: elsewhere.key.deliverableId }),
  ).toBeNull();
  const leads = await addOwed(network.leadPartner, { owedBy: "lead-partner" });
  expect(await draftToBegin(network.officer, { ...key, deliverableId: leads })).toBeNull();
  await dropDeliverable(network.leadPartner, key.deliverableId);
  expect(await draftToBegin(network.officer, key)).toBeNull();
});

test("linked with its first document it is begun; where it may not be linked any more nothing else happens", async () => {
  const { network, key } = await foundOwing();
  const { officer, otherOfficer, draft } = network;
  await linkBegun(otherOfficer, key, draft.id);
  expect(await cellFor(officer, key)).toMatchObject({ state: "not-started", documentId: null });
  await linkBegun(officer, key, draft.id);
  expect(await cellFor(officer, key)).toMatchObject({ state: "drafting", documentId: draft.id });
  await dropDeliverable(network.leadPartner, key.deliverableId);
  await linkBegun(officer, key, (await foundNetwork()).draft.id);
});
