// The timeline as it is met: from the phases and the deliverables, by mouse, by keys, on a phone, without a script, on paper and as files.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done } from "../support/alytus-writes";
import { signInAs, visitor, type VisitorOptions } from "../support/browser";
import { dropDeliverables } from "../support/dropped-deliverables";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks, sideways } from "../support/looks";
import { signedInAs } from "../support/visitor";
import { newId } from "~/platform/id";

let house: House;
const digiplace = "/networks/digiplace";
const odd = `Plan <b>&"'</b> ]]> of ąčę`;

beforeAll(async () => {
  house = await openHouse();
  const lead = await signedInAs(house.origin, "messina");
  const due = { anchor: "day", fixedOn: "2021-02-01", owedBy: "lead-partner" };
  await done(lead.post(`${digiplace}/deliverables/new`, { intent: "add", id: newId(), title: odd, ...due }));
});
afterAll(() => house.close());

async function at(who: string, path: string, options?: VisitorOptions) {
  const { page } = await visitor(house.origin, options);
  await signInAs(page, who, path);
  return page;
}
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const picture = (page: Page) => page.getByRole("group", { name: "Timeline of DigiPlace" });
const rowOf = (page: Page, name: RegExp) => page.getByRole("row", { name });

test("from the deliverables and the phases one comes to the timeline and back; what hung on an end that was put off moved with it", async () => {
  const page = await at("ventspils", `${digiplace}/deliverables`);
  await page.getByRole("main").getByRole("link", { name: "Timeline" }).click();
  await heading(page, "Timeline").waitFor();
  await page.getByRole("main").getByRole("link", { name: "Phases", exact: true }).click();
  await heading(page, "Phases").waitFor();
  await page.getByRole("main").getByRole("link", { name: "Timeline" }).click();
  await heading(page, "Timeline").waitFor();

  const plan = rowOf(page, /^7 August 2022 Final integrated action plan/);
  await plan.getByRole("cell", { name: "7 May 2022", exact: true }).waitFor();
  await plan.getByText("92 days later").waitFor();
  await rowOf(page, /^7 September 2020 Roadmap/)
    .getByText("as planned")
    .waitFor();
  await rowOf(page, /^23–24 January 2020 Vizita experților/)
    .getByText("Visit", { exact: true })
    .waitFor();
  await page.getByText(/^Today, .* lies after what is drawn\./).waitFor();

  const mark = picture(page).getByRole("link", {
    name: /^Final integrated action plan 8\/8, Phase 2, .*92 days later/,
  });
  await mark.click();
  await heading(page, "Final integrated action plan").waitFor();
  await page.goBack();
  await plan.getByRole("link").click();
  await heading(page, "Final integrated action plan").waitFor();
  await page.goto(`${house.origin}${digiplace}/timeline`);
  await expectGoodLooks(page, "the timeline");
});

test("keys go through the marks in the order of their days, or pass the picture over", async () => {
  const page = await at("ventspils", `${digiplace}/timeline`);
  const pass = page.getByRole("link", { name: "Pass over the picture, to the table" });
  await pass.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement?.querySelector("title")?.textContent);
  expect(await focused()).toMatch(/^Kick-off meeting Messina, Phase 1, Due 1 October 2019/);
  await page.keyboard.press("Tab");
  expect(await focused()).toMatch(/^Visit to the city 3\/3, Phase 1, Due 1 January 2020/);
  await page.keyboard.press("Enter");
  await heading(page, "Visit to the city").waitFor();
  await page.goBack();
  await heading(page, "Timeline").waitFor();
  await pass.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Phase 1 begins");
});

test("on a phone the picture moves within its frame, and the table is a list", async () => {
  const page = await at("ventspils", `${digiplace}/timeline`, { viewport: { width: 360, height: 740 } });
  expect(await sideways(page)).toBe(0);
  const frame = page.getByRole("region", { name: "The timeline as a picture" });
  expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(300);
  const row = rowOf(page, /Final integrated action plan/);
  const widths = await row.evaluate((one) =>
    [...one.children].map((cell) => Math.round(cell.getBoundingClientRect().left)),
  );
  expect(new Set(widths.filter((left) => left > 0)).size, "one under the other").toBe(1);
  await row.getByText("Planned for: ").waitFor();
});

