// Whatever the door answers keeps foreign scripts out, stays private, and tells nothing of how it is made.
import { afterAll, expect, test } from "vitest";
import { alytusWrites, documentPath } from "../../support/alytus-writes";
import { openHouse } from "../../support/house";
import { openRows, valueOf } from "../../support/house-rows";
import { signedInAs, visitor, type Answer } from "../../support/visitor";
import { routeTable } from "./route-table";

const house = await openHouse();
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
afterAll(async () => {
  rows.close();
  await house.close();
});

/** The nonce of an answer, once its policy is found to be the one that is promised. */
function expectPolicy({ headers, text }: Answer, what: string): string {
  const policy = String(headers["content-security-policy"]);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
  expect.soft(nonce, what).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  const directives = Object.fromEntries(
    policy.split("; ").map((directive): [string, string] => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
  expect.soft(directives, what).toEqual({
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src-elem": `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
  expect.soft(headers, what).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect.soft(headers["x-powered-by"], what).toBeUndefined();
  if (String(headers["content-type"]).startsWith("text/html")) {
    const inline = text.match(/<(?:script(?![^>]*\ssrc=)|style)\b[^>]*>/g) ?? [];
    for (const tag of inline) expect.soft(tag, what).toContain(`nonce="${nonce}"`);
    expect.soft(text, `${what}: handlers in attributes`).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i);
    expect
      .soft(text, `${what}: other hosts`)
      .not.toMatch(/<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?\/\//);
  }
  return nonce;
}

test("every page and its data carry the policy, scripts of this answer's own nonce, and are kept by no cache", async () => {
  const nonces = new Set<string>();
  let answers = 0;
  for (const who of [visitor(house.origin), alytus, await signedInAs(house.origin, "barnsley")]) {
    for (const [id, line] of Object.entries(routeTable)) {
      const path = line.path(places);
      for (const answer of [await who.page(path), await who.data(path), await who.page(path)]) {
        nonces.add(expectPolicy(answer, `${id}, ${answer.status}`));
        answers += 1;
        if (![301, 302].includes(answer.status) && !id.includes("security"))
          expect
            .soft(answer.headers["cache-control"], `${id}, ${answer.status}`)
            .toMatch(/^private, no-store(, no-transform)?$/);
      }
    }
  }
  expect(nonces.size, "each answer's nonce is its own").toBe(answers);
});

test("every refusal carries the policy, too", async () => {
  const nobody = visitor(house.origin);
  const network = `/networks/${places.network}`;
  const saved = { intent: "save", title: "Another", language: "en", text: "Another.", revision: "1" };
  const refusals: Array<[number, Promise<Answer>]> = [
    [404, nobody.page("/nowhere")],
    [404, alytus.page(`${network}/nowhere`)],
    [404, alytus.page("//elsewhere.example/")],
    [400, nobody.page("/%E0%A4%A")],
    [400, alytus.page(`${network}/%ff`)],
    [421, nobody.page("/", { host: "elsewhere.example" })],
    [403, alytus.post("/account", {}, { origin: "https://elsewhere.example" })],
    [405, alytus.post(`${network}/people`, {})],
    [405, alytus.ask("/account", { method: "DELETE", body: "", headers: { origin: house.origin } })],
    [411, alytus.post("/account", {}, { "transfer-encoding": "chunked", "content-length": undefined })],
    [413, alytus.post("/account", { intent: "profile", name: "x".repeat(300_000) })],
    [422, alytus.post("/account", { intent: "profile", name: "" })],
    [422, nobody.post("/sign-in", { intent: "sign-in", email: "nobody", password: "x" })],
    [409, alytus.post(documentPath(places.published, "edit"), saved)],
    [403, (await signedInAs(house.origin, "observer")).page(documentPath(places.published, "edit"))],
  ];
  for (const [status, asked] of refusals) {
    const answer = await asked;
    expect(answer.status).toBe(status);
    expectPolicy(answer, String(status));
    expect.soft(answer.text, String(status)).not.toMatch(/\bat .*\.(?:js|ts|tsx):\d+|node_modules/);
  }
});

test("a page that fails carries the policy, tells a number and nothing else, and the log has that number", async () => {
  rows.exec("ALTER TABLE Activity RENAME TO Elsewhere");
  const failed = await alytus.page(`/networks/${places.network}`);
  const data = await alytus.data(`/networks/${places.network}`);
  rows.exec("ALTER TABLE Elsewhere RENAME TO Activity");
  for (const answer of [failed, data]) {
    expect(answer.status).toBe(500);
    expectPolicy(answer, "500");
    expect(answer.text).not.toMatch(
      /prisma|sqlite|\bat .*\.js:\d+|node_modules|no such table|"Activity"|main\.Activity/i,
    );
  }
  const number = /Number to quote: ([0-9a-f]+)/.exec(failed.text.replaceAll("<!-- -->", ""))?.[1] ?? "none";
  await expect.poll(() => house.printed()).toContain(`"number":"${number}"`);
});

test("a page that cannot even be drawn carries the policy and tells nothing", async () => {
  const sql = "UPDATE Network SET startsOn = ? WHERE slug = ?";
  const startsOn = valueOf(rows, "SELECT startsOn FROM Network WHERE slug = ?", places.network);
  rows.prepare(sql).run("no day at all", places.network);
  const answer = await alytus.page(`/networks/${places.network}`);
  rows.prepare(sql).run(startsOn, places.network);
  expect(answer.status).toBe(500);
  expectPolicy(answer, "500");
  expect(answer.text).toContain("The server could not show this page");
  expect(answer.text).not.toMatch(/RangeError|Invalid time|node_modules/);
});

test("built files may be kept for a year, and are never taken for something else", async () => {
  const { text } = await visitor(house.origin).page("/sign-in");
  const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const answer = await visitor(house.origin).ask(path);
    expect.soft(answer.status, path).toBe(200);
    expect.soft(answer.headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(answer.headers["cache-control"], path).toBe("public, max-age=31536000, immutable");
  }
  for (const path of [
    "/../package.json",
    "/assets/../../server.js",
    "/.vite/manifest.json",
    "/assets/%2e%2e/%2e%2e/server.js",
  ])
    expect.soft((await visitor(house.origin).ask(path)).status, path).toBe(404);
});

test("a session in use has its cookie prolonged, which no script reads either", async () => {
  const somebody = await signedInAs(house.origin, "rzeszow");
  expect((await somebody.page("/account")).setCookies).toEqual([]);
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000).toISOString();
  rows
    .prepare(
      "UPDATE Session SET updatedAt = ? WHERE personId = (SELECT id FROM Person WHERE email = 'rzeszow@demo.torg')",
    )
    .run(twoDaysAgo);
  const { setCookies } = await somebody.page("/account");
  expect(setCookies).toHaveLength(1);
  expect(setCookies[0]).toMatch(
    /^torg\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect((await somebody.page("/account")).setCookies).toEqual([]);
});
