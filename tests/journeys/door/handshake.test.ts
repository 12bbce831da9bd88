// A socket is opened from our own pages alone: CORS does not guard a WebSocket's handshake, so the door does.
import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { afterAll, expect, test } from "vitest";
import { openHouse } from "../../support/house";
import { openHouseBehindProxy } from "../../support/house-behind-proxy";
import { signedInAs, visitor } from "../../support/visitor";

const house = await openHouse();
afterAll(() => house.close());

const port = new URL(house.origin).port;
const alytus = await signedInAs(house.origin, "alytus");

/** How Socket.IO refuses to open a WebSocket. */
const refused = 400;

/** Asks for a WebSocket with Alytus's cookie as a browser would, and answers the status: 101 where it is opened. */
function handshake(headers: Record<string, string | undefined>, at = house.origin): Promise<number> {
  const given = {
    host: new URL(at).host,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
    cookie: alytus.cookie(),
    ...headers,
  };
  const { hostname } = new URL(at);
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname,
      port: new URL(at).port,
      path: "/socket.io/?EIO=4&transport=websocket",
      headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      setHost: false,
      agent: false,
    });
    asked.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test.each(["127.0.0.1", "localhost", "[::1]"])("a socket is opened from our own page at %s", async (name) => {
  const origin = `http://${name}:${port}`;
  expect(await handshake({ origin, host: `${name}:${port}` })).toBe(101);
});

test.each([
  ["another site", "https://elsewhere.example"],
  ["a page without an origin", "null"],
  ["no page", undefined],
  ["our name by another scheme", `https://127.0.0.1:${port}`],
  ["our name at another port", `http://127.0.0.1:${Number(port) + 1}`],
  ["our name at no port", "http://127.0.0.1"],
  ["a name below ours", `http://elsewhere.localhost:${port}`],
  ["a name that begins like ours", `http://127.0.0.1.elsewhere.example:${port}`],
])("no socket is opened from %s", async (_, origin) => {
  expect(await handshake({ origin })).toBe(refused);
  const polling = "/socket.io/?EIO=4&transport=polling";
  const headers = { origin, cookie: alytus.cookie() };
  expect((await visitor(house.origin).ask(polling, { headers })).status).toBe(403);
});

test("no socket is opened under a name that is not ours", async () => {
  for (const host of ["elsewhere.example", `elsewhere.example:${port}`, "127.0.0.1", `127.0.0.1:1${port}`]) {
    expect.soft(await handshake({ origin: house.origin, host }), host).toBe(refused);
    expect.soft(await handshake({ origin: `http://${host}`, host }), host).toBe(refused);
  }
});

test("an upgrade at any other address opens nothing", async () => {
  const ended = new Promise<string>((resolve) => {
    const asked = request({
      hostname: "127.0.0.1",
      port,
      path: `/networks`,
      headers: { connection: "Upgrade", upgrade: "websocket", origin: house.origin },
      agent: false,
    });
    asked.on("upgrade", () => resolve("opened"));
    asked.on("response", (response) => resolve(`answered ${response.statusCode}`));
    asked.on("error", () => resolve("closed"));
    asked.end();
  });
  expect(await ended).toBe("closed");
});

test("with TORG_ORIGIN set a socket is opened from that page alone, whatever the Host", async () => {
  const { house: other, origin, at } = await openHouseBehindProxy("https://torg.alytus.example");
  try {
    for (const host of ["torg.alytus.example", "proxy.internal", new URL(at).host])
      expect.soft(await handshake({ origin, host }, at), host).toBe(101);
    for (const foreign of [at, "http://torg.alytus.example", "https://torg.alytus.example:8443"])
      expect.soft(await handshake({ origin: foreign }, at), foreign).toBe(refused);
  } finally {
    await other.close();
  }
});