test("it is drawn and said without a script", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(`${digiplace}/timeline`)}`);
  await page.locator("#email").fill("ventspils@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await rowOf(page, /^1 September 2019 Phase 1 begins/).waitFor();
  expect(await picture(page).getByRole("link").count()).toBeGreaterThan(15);
  await rowOf(page, /^7 August 2022 Phase 2 ends/)
    .getByText("92 days later")
    .waitFor();
  await picture(page)
    .getByRole("link", { name: /^Visit to the city/ })
    .click();
  await heading(page, "Visit to the city").waitFor();
});

test("a member of a local group sees phases and the meetings that they may read, and no deliverables", async () => {
  const page = await at("local-group", "/networks/techrevolution/timeline");
  await rowOf(page, /^1 July 2021 Transfer, second wave begins/).waitFor();
  expect(await page.getByRole("main").getByRole("link", { name: "Deliverables" }).count()).toBe(0);
  await page.getByText(/No meetings yet/).waitFor();
});

test("what the lead partner extends is drawn at another's window without a reload", async () => {
  const page = await at("alytus", "/networks/techrevolution/timeline");
  await rowOf(page, /^31 December 2022 Transfer, second wave ends/).waitFor();
  expect(await page.locator("svg.timeline").getByText("put off").count()).toBe(0);
  const lead = await at("barnsley", "/networks/techrevolution/phases");
  await lead.getByText("Extend the phase").first().click();
  await lead.getByLabel("New last day").fill("2023-03-31");
  await lead.getByLabel("Reason").first().fill("The results are shared in spring");
  await lead.getByRole("button", { name: "Extend", exact: true }).click();
  await rowOf(page, /^31 March 2023 Transfer, second wave ends/)
    .getByText("90 days later")
    .waitFor();
  await page.locator("svg.timeline").getByText("put off").waitFor();

  // Without a phase, and where nothing is asked for, there is nothing to draw, and the page says what would stand there.
  await dropDeliverables(house.origin, "barnsley", "/networks/techrevolution");
  await lead.goto(`${house.origin}/networks/techrevolution/settings`);
  await lead.locator("#phases details summary").first().click();
  await lead.getByRole("button", { name: /^Remove.*Transfer, second wave/ }).click();
  await page.getByText("Nothing stands on the timeline yet").waitFor();
  await expectGoodLooks(page, "the timeline without a day");
  const none = await page.request.get("/networks/techrevolution/timeline/picture");
  expect(none.status()).toBe(404);
});

test("on paper it lies on its side, the picture as wide as the sheet, without what one clicks; other pages stay upright", async () => {
  const page = await at("ventspils", `${digiplace}/timeline`);
  const sheets = async () =>
    [
      ...(await page.pdf({ preferCSSPageSize: true }))
        .toString("latin1")
        .matchAll(/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g),
    ].map(([, ...points]) => points.map((one) => Math.round((Number(one) / 72) * 25.4)));
  const lying = await sheets();
  expect(lying.length).toBeGreaterThan(1);
  for (const sheet of lying) expect(sheet).toEqual([297, 210]);
  await page.setViewportSize({ width: 1017, height: 720 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const onPaper = (selector: string) => page.locator(selector).filter({ visible: true }).count();
  expect(await onPaper(".rail, .bar, main .button, .timeline-pass, main header a")).toBe(0);
  expect(await onPaper("svg.timeline")).toBe(1);
  expect(await sideways(page)).toBe(0);
  const head = page.locator(".timeline-table thead");
  expect(await head.evaluate((one) => getComputedStyle(one).display)).toBe("table-header-group");
  await page.emulateMedia({ media: null });
  await page.goto(`${house.origin}${digiplace}/phases`);
  for (const sheet of await sheets()) expect(sheet).toEqual([210, 297]);
});

test("the picture is taken along as a file that any program reads, the table as lines for a spreadsheet", async () => {
  const page = await at("ventspils", `${digiplace}/timeline`);
  const asked = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take the picture along (SVG)" }).click();
  expect((await asked).suggestedFilename()).toBe("timeline-digiplace.svg");
  const file = await page.request.get(`${digiplace}/timeline/picture`);
  expect(file.headers()["content-type"]).toBe("image/svg+xml; charset=utf-8");
  const read = await page.evaluate(
    (text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        wrong: parsed.querySelector("parsererror")?.textContent ?? null,
        titles: [...parsed.querySelectorAll("title")].map(({ textContent }) => textContent ?? ""),
        active: parsed.querySelectorAll("script, style, a, image, foreignObject, [href]").length,
      };
    },
    await file.text(),
  );
  expect(read).toMatchObject({ wrong: null, active: 0 });
  expect(read.titles[0]).toBe("Timeline of DigiPlace");
  expect(read.titles.some((title) => title.startsWith(`${odd} Messina, Due 1 February 2021`))).toBe(true);
  const lines = await (await page.request.get(`${digiplace}/timeline/export`)).text();
  expect(lines).toContain("2022-08-07,2022-08-07,Final integrated action plan,Phase 2,");
});

test("on a phone it opens at today, and the names of its phases stay in sight however far it is moved", async () => {
  const lead = await signedInAs(house.origin, "messina");
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const days = { plannedStart: dayIn(-400), plannedEnd: dayIn(300), actualStart: dayIn(-400), actualEnd: "" };
  await done(
    lead.post(`${digiplace}/settings`, { intent: "add-phase", phaseName: "Phase of the sharing", ...days }),
  );
  const page = await at("ventspils", `${digiplace}/timeline`, { viewport: { width: 360, height: 740 } });
  const frame = page.getByRole("region", { name: "The timeline as a picture" });
  const moved = () => frame.evaluate((one) => one.scrollLeft);
  await expect.poll(moved).toBeGreaterThan(300);
  const name = frame.getByText("Phase of the sharing", { exact: true });
  const edges = async () => {
    const [of, around] = [await name.boundingBox(), await frame.boundingBox()];
    if (!of || !around) throw new Error("It is not there.");
    return [of.x - around.x, around.x + around.width - of.x - of.width].every((room) => room >= 0);
  };
  expect(await edges()).toBe(true);
  await frame.evaluate((one) => one.scrollTo({ left: 0 }));
  expect(await edges()).toBe(true);
  await expectGoodLooks(page, "the timeline on a phone");
  // Each name is said once: the file that is taken along has them in the picture.
  expect(await frame.getByText("Phase of the sharing").count()).toBe(1);
  const file = await page.request.get(`${digiplace}/timeline/picture`);
  expect(await file.text()).toContain(">Phase of the sharing<");
});
