// The network's home: what is due, what changed, who waits for me, and the partners on a map whose names never stand on each other.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf, type HouseRows } from "../support/house-rows";
import { drawn } from "../support/looks";

let house: House;
let rows: HouseRows;
beforeAll(async () => {
  house = await openHouse();
  rows = openRows(house.folder);
});
afterAll(async () => {
  rows.close();
  await house.close();
});

const networks = [
  {
    slug: "techrevolution",
    account: "barnsley",
    cities: ["Barnsley", "Alytus", "Novska", "Roeselare", "Rzeszów"],
  },
  {
    slug: "digiplace",
    account: "messina",
    cities: [
      "Messina",
      "Botoșani",
      "Oulu",
      "Portalegre",
      "Roquetas de Mar",
      "Saint-Quentin",
      "Trikala",
      "Ventspils",
    ],
  },
];

interface Box {
  words: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Seen {
  picture: Box;
  names: Box[];
  sideways: number;
}

/** What a reader sees of the map: the picture that is shown and the names on it, as the browser laid them out. */
async function mapOn(page: Page): Promise<Seen> {
  await page.evaluate(() => document.fonts.ready);
  await drawn(page);
  return page.evaluate(() => {
    const boxOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { words: element.textContent ?? "", left, top, right, bottom };
    };
    const [picture, second] = [...document.querySelectorAll("svg.map")].filter(
      (svg) => svg.getBoundingClientRect().width > 0,
    );
    if (!picture || second) throw new Error("not one map is shown");
    return {
      picture: boxOf(picture),
      names: [...picture.querySelectorAll("text")].map(boxOf),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
}

function expectApart({ picture, names, sideways }: Seen): void {
  expect(sideways).toBe(0);
  names.forEach((name, at) => {
    expect([name.words, name.left >= picture.left && name.right <= picture.right]).toEqual([
      name.words,
      true,
    ]);
    expect([name.words, name.top >= picture.top && name.bottom <= picture.bottom]).toEqual([
      name.words,
      true,
    ]);
    for (const other of names.slice(at + 1)) {
      const doMeet =
        name.left < other.right &&
        other.left < name.right &&
        name.top < other.bottom &&
        other.top < name.bottom;
      expect([name.words, other.words, doMeet]).toEqual([name.words, other.words, false]);
    }
  });
}

for (const { slug, account, cities } of networks) {
  test(`the names on the map of ${slug} stand apart, on a phone and on a wide screen, and the list says the same`, async () => {
    const { page } = await visitor(house.origin);
    await signInAs(page, account, `/networks/${slug}`);
    for (const [width, height] of [
      [360, 800],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      const seen = await mapOn(page);
      expectApart(seen);
      expect(seen.names.map(({ words }) => words)).toEqual(cities);
    }
    const map = page.getByRole("img", { name: /^Map of Europe with the partners of/ });
    expect(await map.count()).toBe(1);
    const list = page.getByRole("list", { name: "Partners" }).locator(".partner");
    expect(await list.count()).toBe(cities.length);
    const first = await list.first().innerText();
    for (const words of [cities[0] ?? "", "Lead partner", "since 1"]) expect(first).toContain(words);
  });
}

test("the land under the map is there, fetched once from our own host", async () => {
  const { page } = await visitor(house.origin);
  const sheet = page.waitForResponse(/europe-[^/]*\.svg$/);
  await signInAs(page, "barnsley", "/networks/techrevolution");
  const answer = await sheet;
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toContain("immutable");
});

test("pointing at a row marks the city on the map, and at the city its row", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley", "/networks/techrevolution");
  await page
    .getByRole("list", { name: "Partners" })
    .getByRole("listitem")
    .filter({ hasText: "Novska" })
    .hover();
  await page.locator(".map-wide .map-marked", { hasText: "Novska" }).waitFor();
  await page.locator(".map-wide .map-place", { hasText: "Alytus" }).hover();
  await page.locator(".partner-marked", { hasText: "Alytus" }).waitFor();
});

test("an officer and a lead partner are told what is due, who waits for them and what changed, in this order", async () => {
  const { page: officer } = await visitor(house.origin);
  await signInAs(officer, "alytus", "/networks/techrevolution");
  await officer.getByRole("heading", { name: "What is due" }).waitFor();
  expect(await officer.locator("main h2").allInnerTexts()).toEqual([
    "What is due",
    "Who waits for you",
    "What changed",
    "Partners",
  ]);
  await officer.getByRole("region", { name: "What is due" }).getByText("The network ended").waitFor();
  await officer
    .getByRole("region", { name: "Who waits for you" })
    .getByText("replied to you")
    .first()
    .waitFor();

  const network = valueOf(rows, "SELECT id FROM Network WHERE slug = 'digiplace'");
  const messina = valueOf(rows, "SELECT id FROM Person WHERE email = 'messina@demo.torg'");
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  rows.prepare("UPDATE Network SET endsOn = ? WHERE id = ?").run(day(400).slice(0, 10), network);
  rows.prepare("DELETE FROM Phase WHERE networkId = ?").run(network);
  rows
    .prepare("INSERT INTO Phase (id, networkId, position, name, plannedStart) VALUES (?, ?, 2, 'Phase 2', ?)")
    .run(newId(), network, day(40).slice(0, 10));
  rows
    .prepare(
      `INSERT INTO Invitation (id, networkId, email, role, partnerships, language, tokenHash, invitedById, createdAt, expiresAt)
       VALUES (?, ?, 'somebody@test.torg', 'observer', '[]', 'en', ?, ?, ?, ?)`,
    )
    .run(newId(), network, newId(), messina, day(-10), day(3));
  const { page: lead } = await visitor(house.origin);
  await signInAs(lead, "messina", "/networks/digiplace");
  const due = lead.getByRole("region", { name: "What is due" });
  await due.getByRole("listitem").first().waitFor();
  expect(
    (
      await due
        .getByRole("listitem")
        .filter({ hasText: /begins|ends/ })
        .allInnerTexts()
    ).join(" "),
  ).toMatch(/Phase 2 begins[\s\S]*in \d\d days[\s\S]*The network ends[\s\S]*in 13 months/);
  await lead
    .getByRole("region", { name: "Who waits for you" })
    .getByText("1 invitation expires within a week, unanswered")
    .waitFor();
  // The officer of another city does not invite.
  const { page: portalegre } = await visitor(house.origin);
  await signInAs(portalegre, "portalegre", "/networks/digiplace");
  await portalegre.getByText("Nobody waits for you.").waitFor();
});

test("fifteen partners, many of them neighbours, are still told apart at 360 pixels; one without a position is named beside", async () => {
  const network = valueOf(rows, "SELECT id FROM Network WHERE slug = 'digiplace'");
  const more: Array<[string, string, number | null, number | null]> = [
    ["Kuldīga", "LV", 56.97, 21.97],
    ["Liepāja", "LV", 56.5, 21.01],
    ["Klaipėda", "LT", 55.71, 21.13],
    ["Šiauliai", "LT", 55.93, 23.32],
    ["Panevėžys", "LT", 55.73, 24.36],
    ["Jelgava", "LV", 56.65, 23.72],
    ["Pärnu", "EE", 58.39, 24.5],
    ["Nowhere", "EE", null, null],
  ];
  for (const [name, country, latitude, longitude] of more) {
    const [city, institution] = [newId(), newId()];
    rows
      .prepare("INSERT INTO City (id, country, latitude, longitude) VALUES (?, ?, ?, ?)")
      .run(city, country, latitude, longitude);
    rows
      .prepare("INSERT INTO CityName (cityId, language, name, isOwn) VALUES (?, 'lv', ?, 1)")
      .run(city, name);
    rows
      .prepare("INSERT INTO Institution (id, cityId, name) VALUES (?, ?, ?)")
      .run(institution, city, `Municipality of ${name}`);
    rows
      .prepare(
        "INSERT INTO Partnership (id, networkId, institutionId, role, since) VALUES (?, ?, ?, 'project-partner', '2020-01-01')",
      )
      .run(newId(), network, institution);
  }
  // A server of its own reads them: the names of places are kept for some seconds.
  await house.stop();
  await house.restart();
  const { page } = await visitor(house.origin, { viewport: { width: 360, height: 800 } });
  await signInAs(page, "oulu", "/networks/digiplace");
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const seen = await mapOn(page);
    expectApart(seen);
    expect(seen.names.length).toBe(15);
  }
  await page.getByText("Not on the map: Nowhere").waitFor();
});
