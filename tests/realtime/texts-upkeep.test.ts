// What administrators see of the texts that are written together, and nobody else does.
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { listDocuments } from "~/domain/documents/listing.server";
import { readDocument } from "~/domain/documents/reading.server";
import { areTextsSaved, readTextsUpkeep } from "~/domain/documents/texts-upkeep.server";
import { joinText } from "~/domain/documents/written-together.server";
import { foundAdministrator } from "../support/administrator";
import { foundNetwork } from "../support/found-network";
import { hold } from "../support/held-file";
import { outcome } from "../support/outcome";
import { signedInPerson } from "../support/signed-in";
import { textClient, textHouse } from "../support/text-house";

test("an administrator sees of which texts parts are damaged, by network and number, and none of their words", async () => {
  const [house, network, own] = await Promise.all([textHouse(), foundNetwork(), foundAdministrator()]);
  const { officer, draft, slug } = network;
  expect(await readTextsUpkeep(own)).toEqual({ failing: null, damaged: [] });
  const client = await textClient(house, await network.person(officer), {
    network: slug,
    document: draft.id,
  });
  await client.join();
  expect(await client.type("Words of mine. ")).toMatchObject({ ok: true });
  const log = new Sqlite(house.file);
  log.prepare("UPDATE frame SET bytes = zeroblob(length) WHERE document = ? AND number = 2").run(draft.id);
  log.close();
  await house.restart();
  (await joinText(officer, draft.id)).leave();
  await expect.poll(() => readTextsUpkeep(own)).toMatchObject({ damaged: [{ id: draft.id, parts: 1 }] });
  const seen = await readTextsUpkeep(own);
  expect(seen.damaged?.[0]?.network).toBe(`Network ${network.networkId}`);
  expect(JSON.stringify(seen)).not.toMatch(/draft"|Words/);
  for (const personId of [network.leadPartner.personId, officer.personId])
    expect(await outcome(readTextsUpkeep(await signedInPerson(personId)))).toBe("not-found");
});

test("a damaged text takes no other from the list, stands in it itself, and is read as it was last saved", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, draft, published } = network;
  const place = { network: network.slug, document: draft.id };
  const client = await textClient(house, await network.person(officer), place);
  await client.join();
  expect(await client.type("Words of mine. ")).toMatchObject({ ok: true });
  await house.restart(() => {
    const log = new Sqlite(house.file);
    log.prepare("UPDATE frame SET bytes = zeroblob(length) WHERE document = ?").run(draft.id);
    log.close();
  });
  (await joinText(officer, draft.id)).leave();
  const { rows } = await listDocuments(officer);
  expect(rows.map(({ id }) => id).sort()).toEqual([draft.id, published.id].sort());
  expect((await readDocument(officer, draft.id, "working")).rendered.html).toContain("Text of The draft");
});

test("an administrator sees since when nothing can be saved, and why", async () => {
  const [house, network, own] = await Promise.all([textHouse(), foundNetwork(), foundAdministrator()]);
  const place = { network: network.slug, document: network.draft.id };
  const client = await textClient(house, await network.person(network.officer), place);
  await client.join();
  const letGo = await hold(house.file);
  const answer = client.type("Held back. ");
  await client.until(() => client.heard.length > 0);
  expect(areTextsSaved()).toBe(false);
  expect(await readTextsUpkeep(own)).toMatchObject({
    failing: { since: expect.any(Date) as Date, reason: expect.any(String) as string },
  });
  letGo();
  await answer;
  expect(areTextsSaved()).toBe(true);
  expect((await readTextsUpkeep(own)).failing).toBeNull();
});
