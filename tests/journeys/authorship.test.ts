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
