// Public pages: everybody reads what is public, as it stands this moment, and nothing on them runs.
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, beginPractice, documentPath, done } from "../../support/alytus-writes";
import { visitor as browserVisitor } from "../../support/browser";
import { openHouse } from "../../support/house";
import { sideways, violationsOn } from "../../support/looks";
import { visitor, type Answer } from "../../support/visitor";

const house = await openHouse();
const { alytus, places } = await alytusWrites(house.origin);
const everybody = visitor(house.origin);
afterAll(() => house.close());

const title = 'Žalioji turgaus aikštė: <b>antras</b> "žingsnis"';

/** A practice of Alytus in Lithuanian, saved and published for everybody. */
async function publicPractice(text = "## Sprendimas\n\nTurgus [atviras](javascript:alert(1)) visiems.\n") {
  const id = await beginPractice(alytus, { title, language: "lt" });
  await save(id, 1, text);
  await publish(id, 2);
  return id;
}

async function save(id: string, revision: number, text: string, more: Record<string, string> = {}) {
  const order = { intent: "save", revision: String(revision), title, language: "lt", text, ...more };
  await done(alytus.post(documentPath(id, "edit"), order));
}

async function publish(id: string, revision: number, visibility = "public") {
  await done(
    alytus.post(documentPath(id, "publish"), { intent: "publish", revision: String(revision), visibility }),
  );
}

const withdraw = (id: string) => done(alytus.post(documentPath(id, "withdraw"), { intent: "withdraw" }));

/** The page at the text's address, wherever that leads. */
async function read(id: string, headers: Record<string, string> = {}): Promise<Answer> {
  const first = await everybody.page(`/public/lt/${id}`);
  return first.location ? everybody.page(first.location, headers) : first;
}

test("a public text has a readable address in its language, and is read without signing in", async () => {
  const id = await publicPractice();
  const first = await everybody.page(`/public/en/some-older-title-${id}`);
  expect([first.status, first.location]).toEqual([
    302,
    `/public/lt/zalioji-turgaus-aikste-b-antras-b-zingsnis-${id}`,
  ]);
  const { status, headers, text } = await everybody.page(first.location ?? "");
  expect([status, headers["content-language"], headers["set-cookie"]]).toEqual([200, "lt", undefined]);
  expect(text).toContain('<html lang="lt"');
  expect(text).toContain("&lt;b&gt;antras&lt;/b&gt;");
  expect(text).toContain("Sprendimas</h2>");
  expect(text).toContain('itemType="https://schema.org/Article"');
});

