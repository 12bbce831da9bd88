// Each screen, in both colour schemes: accessible, without sideways scrolling or layout shift, and with no word outside the catalogues.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spokenLanguages } from "~/domain/accounts/account";
import { english } from "~/domain/documents/default-templates/en";
import { contentLanguages } from "~/domain/documents/document";
import englishDeliverables from "~/i18n/catalogues/en/deliverables.json";
import { looksPseudo } from "~/i18n/pseudo";
import { accounts } from "../../prisma/demo/accounts";
import { cities } from "../../prisma/demo/cities";
import { digiPlace } from "../../prisma/demo/digiplace/network";
import { techRevolution } from "../../prisma/demo/tech-revolution/network";
import { awake, signInAs, visitor } from "../support/browser";
import { writeFully, type FullDocuments } from "../support/full-documents";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks } from "../support/looks";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const outside = [
  "/sign-in",
  "/forgot-password",
  "/reset-password/some-token",
  "/invitation/some-token",
  "/networks/nothing-here",
];
const home = "/networks/techrevolution";

/** Made once, by the form that officers use: the page that says what was handed over. */
let handover: Promise<string> | undefined;
async function handOver(): Promise<string> {
  const officer = await signedInAs(house.origin, "alytus2");
  const { text: people } = await officer.page(`${home}/people`);
  const personCalled = (name: string) => new RegExp(`/people/(\\w+)"[^>]*>${name}`).exec(people)?.[1] ?? "";
  const own = `${home}/people/${personCalled("Second project officer, Alytus")}`;
  const { location } = await officer.post(own, {
    intent: "hand-over",
    membershipId: /[?]role=(\w+)/.exec((await officer.page(own)).text)?.[1] ?? "",
    successorId: personCalled("Project officer, Alytus"),
  });
  return new URL(location ?? "", house.origin).pathname;
}

/** The screens of administrators. */
async function screensOfAdministrators(page: Page): Promise<string[]> {
  await page.goto("/administration");
  const account = await page
    .locator("main a[href^='/administration/accounts/']")
    .first()
    .getAttribute("href");
  return [
    "/networks",
    "/administration",
    account ?? "",
    "/administration/networks/new",
    "/administration/demo",
  ];
}

/** The addresses of every screen inside, found once, as a person finds them. */
let inside: Promise<string[]> | undefined;
const screensInside = (page: Page) => (inside ??= findScreens(page));
async function findScreens(page: Page): Promise<string[]> {
  const address = async (list: string, name: string | RegExp) => {
    await page.goto(`${home}/${list}`);
    return (await page.getByRole("link", { name }).first().getAttribute("href")) ?? "";
  };
  const document = await address("documents?kind=good-practice", /digitalisation strategy/);
  const person = await address("people", "Project officer, Alytus");
  await page.goto(person);
  const role = await page.locator("main a[href*='role=']").first().getAttribute("href");
  return [
    "/networks",
    "/account",
    home,
    `${home}/documents`,
    `${home}/documents?kind=good-practice`,
    `${home}/documents?kind=minutes&sort=title`,
    `${home}/documents?whose=waiting`,
    `${home}/documents/new`,
    `${home}/documents/new?kind=visit-note`,
    `${home}/documents?kind=note&topic=nothing-here`,
    `${home}/settings/templates`,
    `${home}/settings/templates?kind=minutes&language=lt`,
    `${home}/search`,
    `${home}/search?q=nothing-here`,
    "/search",
    `${home}/trash`,
    `${document}/manage`,
    `${home}/partners`,
    await address("partners", "Alytus"),
    `${home}/partners/new`,
    `${home}/settings`,
    `${home}/people`,
    `${home}/people/new`,
    person,
    role ?? "",
    await (handover ??= handOver()),
    `${home}/groups`,
    `${home}/roles`,
    `${home}/invitations`,
    `${home}/invitations/new`,
    `${home}/invitations/bulk`,
    `${home}/welcome`,
    `${home}/calendar`,
    `${home}/activity`,
    `${document}`,
    `${document}/edit`,
    `${document}/publish`,
    `${document}/withdraw`,
    `${document}/share`,
    `${document}/readers`,
    `${home}/documents/nothing-here`,
  ];
}

/** Screens of documents that have everything, in words of their writers. */
let full: Promise<FullDocuments> | undefined;
async function screensOfFullDocuments(): Promise<string[]> {
  const { practice, visit } = await (full ??= writeFully(house.origin));
  return [
    practice,
    `${practice}/elements`,
    `${practice}/manage`,
    `${practice}/readers`,
    visit,
    `${visit}/readers`,
    `${home}/search?q=firms`,
    "/search?q=firms",
    `${home}/documents?topic=skills`,
  ];
}

async function unfold(page: Page): Promise<void> {
  await awake(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
  });
}

const looking =
  (page: Page) =>
  async (address: string, ready: (page: Page) => Promise<void> = awake) => {
    await page.goto(address);
    await ready(page);
    await expectGoodLooks(page, address);
  };

/** Apart, since each page is looked at four times. */
const isOfDocuments = (address: string) => address.includes("/documents");

test("every screen of a network's documents passes axe in both colour schemes, from 320 pixels to wide", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(page, "barnsley");
  for (const address of (await screensInside(page)).filter(isOfDocuments)) await looking(page)(address);
});

test("every other screen of a network passes axe in both colour schemes, from 320 pixels to wide", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley");
  for (const address of (await screensInside(page)).filter((one) => !isOfDocuments(one)))
    await looking(page)(address);
});

