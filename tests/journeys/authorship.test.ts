// Who wrote what, and bringing back: two officers write in two browsers, one section comes back, and whoever reads only what is published sees none of it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { sideways, violationsOn } from "../support/looks";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = "# Roofs\n\nSlate, not tin.\n\n# Money\n\nNobody has any.";

test("a colleague's words are shown as theirs; a section comes back as its writer's and is taken back again", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "A roof for the market", text });
  await alytus.post(`${documentPath(id)}/versions/2`, { intent: "name", name: "Sent to the council" });
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", `${documentPath(id)}/edit`);
  const { page: other } = await visitor(house.origin);
  await signInAs(other, "alytus2", `${documentPath(id)}/edit`);

  const editor = other.locator(".ProseMirror");
  await editor.getByText("Nobody has any.").click();
  await other.keyboard.press("End");
  await other.keyboard.type(" The council gives forty thousand.");
  await editor.getByText("Slate, not tin.").click({ clickCount: 3 });
  await other.keyboard.type("Tin after all.");
  await page.locator(".ProseMirror").getByText("Tin after all.").waitFor();
  await other.getByText("Saved", { exact: true }).first().waitFor();

  await page.goto(`${house.origin}${documentPath(id)}?text=working`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Who wrote what" }).click();
  await page.getByRole("link", { name: "Who wrote what, on a page of its own" }).click();
  await page.getByRole("heading", { name: "Who wrote what in “A roof for the market”" }).waitFor();
  const writers = page.getByRole("region", { name: "Writers" }).getByRole("listitem");
  expect(await writers.count()).toBeGreaterThanOrEqual(2);
  await page.locator(".passage", { hasText: "forty thousand" }).locator(".wrote").last().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByText("Sections", { exact: true }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto(`${house.origin}${documentPath(id)}/versions`);
  await page.getByRole("link", { name: "Sent to the council" }).first().click();
  await page.getByText("Bring a section back").click();
  await page.getByRole("link", { name: "Roofs" }).last().click();
  await page.getByRole("heading", { name: "Bring the section “Roofs” back" }).waitFor();
  await page.getByText(/1 section changes, \d words come back, \d words go\./).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Bring back" }).click();
  await page.getByText("It is back in the text.").waitFor();
  // The other one is still writing: the section is there, and their words of the other section are, too.
  await editor.getByText("Slate, not tin.").waitFor();
  await editor.getByText("The council gives forty thousand.").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await editor.getByText("forty thousand").click();
  await other.keyboard.press("End");
  await other.keyboard.type(" And more.");
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByText("It is taken back.").waitFor();
  await editor.getByText("Tin after all.").waitFor();
  await editor.getByText("And more.").waitFor();

  const { page: lead, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(lead, "barnsley", `${documentPath(id)}/authorship`);
  await lead.getByRole("heading", { level: 1 }).waitFor();
  expect(await lead.getByText("Slate").count()).toBe(0);
});

test("who wrote what is switched on while two write, and where one reads, and stays right", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "Two write at once", text });
  const { page } = await visitor(house.origin);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await signInAs(page, "alytus", `${documentPath(id)}/edit`);
  const { page: other } = await visitor(house.origin);
  await signInAs(other, "alytus2", `${documentPath(id)}/edit`);
  const [mine, theirs] = [page, other].map((one) => one.locator(".ProseMirror"));
  if (!mine || !theirs) return;
  const by = (name: string, words: string) => mine.locator(`.wrote[title="${name}"]`, { hasText: words });
  const [own, colleague] = ["Project officer, Alytus", "Second project officer, Alytus"] as const;

  await theirs.getByText("Nobody has any.").click();
  await other.keyboard.press("End");
  await other.keyboard.type(" The council gives forty thousand.");
  await mine.getByText("forty thousand.").click();
  const isAsked = () => asked.includes(`${documentPath(id)}/writers`);
  expect(isAsked()).toBe(false);
  expect(await mine.locator(".wrote").count()).toBe(0);
  const said = await mine.innerText();

  await page.keyboard.press("Alt+F9");
  await by(colleague, "The council gives forty thousand.").waitFor();
  await by(own, "Nobody has any.").waitFor();
  expect(isAsked()).toBe(true);
  await page.getByText(`At the caret: ${colleague}`).waitFor();
  const writers = page.getByRole("region", { name: "Who wrote what" }).getByRole("listitem");
  await writers.filter({ hasText: colleague }).filter({ hasText: "5 words" }).waitFor();
  expect(await mine.innerText()).toBe(said);
  expect(await violationsOn(page)).toEqual([]);

  // What is written now is its writer's at once, inside the other's words as well.
  await page.keyboard.press("End");
  await page.keyboard.type(" We thank it.");
  await by(own, "We thank it.").waitFor();
  await page.getByText(`At the caret: ${own}`).waitFor();
  await theirs.getByText("Slate, not tin.").click();
  await other.keyboard.press("Home");
  await other.keyboard.type("Grey ");
  await by(colleague, "Grey").waitFor();
  // Parting a passage and joining it again makes nobody else its writer.
  await theirs.getByText("We thank it.").click();
  await other.keyboard.press("Home");
  await other.keyboard.press("Enter");
  await mine.locator("p", { hasText: /^$/ }).waitFor({ state: "attached" });
  await other.keyboard.press("Backspace");
  await by(own, "Nobody has any.").waitFor();
  await writers.filter({ hasText: colleague }).filter({ hasText: "6 words" }).waitFor();
  await mine.locator('[data-by*="and Second"]').first().waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText("Saved", { exact: true }).first().waitFor();

  // It stays on over a reload, and goes by the same switch.
  await page.reload();
  await by(colleague, "Grey").waitFor();
  const toggle = page.getByRole("button", { name: "Who wrote what" });
  expect(await toggle.getAttribute("aria-pressed")).toBe("true");
  await toggle.click();
  await mine.locator(".wrote").first().waitFor({ state: "detached" });
  expect(await mine.locator("[data-by]").count()).toBe(0);

  await page.goto(`${house.origin}${documentPath(id)}?text=working`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Who wrote what" }).click();
  await page.locator(".authored .wrote", { hasText: "We thank it." }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await page.locator(".authored .wrote", { hasText: "We thank it." }).waitFor();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await by(colleague, "Grey").waitFor();
  // Without a script as well.
  const { text: html } = await alytus.page(`${documentPath(id)}?text=working&who-wrote-what`);
  expect(html).toContain('class="passage-by"');
  const { text: without } = await alytus.page(`${documentPath(id)}?text=working`);
  expect(without).not.toContain('class="passage-by"');
  await page.goBack();
  await page.getByRole("link", { name: "Hide who wrote what" }).click();
  await page.locator(".authored").waitFor({ state: "detached" });
});
