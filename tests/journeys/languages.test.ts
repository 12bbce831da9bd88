// The language menu, and every screen in every language on a small telephone: whole words, nothing cut off, nothing sideways.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languageCodes } from "~/i18n/languages";
import { awake, heard, signInAs, visitor } from "../support/browser";
import { chooseLanguage } from "../support/choose-language";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";
const outside = ["/sign-in", "/forgot-password", "/reset-password/some-token"];
const telephone = { width: 360, height: 740 };

/** What stands wider than its own box, or than the screen. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll("main *, header *, nav *")].filter((element) => {
      const isSmall = element.matches("button, .button, label, legend, h1, h2, h3, th, dt, dd, p");
      const { overflowX, textOverflow, display } = getComputedStyle(element);
      if (!isSmall || display === "inline" || textOverflow === "ellipsis") return false;
      if (element.matches(".hidden-words") || element.clientWidth === 0) return false;
      return overflowX !== "auto" && overflowX !== "scroll" && element.scrollWidth > element.clientWidth + 1;
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...(scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth}`] : []),
      ...found.map((element) => `${element.tagName}: ${element.textContent.slice(0, 60)}`),
    ];
  });
}

test.each(languageCodes)(
  "%s is what its reader gets, chosen or asked for, and fits every screen",
  async (language) => {
    const { page, allow } = await visitor(house.origin, { language, viewport: telephone });
    allow(/status of 404/);
    const look = async (address: string) => {
      await page.goto(address);
      await awake(page);
      expect([address, await page.locator("html").getAttribute("lang")]).toEqual([address, language]);
      expect([address, await cutOff(page)]).toEqual([address, []]);
    };
    for (const address of outside) await look(address);
    await signInAs(page, "barnsley", `${home}/documents?kind=good-practice`);
    await chooseLanguage(page, language);
    const practice = await page.getByRole("link", { name: /digitalisation strategy/ }).getAttribute("href");
    const screens = [
      "/networks",
      "/account",
      home,
      `${home}/documents?kind=good-practice`,
      `${home}/documents/new`,
      `${home}/people`,
      `${home}/timeline`,
      `${home}/tasks`,
      "/week",
      "/portfolio",
    ];
    const ofOne = ["", "/edit", "/publish", "/withdraw"].map((end) => `${practice}${end}`);
    for (const address of [...screens, ...ofOne, `${home}/documents/nothing-here`]) await look(address);
  },
);

/** Goes there and waits until the server has said that the page's socket watches the network: acknowledgements begin with 43. */
async function listening(page: Page, address: string): Promise<Page> {
  const watching = heard(page, "43");
  await page.goto(address);
  await watching;
  await awake(page);
  return page;
}

test("a language chosen in one tab is soon that of the others; where something is half typed, a line offers it", async () => {
  const { page, context } = await visitor(house.origin);
  // Somebody whose language no other test of this file has changed.
  const network = "/networks/digiplace";
  await signInAs(page, "messina", network);
  const idle = await listening(await context.newPage(), `${house.origin}${network}/people`);
  const busy = await listening(await context.newPage(), `${house.origin}${network}/invitations/new`);
  await busy.locator("#email").fill("half@typed.example");
  await chooseLanguage(page, "lt");
  await idle.locator("html[lang=lt]").waitFor({ state: "attached" });
  await busy.getByText("Language: Lietuvių").waitFor();
  expect(await busy.locator("#email").inputValue()).toBe("half@typed.example");
  expect(await busy.locator("html").getAttribute("lang")).toBe("en");
  await busy.getByRole("button", { name: "Load the page again" }).click();
  await busy.locator("html[lang=lt]").waitFor({ state: "attached" });
  await awake(busy);
  await chooseLanguage(page, "en");
  // To its end in every tab: a page that is just being loaded anew may keep Chromium from closing it.
  for (const tab of [idle, busy]) {
    await tab.locator("html[lang=en]").waitFor({ state: "attached" });
    await awake(tab);
  }
});