test("nothing runs on it: no script, no nonce, and a policy that says so", async () => {
  const { headers, text } = await read(await publicPractice());
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("script-src 'none'");
  expect(policy).not.toMatch(/nonce|unsafe/);
  expect(text).not.toMatch(/<script|nonce|javascript:alert\(1\)"|\son\w+=/i);
});

test("it is asked again each time and answered shortly while nothing changed", async () => {
  const id = await publicPractice();
  const first = await read(id);
  expect(first.headers["cache-control"]).toBe("no-cache");
  const etag = String(first.headers.etag);
  const again = await read(id, { "if-none-match": etag });
  expect([again.status, again.text]).toEqual([304, ""]);
  await save(id, 2, "## Sprendimas\n\nKitoks tekstas.\n");
  // The draft goes on; what is published stays.
  expect((await read(id, { "if-none-match": etag })).status).toBe(304);
  await publish(id, 3);
  const newer = await read(id, { "if-none-match": etag });
  expect(newer.status).toBe(200);
  expect(newer.text).toContain("Kitoks tekstas.");
});

test("withdrawn, or published for the network alone, it is gone at once and answered like what never was", async () => {
  const id = await publicPractice();
  const { location = "" } = await everybody.page(`/public/lt/${id}`);
  const { headers } = await everybody.page(location);
  await withdraw(id);
  const gone = await everybody.page(location, { "if-none-match": String(headers.etag) });
  const never = await everybody.page(location.replace(id, newId()));
  expect([gone.status, never.status]).toEqual([404, 404]);
  expect(gone.text).not.toContain("Sprendimas");
  // Whoever follows an old link is told so, not asked for a password; and cannot tell whether there ever was a text.
  expect(gone.text).toContain("No public text stands here");
  expect(gone.text).toBe(never.text);
  expect(gone.headers["content-security-policy"]).toContain("script-src 'none'");
  expect([gone.headers.etag, gone.headers["cache-control"]]).toEqual([undefined, "no-cache"]);
  const inLithuanian = await everybody.page(location, { "accept-language": "lt" });
  expect([inLithuanian.status, inLithuanian.headers["content-language"]]).toEqual([404, "lt"]);
  expect(inLithuanian.text).toContain("Čia viešo teksto nėra");
  await publish(id, 2);
  expect((await read(id)).status).toBe(200);
  await publish(id, 2, "network");
  expect((await read(id)).status).toBe(404);
  expect((await everybody.page("/public")).text).not.toContain(id);
});

test("while it is withdrawn again and again, nobody who asks afterwards gets the text", async () => {
  const id = await publicPractice();
  const { location = "" } = await everybody.page(`/public/lt/${id}`);
  for (let round = 0; round < 5; round++) {
    const during = Array.from({ length: 20 }, () => everybody.page(location));
    await withdraw(id);
    const after = await Promise.all(Array.from({ length: 20 }, () => everybody.page(location)));
    expect(after.map(({ status }) => status)).toEqual(after.map(() => 404));
    await Promise.all(during);
    await publish(id, 2);
  }
});

test("what everybody was given before stays, listed with its day, until it is taken back", async () => {
  const id = await publicPractice("Pirmasis žodis.\n");
  await save(id, 2, "Antrasis žodis.\n");
  await publish(id, 3, "network");
  await publish(id, 3);
  await save(id, 3, "Trečiasis žodis.\n");
  await publish(id, 4);
  const { text } = await read(id);
  expect(text).toContain("Ankstesnės publikacijos");
  // The first was taken from everybody when the second was for the network alone.
  expect([...text.matchAll(/href="(\/public[^"]*\/(\d+))"/g)].map(([, , number]) => number)).toEqual(["2"]);
  const address = /href="(\/public[^"]*\/2)"/.exec(text)?.[1] ?? "";
  const second = await everybody.page(address);
  expect([second.status, second.headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(second.text).toContain("Antrasis žodis");
  expect(second.text).toContain("Skaitote ankstesnę");
  expect(second.text).toContain(`<link rel="canonical" href="${house.origin}${address.slice(0, -2)}"`);
  const etag = String(second.headers.etag);
  expect((await everybody.page(address, { "if-none-match": etag })).status).toBe(304);
  for (const number of ["1", "3", "4", "0", "02", "2/3", "two"]) {
    const odd = await everybody.page(address.replace(/2$/, number));
    expect([number, odd.status]).toEqual([number, 404]);
  }
  await done(alytus.post(`${documentPath(id)}/publications/2`, { intent: "withdraw" }));
  const gone = await everybody.page(address, { "if-none-match": etag });
  expect([gone.status, gone.text.includes("Antrasis")]).toEqual([404, false]);
  expect((await read(id)).text).not.toContain("Ankstesnės publikacijos");
});

test("drafts, texts for the network and odd addresses lead nowhere", async () => {
  for (const id of [places.draft, places.published]) expect((await read(id)).status).toBe(404);
  for (const path of [
    "/public/lt/",
    "/public/lt/x",
    `/public/lt/a/b-${newId()}`,
    "/public/%2e%2e/x",
    "/public/lt/%E0%A4%A",
  ])
    expect([path, [400, 404].includes((await everybody.page(path)).status)]).toEqual([path, true]);
});

test("what it states beside its text is there", async () => {
  const id = await publicPractice();
  await save(id, 2, "Tekstas.", {
    "facts.kind": "good-practice",
    "facts.topics": "Turgūs, jaunimas",
    "facts.population": "51 000",
    "facts.elements.0.name": "Bendros dirbtuvės",
    "facts.elements.0.pitfalls": "Nuoma",
  });
  await publish(id, 3);
  const { text } = await read(id);
  for (const said of [
    "Turgūs, jaunimas",
    "Miesto gyventojų skaičius",
    "Bendros dirbtuvės",
    "Nuoma",
    "Perkėlimo elementai",
  ])
    expect(text).toContain(said);
});

test("all of them are listed for everybody", async () => {
  const id = await publicPractice();
  const list = await everybody.page("/public", { "accept-language": "lv" });
  expect(list.text).toContain("Publiski teksti");
  expect(list.text).toContain(id);
});

test("it reads well in a browser: no violation, nothing sideways, in both schemes", async () => {
  const id = await publicPractice(
    "## Pirma dalis\n\nTekstas.\n\n## Antra dalis\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  );
  for (const colours of ["light", "dark"] as const) {
    const { page } = await browserVisitor(house.origin, {
      language: "lt",
      colours,
      viewport: { width: 320, height: 700 },
    });
    for (const path of [`/public/lt/${id}`, "/public"]) {
      await page.goto(path);
      expect([path, await violationsOn(page), await sideways(page)]).toEqual([path, [], 0]);
    }
  }
});
