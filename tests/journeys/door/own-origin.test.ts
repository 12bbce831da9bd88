// Under which names Torg answers, and what it says of its own name: TORG_ORIGIN decides, a caller's headers never.
import { afterAll, expect, test } from "vitest";
import { openHouse } from "../../support/house";
import { openHouseBehindProxy } from "../../support/house-behind-proxy";
import { signedInAs, visitor, type Visitor } from "../../support/visitor";

const house = await openHouse();
const { house: publicHouse, origin, at } = await openHouseBehindProxy("https://torg.alytus.example");
afterAll(() => Promise.all([house.close(), publicHouse.close()]));

const port = new URL(house.origin).port;
/** Headers by which a caller, or a proxy in front, says where it believes to be. */
const claims = {
  host: "elsewhere.example",
  "x-forwarded-host": "elsewhere.example",
  "x-forwarded-proto": "http",
  forwarded: "host=elsewhere.example",
  "x-original-host": "elsewhere.example",
};

test("without TORG_ORIGIN our loopback names at our port are answered, and no other", async () => {
  const anybody = visitor(house.origin);
  for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect.soft((await anybody.page("/sign-in", { host })).status, host).toBe(200);
  const foreign = [
    "elsewhere.example",
    `elsewhere.example:${port}`,
    `localhost.elsewhere.example:${port}`,
    `127.0.0.1.elsewhere.example:${port}`,
    "localhost",
    `localhost:${Number(port) + 1}`,
    `0.0.0.0:${port}`,
    `127.0.0.2:${port}`,
    "",
  ];
  for (const host of foreign) {
    for (const path of ["/sign-in", "/networks.data", "/favicon.svg", "/healthz"]) {
      const answer = await anybody.page(path, { host });
      expect.soft(answer.status, `${host}${path}`).toBe(421);
      expect.soft(answer.text).toBe("This address is not Torg's.\n");
    }
  }
  expect((await anybody.ask("http://elsewhere.example/sign-in")).status, "an address with a name in it").toBe(
    421,
  );
});

test("with TORG_ORIGIN set whatever a proxy makes of the Host is answered alike", async () => {
  for (const headers of [{}, { host: "proxy.internal:8080" }, { host: "not a host" }, claims]) {
    const somebody = await signedInAs(origin, "alytus", at);
    const { status } = await somebody.page("/account", headers);
    expect.soft(status, JSON.stringify(headers)).toBe(200);
    const order = { intent: "colours", colours: "dark" };
    expect.soft((await somebody.post("/account", order, headers)).status, JSON.stringify(headers)).toBe(302);
  }
});

test("with TORG_ORIGIN set forms are taken from that page alone", async () => {
  const somebody = await signedInAs(origin, "alytus", at);
  const order = { intent: "colours", colours: "light" };
  expect((await somebody.post("/account", order)).status).toBe(302);
  for (const foreign of [
    at,
    "http://torg.alytus.example",
    "https://alytus.example",
    "https://torg.alytus.example:8443",
  ])
    expect.soft((await somebody.post("/account", order, { origin: foreign })).status, foreign).toBe(403);
});

async function resetMailFor(asking: Visitor, headers: Record<string, string>): Promise<string> {
  const before = publicHouse.mails().length;
  const { status } = await asking.post(
    "/forgot-password",
    { intent: "request", email: "alytus@demo.torg" },
    headers,
  );
  expect(status).toBe(200);
  await expect.poll(() => publicHouse.mails().length).toBe(before + 1);
  return publicHouse.mails().at(-1) ?? "";
}

test("the link in a reset mail names TORG_ORIGIN, whatever the request claimed", async () => {
  for (const headers of [{}, claims]) {
    const mail = await resetMailFor(visitor(origin, at), headers);
    expect(mail).toMatch(/https:\/\/torg\.alytus\.example\/reset-password\/\S+/);
    expect(mail.match(/https?:\/\/\S+/g)?.every((link) => link.startsWith(`${origin}/`))).toBe(true);
    expect(mail).not.toContain("elsewhere");
  }
});

test("over https the cookie is Secure and of a prefixed name, over http neither, and no script reads it in either", async () => {
  const signIn = { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" };
  const overHttps = await visitor(origin, at).post("/sign-in", signIn);
  const overHttp = await visitor(house.origin).post("/sign-in", signIn);
  const marks = (line: string) => line.split("; ").slice(1);
  for (const { setCookies } of [overHttps, overHttp]) {
    expect(setCookies).toHaveLength(1);
    for (const line of setCookies)
      expect(marks(line)).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax"]));
  }
  expect(overHttps.setCookies[0]).toMatch(/^__Secure-torg\.session_token=/);
  expect(marks(overHttps.setCookies[0] ?? "")).toContain("Secure");
  expect(overHttp.setCookies[0]).toMatch(/^torg\.session_token=/);
  expect(marks(overHttp.setCookies[0] ?? "")).not.toContain("Secure");
  expect(overHttps.headers["strict-transport-security"]).toBe("max-age=31536000");
  expect(overHttp.headers["strict-transport-security"]).toBeUndefined();
});
