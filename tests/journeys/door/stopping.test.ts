// Being told to stop: what is under way is answered, sockets are closed, and the process is gone with code 0 in time.
import { once } from "node:events";
import { Agent, request, type ClientRequest, type IncomingMessage } from "node:http";
import { io } from "socket.io-client";
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, documentPath } from "../../support/alytus-writes";
import { openHouse, type House } from "../../support/house";
import { openRows, valueOf } from "../../support/house-rows";
import { formType, signedInAs, type Visitor } from "../../support/visitor";

const houses: House[] = [];
afterAll(() => Promise.all(houses.map((house) => house.close())));

async function aHouse(): Promise<House> {
  const house = await openHouse();
  houses.push(house);
  return house;
}

/** Milliseconds that stopping may take. */
const inTime = 5_000;

async function stopped(house: House, signal?: NodeJS.Signals) {
  const began = performance.now();
  const code = await house.stop(signal);
  return { code, took: performance.now() - began };
}

/** A form of which the head and half of the body are sent; the caller sends the rest, or never does. */
async function halfSent(by: Visitor, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields).toString();
  const { hostname, port } = new URL(by.origin);
  const headers = {
    cookie: by.cookie() ?? "",
    origin: by.origin,
    "content-type": formType,
    "content-length": String(Buffer.byteLength(body)),
    expect: "100-continue",
  };
  const asked: ClientRequest = request({ hostname, port, path, method: "POST", headers, agent: false });
  const answered = once(asked, "response") as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  asked.flushHeaders();
  // The server asks for the body: from now on it has the request.
  await once(asked, "continue");
  asked.write(body.slice(0, 10));
  return {
    finish: async () => {
      asked.end(body.slice(10));
      const [response] = await answered;
      response.resume();
      return { status: response.statusCode, connection: response.headers.connection };
    },
    answered,
  };
}

test("with nothing under way it ends at once with code 0, on either signal, and by two of them only once", async () => {
  const house = await aHouse();
  const { code, took } = await stopped(house, "SIGINT");
  expect(code).toBe(0);
  expect(took).toBeLessThan(inTime);
  await house.restart();
  const [first, second] = await Promise.all([stopped(house), stopped(house)]);
  expect([first.code, second.code]).toEqual([0, 0]);
});

test("a form half sent when the signal comes is taken, answered and kept", async () => {
  const house = await aHouse();
  const { alytus, places } = await alytusWrites(house.origin);
  const id = newId();
  const order = { intent: "add", id, madeOn: "published", text: "Sent while it was told to stop." };
  const form = await halfSent(alytus, `${documentPath(places.published)}?index`, order);
  const stopping = stopped(house);
  await expect.poll(() => reachable(house.origin), { message: "no new caller is taken" }).toBe(false);
  expect(await form.finish()).toMatchObject({ status: 200 });
  const { code, took } = await stopping;
  expect(code).toBe(0);
  expect(took).toBeLessThan(inTime);
  const rows = openRows(house.folder);
  expect(valueOf(rows, "SELECT text FROM Comment WHERE id = ?", id)).toBe(order.text);
  expect(rows.pragma("integrity_check", { simple: true })).toBe("ok");
  rows.close();
});

test("a form that is never sent to its end holds nothing up", async () => {
  const house = await aHouse();
  const alytus = await signedInAs(house.origin, "alytus");
  const form = await halfSent(alytus, "/account", { intent: "colours", colours: "dark" });
  const lost = form.answered.then(
    () => "answered",
    () => "closed",
  );
  const { code, took } = await stopped(house);
  expect(took).toBeLessThan(inTime);
  expect(code).toBe(0);
  expect(await lost).toBe("closed");
});

test("open sockets and connections kept alive are closed, and the next start finds all that was answered", async () => {
  const house = await aHouse();
  const { alytus, places } = await alytusWrites(house.origin);
  const cookie = alytus.cookie() ?? "";
  const socket = io(house.origin, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: house.origin, cookie },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  const cut = new Promise((resolve) => socket.once("disconnect", resolve));
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    const asked = request(`${house.origin}/healthz`, { agent }, (response) =>
      response.resume().on("end", resolve),
    );
    asked.on("error", reject).end();
  });
  const { code, took } = await stopped(house);
  expect(code).toBe(0);
  expect(took).toBeLessThan(inTime);
  await cut;
  agent.destroy();

  await house.restart();
  const { text, status } = await alytus.page(documentPath(places.published));
  expect(status, "still signed in").toBe(200);
  expect(text).toContain("We counted them twice.");
});

function reachable(origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(`${origin}/healthz`, { agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on("error", () => resolve(false)).end();
  });
}
