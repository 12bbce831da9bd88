// `npm run picture`: takes the README's picture anew, from a real server with the demo networks and two people reading.
import { mkdirSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { demoAddress, demoPassword } from "../app/domain/demo/demo";
import { openHouse } from "../tests/support/house";
import { buildIfChanged } from "./build.mjs";
import { ensureChromium } from "./find-chromium.mjs";
import { main, root } from "./steps.mjs";

const target = fileURLToPath(new URL("../docs/pictures/reading.png", import.meta.url));
const practices = "/networks/techrevolution/practices";
const title = "A digitalisation strategy for a former industrial town";

await main(async () => {
  const executablePath = await ensureChromium();
  await buildIfChanged();
  const house = await openHouse();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    // The second reader is there for the stone in the top bar that says who else is here.
    await readAs(browser, house.origin, "barnsley");
    const page = await readAs(browser, house.origin, "alytus");
    await page.locator("#presence-slot").getByText("Lead partner, Barnsley").waitFor({ state: "attached" });
    await page.evaluate(() => document.fonts.ready);
    mkdirSync(dirname(target), { recursive: true });
    await page.screenshot({ path: target });
    console.log(`Wrote ${relative(root, target)}. Look at it before you commit it.`);
  } finally {
    await browser.close();
    await house.close();
  }
});

/** Signs in by the form and opens the practice from the list, as a person would. */
async function readAs(browser: Browser, origin: string, account: string): Promise<Page> {
  const page = await browser.newPage({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    locale: "en",
    reducedMotion: "reduce",
  });
  await page.goto(`/sign-in?to=${encodeURIComponent(practices)}`);
  await page.locator("#email").fill(demoAddress(account));
  await page.locator("#password").fill(demoPassword);
  await page.locator("button[value=sign-in]").click();
  await page.getByRole("main").getByRole("link", { name: title }).click();
  await page.getByRole("heading", { name: title, level: 1 }).waitFor();
  await page.mouse.move(0, 0);
  return page;
}
