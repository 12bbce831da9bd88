// What the door of the texts does at its limits: too large, too fast, a disk that fails for long, a copy that is given up.
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { liveDocuments } from "~/domain/documents/live-documents.server";
import { eraseTexts } from "~/domain/documents/written-together.server";
import { readNoFurther, type Transport } from "~/realtime/reading-pause.server";
import { textRefusals } from "~/realtime/text-refusals.server";
import { documentSchemaVersion } from "~/text/document-schema";
import { foundNetwork } from "../support/found-network";
import { hold } from "../support/held-file";
import { textClient, textHouse } from "../support/text-house";

async function founded(options: Parameters<typeof textHouse>[1] = {}) {
  const [house, network] = await Promise.all([textHouse(undefined, options), foundNetwork()]);
  const place = { network: network.slug, document: network.draft.id };
  const [officer, colleague] = [
    await network.person(network.officer),
    await network.person(network.colleague),
  ];
  return { house, network, place, officer, colleague };
}

const long = (bytes: number) => "x".repeat(bytes);

/** Deletes what stands at the beginning of the first paragraph. */
function deletion(root: Y.XmlFragment, length: number): void {
  const [paragraph] = root.toArray();
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (text instanceof Y.XmlText) text.delete(0, length);
}

test("at 80 % of the text that fits the writers are told, and over it nothing is taken but what deletes", async () => {
  const { house, place, officer, colleague } = await founded();
  const ona = await textClient(house, officer, place);
  const andrei = await textClient(house, colleague, place);
  await ona.join();
  expect(await andrei.join()).toMatchObject({ ok: true, value: { fullness: { isNear: false } } });
  for (let part = 0; part < 2; part += 1) expect(await ona.type(long(850_000))).toMatchObject({ ok: true });
  for (const client of [ona, andrei]) {
    await client.until(() => client.heard.length > 0);
    expect(client.heard).toEqual([
      ["fullness", expect.objectContaining({ document: place.document, isNear: true, textLimit: 2_000_000 })],
    ]);
  }
  const before = textRefusals()["text-too-large"] ?? 0;
  expect(await ona.type(long(850_000))).toEqual({ ok: false, refusal: "text-too-large" });
  expect(textRefusals()["text-too-large"]).toBe(before + 1);
  await ona.until(() => ona.heard.length > 1);
  expect(ona.heard.at(-1)).toEqual(["reset", { document: place.document, refusal: "text-too-large" }]);
  expect(await andrei.update(andrei.edit((root) => deletion(root, 1_000_000)))).toMatchObject({ ok: true });
  await andrei.until(() => andrei.heard.length > 1);
  expect(andrei.heard.at(-1)).toMatchObject(["fullness", { isNear: false }]);
  expect(await andrei.type("There is room again. ")).toMatchObject({ ok: true });
});

test("over the size of a document with its history nothing is taken but what deletes, and disturbs nobody", async () => {
  const { house, place, officer, colleague } = await founded();
  const ona = await textClient(house, officer, place);
  const andrei = await textClient(house, colleague, place);
  await ona.join();
  await andrei.join();
  let answer = await ona.type("Begun. ");
  let rounds = 0;
  while (answer.ok && rounds < 12) {
    answer = await ona.type(long(900_000));
    if (!answer.ok) break;
    expect(await ona.update(ona.edit((root) => deletion(root, 900_000)))).toMatchObject({ ok: true });
    rounds += 1;
  }
  expect(answer).toEqual({ ok: false, refusal: "state-too-large" });
  expect(rounds).toBe(11);
  expect(await andrei.type("Small. ")).toMatchObject({ ok: true });
  expect(await andrei.update(andrei.edit((root) => deletion(root, 3)))).toMatchObject({ ok: true });
});