test("every screen on which a full document is read passes axe in both colour schemes, from 320 pixels to wide", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley");
  for (const address of await screensOfFullDocuments()) await looking(page)(address);
});

test("the screens on which a full document is written pass axe in both colour schemes, with every fact unfolded", async () => {
  const [practice = "", , , , visit = ""] = await screensOfFullDocuments();
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus");
  const screens = [`${practice}/edit`, `${visit}/share`, `${practice}/publish`, `${practice}/withdraw`];
  for (const address of screens) await looking(page)(address, unfold);
});

test("the pages for everybody pass axe in both colour schemes, from 320 pixels to wide", async () => {
  const [practice = ""] = await screensOfFullDocuments();
  const { page } = await visitor(house.origin);
  const { text } = await (await signedInAs(house.origin, "alytus")).page(practice);
  const address = /href="(\/public\/[^"]+)"/.exec(text)?.[1] ?? "";
  for (const one of ["/public", address]) await looking(page)(one, () => Promise.resolve());
});

test("every screen outside and of administrators passes axe in both colour schemes, from 320 pixels to wide", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 404/);
  for (const address of outside) await looking(page)(address);
  await signInAs(page, "administrator");
  for (const address of await screensOfAdministrators(page)) await looking(page)(address);
});

test("no word of the interface stands outside the catalogues", async () => {
  const { page, allow } = await visitor(house.origin, { language: "en-XA" });
  allow(/status of 404/);
  const check = async (address: string) => {
    await page.goto(address);
    await awake(page);
    // Only a document's reading view may come with its own words alone: any other screen would wait for the rest while it wakes up.
    const isReading = await page.evaluate(() => document.documentElement.dataset.words === "reading");
    if (isReading) expect.soft(new URL(page.url()).pathname).toMatch(/\/documents\/[0-9a-z]{20}$/);
    expect
      .soft([
        address,
        (await wordsOn(page))
          .map(withoutData)
          .filter((words) => /\p{L}{2}/u.test(words) && !looksPseudo(words)),
      ])
      .toEqual([address, []]);
  };
  for (const address of outside) await check(address);
  await signInAs(page, "barnsley", "/account");
  // The pseudo-language stands in no menu: it is chosen as a form would choose it.
  await page.evaluate(() => {
    const language = document.querySelector<HTMLSelectElement>("#language");
    language?.append(new Option("pseudo", "en-XA", true, true));
  });
  await page.locator("button[value=profile]").click();
  await page.waitForFunction(() => document.documentElement.lang === "en-XA");
  for (const address of await screensInside(page)) await check(address);
});

const languageNames = new Intl.DisplayNames("en-GB", { type: "language" });
const countryNames = new Intl.DisplayNames("en-GB", { type: "region" });

/** What is no word of the interface: names and texts of the demo data, what Intl calls countries and languages, and days. */
const data = [
  ...accounts.flatMap(({ account, name }) => [`${account}@demo.torg`, name]),
  ...Object.values(cities).flatMap(({ own, names, country }) => [
    own[1],
    ...Object.values(names),
    countryNames.of(country) ?? "",
  ]),
  ...[techRevolution, digiPlace].flatMap(
    ({ name, otherNames, theme, programme, phases, partners, documents }) => [
      name,
      ...otherNames.map(({ name: other }) => other),
      ...phases.map(({ name: phase }) => phase),
      ...partners.flatMap(({ budget }) => budget?.sources.map(({ name: source }) => source) ?? []),
      theme,
      programme,
      ...partners.map(({ institution }) => institution),
      ...documents.map(({ title }) => title),
      ...documents.flatMap(({ facts, since = [] }) => wordsIn([facts, since])),
      ...partners.flatMap(({ localGroups = [] }) => localGroups),
    ],
  ),
  ...[...contentLanguages, ...spokenLanguages].map((code) => languageNames.of(code) ?? ""),
  // The guidance beside a text is in the text's language, as its template is.
  ...Object.values(english).flat(2),
  // What is asked of the cities is named by the demo in English, as the programme names it.
  ...Object.values(englishDeliverables.template),
  "market-square",
  ...["Forty firms under one roof", "Two days in January", "digital firms", "skills"],
].sort((one, other) => other.length - one.length);

/** Every text inside; keys of the demo have no capitals. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return /\p{Lu}/u.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function withoutData(words: string): string {
  const undated = words.replace(/\d{1,2} \p{L}+ \d{4}/gu, "");
  const rest = data.reduce((left, known) => (known ? left.replaceAll(known, "") : left), undated);
  return rest.replace(/^[\s(,]+|[\s),]+$/g, "");
}

/** The visible words and spoken labels of the interface: what people wrote, names of things and of languages left out. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const written = [
      ".reading",
      "textarea",
      "code",
      "pre",
      "kbd",
      "time",
      "[translate=no]",
      // What says that it is English is somebody's text: the interface is in the pseudo-language.
      "[lang=en]",
      "option",
      ".avatar",
      ".door-plan",
      ".contents",
      "[role=menu] [role=menuitemradio]",
    ].join(",");
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (!parent || !/\p{L}{2}/u.test(words) || parent.closest(`script, style, noscript, ${written}`))
        continue;
      found.push(words);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (element.closest(written)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const words = element.getAttribute(name);
        if (words && /\p{L}{2}/u.test(words)) found.push(words);
      }
    }
    return found;
  });
}

test("nothing shifts while a page loads", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "barnsley");
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const address of await screensInside(page).then((all) => all.slice(0, 8))) {
    await page.goto(address);
    await awake(page);
    const sum = await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
    expect([address, sum < 0.05]).toEqual([address, true]);
  }
});
