// What a document is on paper: A4, the text and what was said of it, without what one clicks or types into, and without what is private; and
// what the cities owe, on a sheet that lies on its side.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { newId } from "~/platform/id";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { chooseLanguage } from "../support/choose-language";
import { openHouse, type House } from "../support/house";
import { sideways } from "../support/looks";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/digiplace";

/** Opens the document of this title from the list. */
async function open(page: Page, title: RegExp): Promise<void> {
  await page.goto(`${home}/documents`);
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** What of these is on the paper. */
const onPaper = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).count();

test("a visit note is printed without fields and buttons, and without its reader's own reflection until that is shared", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "botosani", home);
  await open(page, /Vizita experților la Botoșani/);
  const words = `For myself alone ${newId()}`;
  const own = page.getByLabel("What you think of the visit");
  await own.fill(words);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText("Kept now").waitFor();

  await page.emulateMedia({ media: "print" });
  expect(await onPaper(page, "main :is(input, textarea, select, form, .button)")).toBe(0);
  expect(await onPaper(page, `main :text("${words}")`)).toBe(0);
  expect(await onPaper(page, "#reflection")).toBe(0);
  for (const said of ["#additions", "#reply", "#signatures", "#shared-reflections"])
    expect(await onPaper(page, said), said).toBe(1);
  expect(await onPaper(page, ".sheet")).toBe(1);

  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Make it private again" }).waitFor();
  expect(await onPaper(page, ".on-paper-only"), "on the screen it stands in its field alone").toBe(0);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => onPaper(page, `main p:text("${words}")`)).toBe(1);

  const sheets = await page.pdf({ preferCSSPageSize: true });
  const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets.toString("latin1")) ?? [];
  expect([width, height].map((points) => Math.round((Number(points) / 72) * 25.4))).toEqual([210, 297]);
});

test("a document that nobody has remarked on needs no second page for that", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "botosani", home);
  await open(page, /Minutes of the meeting in Saint-Quentin/);
  await page.emulateMedia({ media: "print" });
  expect(await onPaper(page, ".sheet")).toBe(0);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

/** Between its margins a sheet that lies on its side is so wide. */
const lying = { width: 1017, height: 684 };

test.each(["en", "lt"] as const)(
  "in %s the matrix of ten cities and the timeline keep to a sheet on its side, which says of which network and day it is",
  async (language) => {
    const { page } = await visitor(house.origin);
    await signInAs(page, "ventspils", `${home}/deliverables?state=accepted`);
    await chooseLanguage(page, language);
    const t = translate(language);
    const today = formatFor(language, "Europe/Brussels").date(Date.now());
    const head = `DigiPlace · ${t("frame:onPaper", { day: today })}`;
    expect(await onPaper(page, ".on-paper-only"), "on the screen the frame says it").toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".paper-head").filter({ visible: true }).textContent()).toBe(head);
    expect(await onPaper(page, "main :is(input, select, form, .button, .matrix-keys)")).toBe(0);
    const narrowed = `${t("deliverables:filter.state")}: ${t("deliverables:state.accepted")}`;
    expect(await onPaper(page, `main p:text-is("${narrowed}")`)).toBe(1);

    await page.goto(`${home}/deliverables`);
    await awake(page);
    await page.setViewportSize(lying);
    const wide = await page.evaluate(() => {
      for (const { cells } of document.querySelectorAll<HTMLTableRowElement>(".matrix tr:not(.matrix-phase)"))
        for (const city of [1, 5]) cells[0]?.parentElement?.append(cells[city]?.cloneNode(true) ?? "");
      return [...document.querySelectorAll(".matrix :is(th, td)")].filter(
        (cell) => cell.scrollWidth > cell.clientWidth || cell.getBoundingClientRect().right > innerWidth,
      ).length;
    });
    expect([await page.locator(".matrix thead th").count(), wide, await sideways(page)]).toEqual([11, 0, 0]);
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sizes = [...sheets.matchAll(/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    for (const [, ...points] of sizes)
      expect(points.map((one) => Math.round((Number(one) / 72) * 25.4))).toEqual([297, 210]);
    expect(sizes.length).toBeGreaterThan(0);

    await page.goto(`${home}/timeline`);
    expect(await page.locator(".paper-head").filter({ visible: true }).textContent()).toBe(head);
  },
);
