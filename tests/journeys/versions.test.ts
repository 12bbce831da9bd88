// The versions of a document: the list leads to what it was, a version is named, and whoever reads only what is published knows of none.
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

test("an officer finds the versions of a draft, reads one and names it; the name is refused beside its field and kept", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "A roof for the market", text: "Slate, **not** tin." });
  const { page, allow } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id));
  allow(/status of 422/);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Versions" }).click();
  await page.getByRole("heading", { name: "Versions of “A roof for the market”" }).waitFor();
  const rows = page.getByRole("list", { name: "All versions, the latest first" }).getByRole("listitem");
  await rows.first().getByText("still being written").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await rows.first().getByRole("link").first().click();
  await page.getByText("This is the text as it stands now.").waitFor();
  await page.locator(".reading strong", { hasText: "not" }).waitFor();

  await page.getByLabel("Note").fill("By letter.");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("x".repeat(101));
  await page.getByRole("button", { name: "Name the version" }).click();
  await expect.poll(() => name.getAttribute("aria-invalid")).toBe("true");
  expect([await name.inputValue(), await page.getByLabel("Note").inputValue()]).toEqual([
    "x".repeat(101),
    "By letter.",
  ]);
  await name.fill("Sent to the council");
  await page.getByRole("button", { name: "Name the version" }).click();
  await page.getByText("The version has its name.").waitFor();
  await page.getByText("Seal of the named version").click();
  await page.getByText("The words are those that were named.").waitFor();
  expect(await page.getByRole("button", { name: "Name the version" }).count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: "All versions" }).click();
  await page.getByRole("link", { name: "Sent to the council" }).waitFor();
  expect(await sideways(page)).toBe(0);

  const { page: lead, allow: allowLead } = await visitor(house.origin);
  allowLead(/status of 404/);
  await signInAs(lead, "barnsley", `${documentPath(id)}/versions`);
  await lead.getByRole("heading", { level: 1 }).waitFor();
  expect(await lead.getByText("Slate").count()).toBe(0);
});
