// A form is taken from our own pages alone, whatever it is and whoever's browser sends it.
import { afterAll, expect, test } from "vitest";
import { alytusWrites } from "../../support/alytus-writes";
import { openHouse } from "../../support/house";
import { noteTasksTold, openRows, printOfAll } from "../../support/house-rows";
import { visitor } from "../../support/visitor";
import { actionPath, forms } from "./route-table";

const house = await openHouse();
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
noteTasksTold(rows);
afterAll(async () => {
  rows.close();
  await house.close();
});

const port = new URL(house.origin).port;

/** What a browser says of where a form comes from, when that is not us. */
const elsewhere: Record<string, Record<string, string | undefined>> = {
  "another site": { origin: "https://elsewhere.example" },
  "a page without an origin": { origin: "null" },
  "nobody knows where": { origin: undefined },
  "nothing at all": { origin: "" },
  "another site, by Sec-Fetch-Site": { origin: undefined, "sec-fetch-site": "cross-site" },
  "a neighbour, by Sec-Fetch-Site": { origin: undefined, "sec-fetch-site": "same-site" },
  "no site, by Sec-Fetch-Site": { origin: undefined, "sec-fetch-site": "none" },
  "another site that claims to be ours": {
    origin: "https://elsewhere.example",
    "sec-fetch-site": "same-origin",
  },
  "our name by another scheme": { origin: `https://127.0.0.1:${port}` },
  "our name at another port": { origin: `http://127.0.0.1:${Number(port) + 1}` },
  "our name at no port": { origin: "http://127.0.0.1" },
  "a name below ours": { origin: `http://elsewhere.localhost:${port}` },
  "a name that begins like ours": { origin: `http://localhost.elsewhere.example:${port}` },
  "a name that ends like ours": { origin: `http://elsewhere.example:${port}/localhost:${port}` },
  "our name as a user's": { origin: `http://127.0.0.1:${port}@elsewhere.example` },
  "our name with a path": { origin: `${house.origin}/` },
  "two origins": { origin: `${house.origin}, https://elsewhere.example` },
};

test.each(Object.entries(elsewhere))("no form is taken from %s", async (_, headers) => {
  const before = printOfAll(rows);
  for (const { id, line, intent, fields } of forms) {
    const answer = await alytus.post(actionPath(line, places), { intent, ...fields(places) }, headers);
    expect.soft(answer.status, `${id}, ${intent}`).toBe(403);
    expect.soft(answer.setCookies, `${id}, ${intent}`).toEqual([]);
  }
  for (const path of ["/", "/nowhere", "/favicon.svg", `/networks/${places.network}`, "/account.data"])
    expect.soft((await alytus.post(path, { intent: "x" }, headers)).status, path).toBe(403);
  expect(printOfAll(rows), "nothing has changed").toEqual(before);
});

test("a form is taken from our own pages under each of our names", async () => {
  const order = { intent: "colours", colours: "light" };
  for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
    const origin = `http://${name}:${port}`;
    for (const headers of [
      { origin },
      { origin: undefined, "sec-fetch-site": "same-origin" },
      { origin: `http://localhost:${port}` },
    ]) {
      const { status } = await alytus.post("/account", order, { ...headers, host: `${name}:${port}` });
      expect.soft(status, origin).toBe(302);
    }
  }
});

test("what is no form, or sent otherwise than by POST, is refused in words", async () => {
  const before = printOfAll(rows);
  const headers = { origin: house.origin, accept: "text/html" };
  for (const type of [
    undefined,
    "text/plain",
    "application/json",
    "multipart/form-data; boundary=x",
    "nonsense",
  ]) {
    const sent = { method: "POST", body: "intent=end-others", headers: { ...headers, "content-type": type } };
    expect.soft((await alytus.ask("/account", sent)).status, type).toBe(422);
  }
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]) {
    const answer = await alytus.ask("/account", { method, body: "", headers });
    expect.soft(answer.status, method).toBe(405);
    expect.soft(answer.headers.allow, method).toBe("GET, HEAD, POST");
  }
  expect(printOfAll(rows), "nothing has changed").toEqual(before);
});

test("reading a page changes nothing, wherever the link to it stands", async () => {
  const before = printOfAll(rows);
  const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  for (const { line, intent, fields } of forms) {
    const search = new URLSearchParams({ intent, ...fields(places) }).toString();
    await alytus.page(`${line.path(places)}?${search}`, headers);
  }
  expect(printOfAll(rows)).toEqual(before);
  expect((await alytus.page("/account")).status, "still signed in").toBe(200);
});

test("the body of a form must tell its length", async () => {
  const answer = await visitor(house.origin).ask("/sign-in", {
    method: "POST",
    headers: { origin: house.origin, "transfer-encoding": "chunked", "content-length": undefined },
    body: "intent=sign-in",
  });
  expect(answer.status).toBe(411);
});
