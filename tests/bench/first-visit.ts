// Figure 2: what a reader's first visit to a document transfers, and from where.
import { gzipSync } from "node:zlib";
import type { CDPSession } from "playwright-core";
import type { Chromium } from "./chromium";
import { figure, type Figure } from "./figures";
import type { Visitor } from "./visitor";

interface Asked {
  address: string;
  type: string;
  /** Bytes on the wire, head and body, as compressed as they came. */
  bytes: number;
}

/** Opens the document with an empty cache, as Chromium's own network log counts it, until a second after the last byte. */
export async function firstVisit(chromium: Chromium, reader: Visitor, path: string): Promise<Figure[]> {
  const context = await chromium.as(reader);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const seen = await listen(session);
  await page.goto(path, { waitUntil: "load" });
  await seen.quiet(1_500);
  const { asked, hosts, socketBytes } = seen;
  const scripts = [...asked].filter(([, { type }]) => type === "Script");
  let scriptBytes = 0;
  for (const [id] of scripts) scriptBytes += gzipSync(await body(session, id), { level: 9 }).length;
  await context.close();
  const requests = [...asked.values()];
  const own = new URL(reader.origin).host;
  const foreign = [...hosts].filter((host) => host !== own);
  const total = requests.reduce((sum, { bytes }) => sum + bytes, 0) + socketBytes();
  return [
    figure({
      name: "a reader's first visit, all bytes as transferred",
      value: total / 1000,
      unit: "KB",
      atMost: 250,
      note: `${requests.length} requests`,
      details: { requests, socketBytes: socketBytes() },
    }),
    figure({
      name: "a reader's first visit, JavaScript gzip",
      value: scriptBytes / 1000,
      unit: "KB",
      atMost: 150,
      note: `${scripts.length} files`,
    }),
    figure({
      name: "a reader's first visit, other hosts asked",
      value: foreign.length,
      unit: "",
      atMost: 0,
      details: { hosts: [...hosts] },
    }),
  ];
}

async function listen(session: CDPSession) {
  const asked = new Map<string, Asked>();
  const hosts = new Set<string>();
  const open = new Set<string>();
  let ofSockets = 0;
  let lastEvent = performance.now();
  const note = () => (lastEvent = performance.now());
  const isOnTheWire = (address: string) => /^(https?|wss?):/.test(address);
  session.on("Network.requestWillBeSent", ({ requestId, request, type = "Other" }) => {
    if (!isOnTheWire(request.url)) return;
    note();
    hosts.add(new URL(request.url).host);
    asked.set(requestId, { address: new URL(request.url).pathname, type, bytes: 0 });
    open.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    note();
    open.delete(requestId);
    const entry = asked.get(requestId);
    if (entry) entry.bytes = encodedDataLength;
  });
  session.on("Network.loadingFailed", ({ requestId }) => {
    note();
    open.delete(requestId);
  });
  session.on("Network.webSocketCreated", ({ url }) => {
    note();
    hosts.add(new URL(url).host);
  });
  const frame = ({ response }: { response: { payloadData: string } }) => {
    note();
    ofSockets += Buffer.byteLength(response.payloadData);
  };
  session.on("Network.webSocketFrameReceived", frame);
  session.on("Network.webSocketFrameSent", frame);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: false });
  return {
    asked,
    hosts,
    socketBytes: () => ofSockets,
    /** Resolves when nothing has moved for so many ms. A long poll that stays open does not count. */
    quiet: async (ms: number) => {
      while (performance.now() - lastEvent < ms) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

async function body(session: CDPSession, requestId: string): Promise<Buffer> {
  const answer = await session.send("Network.getResponseBody", { requestId });
  return Buffer.from(answer.body, answer.base64Encoded ? "base64" : "utf8");
}
