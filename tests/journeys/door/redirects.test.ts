// Where a `to` leads that somebody else may have written into a link: always inside.
import { afterAll, expect, test } from "vitest";
import { openHouse } from "../../support/house";
import { signedInAs, visitor } from "../../support/visitor";

const house = await openHouse();
const alytus = await signedInAs(house.origin, "alytus");
afterAll(() => house.close());

const outside = [
  "//elsewhere.example",
  "//elsewhere.example/networks",
  "https://elsewhere.example",
  "http:elsewhere.example",
  "https:/elsewhere.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "elsewhere.example",
  "/\\elsewhere.example",
  "\\/elsewhere.example",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "\t//elsewhere.example",
  "/.//elsewhere.example",
  "/..//elsewhere.example",
  "/a/..//elsewhere.example",
  "/./\\elsewhere.example",
  "/%2e//elsewhere.example",
  "/a/%2e%2e//elsewhere.example",
  "///elsewhere.example",
  "@elsewhere.example",
  "/\u0000//elsewhere.example",
  " //elsewhere.example",
  "",
];

/** Where a browser on our page would go. */
const host = (location: string | undefined) => new URL(location ?? "nowhere:", house.origin).host;

test.each(outside)("%j leads inside", async (to) => {
  const search = `?to=${encodeURIComponent(to)}`;
  const ways = {
    "the sign-in of somebody signed in": await alytus.page(`/sign-in${search}`),
    "its data": await alytus.data(`/sign-in${search}`),
    "choosing colours": await alytus.post("/account", { intent: "colours", colours: "dark", to }),
    "choosing a language": await alytus.post("/account", { intent: "language", language: "en", to }),
    "choosing by script": await alytus.postData("/account", { intent: "colours", colours: "dark", to }),
  };
  for (const [way, { location }] of Object.entries(ways))
    expect.soft(host(location), way).toBe(new URL(house.origin).host);
});

test("signing in leads to where one wanted to go, and nowhere else", async () => {
  const order = { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" };
  const wanted = "/networks/techrevolution/practices?show=own#top";
  const signIn = async (to: string) => {
    const { status, location } = await visitor(house.origin).post(
      `/sign-in?to=${encodeURIComponent(to)}`,
      order,
    );
    expect(status).toBe(302);
    return location;
  };
  expect(await signIn(wanted)).toBe(wanted);
  for (const to of [
    "//elsewhere.example",
    "/.//elsewhere.example",
    "/\\elsewhere.example",
    "https://elsewhere.example",
  ])
    expect(await signIn(to), to).toBe("/");
});

test("the sign-in shown in place of a page leads back to that page alone", async () => {
  for (const path of ["/networks/techrevolution?a=b", "//elsewhere.example/x", "/\\elsewhere.example"]) {
    const { text } = await visitor(house.origin).page(path);
    const action = /<form[^>]*action="([^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(host(action)).toBe(new URL(house.origin).host);
    const order = { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" };
    const { location } = await visitor(house.origin).post(action, order);
    expect(host(location), path).toBe(new URL(house.origin).host);
  }
});

test("no form and no link of a page leads elsewhere by what its address says", async () => {
  const tried = "/sign-in?to=%2F%2Felsewhere.example&done=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
  for (const by of [visitor(house.origin), alytus]) {
    const { text } = await by.page(tried);
    for (const [, where = ""] of text.matchAll(/(?:href|action|src)="([^"]*)"/g))
      expect.soft(host(where.replaceAll("&amp;", "&")), where).toBe(new URL(house.origin).host);
    expect(text).not.toContain("<script>alert(1)");
  }
});