test("while the disk fails no more is taken than memory has room for; it is handed in again when the disk is back", async () => {
  const { house, place, officer } = await founded({ mostWaiting: 20_000 });
  const ona = await textClient(house, officer, place);
  await ona.join();
  const letGo = await hold(house.file);
  const waiting = Array.from({ length: 5 }, () => ona.type(long(6_000)));
  await ona.until(() => ona.heard.length > 0);
  expect(ona.heard).toEqual([["saving", { isSaving: false }]]);
  const late = ona.write(long(6_000));
  expect(await ona.update(late)).toEqual({ ok: false, refusal: "not-now" });
  expect(liveDocuments().log.waiting().bytes).toBeLessThan(20_000 + 7_000);
  letGo();
  const answers = await Promise.all(waiting);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(4);
  await ona.until(() => ona.heard.length > 1);
  expect(ona.heard).toEqual([
    ["saving", { isSaving: false }],
    ["saving", { isSaving: true }],
  ]);
  expect(await ona.handIn(), "the seat stands, and all that was put off comes").toMatchObject({ ok: true });
  await liveDocuments().flush();
  const seat = await liveDocuments().open(place.document);
  expect(Y.encodeStateVector(seat.document.doc)).toEqual(Y.encodeStateVector(ona.doc));
  seat.leave();
});

test("where the server gives its copy up, everybody is told to join again, and joins with all they have", async () => {
  const { house, place, officer } = await founded();
  const ona = await textClient(house, officer, place);
  await ona.join();
  await ona.type("Erased. ");
  await eraseTexts([place.document]);
  await ona.until(() => ona.heard.length > 0);
  expect(ona.heard).toEqual([["rejoin", { document: place.document }]]);
  expect(await ona.type("No seat. ")).toEqual({ ok: false, refusal: "not-joined" });
  const anew = await textClient(house, officer, place);
  expect(await anew.join()).toMatchObject({ ok: true });
  expect(anew.markdown()).toContain("Text of The draft");
});

test("an editor of another schema hands in deletions and words, and is refused what is malformed like everybody", async () => {
  const { house, place, officer, colleague } = await founded();
  const fresh = await textClient(house, officer, place);
  const old = await textClient(house, colleague, place);
  await fresh.join();
  await old.join();
  old.edit((root) => deletion(root, 5));
  old.write("Wrote ");
  expect(await old.join({ schema: documentSchemaVersion + 1 })).toMatchObject({
    ok: true,
    value: { isOutdated: true },
  });
  expect(await old.handIn()).toMatchObject({ ok: true });
  await fresh.until(() => fresh.markdown().startsWith("Wrote of The draft"));
  expect(await old.update(new Uint8Array([255, 255, 255, 1]))).toEqual({ ok: false, refusal: "malformed" });
  expect(await fresh.type("Undisturbed. ")).toMatchObject({ ok: true });
});

test("whoever comes by polling and writes faster than anybody can is slowed, and every edit is taken", async () => {
  const { house, place, officer, colleague } = await founded();
  const ona = await textClient(house, officer, place, "polling");
  const other = await textClient(house, colleague, place);
  await ona.join();
  await other.join();
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => ona.type("x")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1_000);
  await other.until(() => other.markdown().startsWith("x".repeat(1_000)));
});

test("a request by polling that comes while nothing is read waits, and is taken then; one that is gone is not", async () => {
  class Polling {
    taken: unknown[] = [];
    onDataRequest(request: IncomingMessage): void {
      this.taken.push(request);
    }
  }
  const [first, gone] = [{ destroyed: false }, { destroyed: true }] as unknown as IncomingMessage[];
  for (const [request, expected] of [
    [first, [first]],
    [gone, []],
  ] as const) {
    const transport = new Polling();
    let isEnough = false;
    const seen: Transport = transport;
    readNoFurther(seen, () => isEnough);
    readNoFurther(seen, () => isEnough);
    const refused = vi.fn(() => ({ end: () => undefined }));
    seen.onDataRequest?.(request as IncomingMessage, {} as ServerResponse);
    seen.onDataRequest?.(request as IncomingMessage, { writeHead: refused } as unknown as ServerResponse);
    expect([transport.taken, refused.mock.calls]).toEqual([[], [[400]]]);
    isEnough = true;
    await vi.waitFor(() => expect(Object.hasOwn(transport, "onDataRequest")).toBe(false));
    expect(transport.taken).toEqual(expected);
  }
});
