// Texts that are written together, over real sockets: who may, what reaches whom, and what an acknowledgement promises.
import { expect, test, vi } from "vitest";
import type { Member } from "~/domain/access/member";
import { foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";
import { connected } from "../support/sockets";
import { textClient, textHouse, type TextClient, type TextHouse } from "../support/text-house";

async function clientOf(
  house: TextHouse,
  network: FoundedNetwork,
  member: Member,
  document = network.draft.id,
): Promise<TextClient> {
  return textClient(house, await network.person(member), { network: network.slug, document });
}

test("two write in one text and have the same text, letter for letter", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const ona = await clientOf(house, network, network.officer);
  const andrei = await clientOf(house, network, network.colleague);
  expect(await ona.join()).toMatchObject({ ok: true, value: { mayWrite: true, isSaving: true } });
  expect(await andrei.join()).toMatchObject({ ok: true, value: { mayWrite: true } });
  expect(ona.markdown().trim()).toBe("Text of The draft");
  const [first, second] = await Promise.all([ona.type("Alytus. "), andrei.type("Barnsley. ")]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: true });
  const isWhole = (client: TextClient) =>
    client.markdown().includes("Alytus. ") && client.markdown().includes("Barnsley. ");
  await ona.until(() => isWhole(ona));
  await andrei.until(() => isWhole(andrei));
  expect(ona.markdown()).toBe(andrei.markdown());
});

test("strangers, former members and those of other cities cannot join, as if nothing were there", async () => {
  const [house, network, elsewhere] = await Promise.all([textHouse(), foundNetwork(), foundNetwork()]);
  const place = { network: network.slug, document: network.draft.id };
  const people = [
    await foundPerson(),
    network.formerOfficer,
    await elsewhere.person(elsewhere.officer),
    await network.person(network.leadPartner),
    await network.person(network.observer),
  ];
  for (const person of people) {
    const client = await textClient(house, person, place);
    expect(await client.join()).toEqual({ ok: false, refusal: "not-found" });
    expect(await client.update(new Uint8Array([0, 0]))).toEqual({ ok: false, refusal: "not-joined" });
  }
  await expect(connected(house.sockets.textSocket(undefined))).rejects.toThrow("not-found");
  const cookie = "torg.session_token=forged.c2lnbmF0dXJl";
  await expect(connected(house.sockets.textSocket(cookie))).rejects.toThrow("not-found");
});
