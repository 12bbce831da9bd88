// Five clients write in one text at random over lines that break, with a server that stops: all have the same text in the end.
import { expect, test } from "vitest";
import * as Y from "yjs";
import { textField } from "~/text/document-schema";
import { drawnFrom } from "../support/drawn";
import { foundNetwork } from "../support/found-network";
import { connected, cookieFor } from "../support/sockets";
import { TextClient, textHouse } from "../support/text-house";

test(
  "five clients that lose their lines at random, and a server that stops, end with one text",
  { timeout: 60_000 },
  async () => {
    const seed = Number(process.env.SEED ?? 20_200_403);
    const draw = drawnFrom(seed);
    const below = (end: number) => Math.floor(draw() * end);
    const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
    const place = { network: network.slug, document: network.draft.id };
    const people = [network.officer, network.colleague, network.officer, network.colleague, network.officer];
    const cookies = await Promise.all(people.map(async (one) => cookieFor(await network.person(one))));
    const counts = { edits: 0, disconnects: 0, restarts: 0, doubled: 0, reordered: 0, acknowledged: 0 };
    const begin = async (cookie: string, kept?: TextClient) => {
      const client = new TextClient(await connected(house.sockets.textSocket(cookie)), place);
      if (kept) Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(kept.doc));
      const joined = await client.join({ earlier: kept ? [kept.doc.clientID] : [] });
      expect(joined).toMatchObject({ ok: true });
      if (kept) expect(await client.handIn()).toMatchObject({ ok: true });
      return client;
    };
    const clients = await Promise.all(cookies.map((cookie) => begin(cookie)));
    const marks: string[] = [];

    function edit(client: TextClient): Uint8Array {
      counts.edits += 1;
      const kind = below(10);
      return client.edit((root) => {
        const paragraphs = root.toArray().filter((one) => one instanceof Y.XmlElement);
        const paragraph = paragraphs[below(paragraphs.length)];
        if (kind === 0 || !paragraph) {
          root.insert(below(root.length + 1), [new Y.XmlElement("paragraph")]);
          return;
        }
        let text = paragraph.toArray().find((one) => one instanceof Y.XmlText);
        if (!text) paragraph.insert(0, [(text = new Y.XmlText())]);
        if (kind < 3 && text.length > 3) text.delete(below(text.length - 2), 2);
        else text.insert(below(text.length + 1), String.fromCharCode(97 + below(26)).repeat(1 + below(3)));
      });
    }

    for (let round = 0; round < 25; round += 1) {
      await Promise.all(
        clients.map(async (client) => {
          const updates = Array.from({ length: 1 + below(6) }, () => edit(client));
          const sent = [...updates];
          if (draw() < 0.3) {
            sent.reverse();
            counts.reordered += 1;
          }
          const again = sent[below(sent.length)];
          if (draw() < 0.3 && again) {
            sent.push(again);
            counts.doubled += 1;
          }
          const isLost = draw() < 0.15;
          const answers = sent.map((update) => client.update(update).catch(() => undefined));
          if (isLost) {
            counts.disconnects += 1;
            client.socket.disconnect();
          }
          for (const answer of await Promise.all(answers)) if (answer?.ok) counts.acknowledged += 1;
        }),
      );
      if (round === 8 || round === 17) {
        counts.restarts += 1;
        await house.restart();
      }
      for (const [index, client] of clients.entries())
        if (!client.socket.connected || round === 8 || round === 17)
          clients[index] = await begin(cookies[index] ?? "", client);
    }
    // One last word of each, after which everybody waits for everybody's.
    for (const [index, client] of clients.entries()) {
      const mark = `mark-${index}`;
      marks.push(mark);
      const update = client.edit((root) => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText(mark)]);
        root.insert(root.length, [paragraph]);
      });
      expect(await client.update(update)).toMatchObject({ ok: true });
    }
    await Promise.all(
      clients.map((one) => one.until(() => marks.every((mark) => one.markdown().includes(mark)))),
    );
    const stored = await begin(cookies[0] ?? "");
    const said = (client: TextClient) => client.doc.getXmlFragment(textField).toString();
    process.stdout.write(`seed ${seed}: ${JSON.stringify(counts)}\n`);
    for (const client of clients) expect(said(client), `seed ${seed}`).toBe(said(stored));
    expect(counts.acknowledged).toBeGreaterThan(counts.edits / 2);
  },
);
