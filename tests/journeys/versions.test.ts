// The versions of a document: the list leads to what it was, a version is named, and whoever reads only what is published knows of none.
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
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
  await page.getByText("Seal of this version").click();
  await page.getByText("The words are those that were locked.").waitFor();
  expect(await page.getByRole("button", { name: "Name the version" }).count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: "All versions" }).click();
  await page.getByRole("link", { name: "Sent to the council", exact: true }).waitFor();
  expect(await sideways(page)).toBe(0);

  const { page: lead, allow: allowLead } = await visitor(house.origin);
  allowLead(/status of 404/);
  await signInAs(lead, "barnsley", `${documentPath(id)}/versions`);
  await lead.getByRole("heading", { level: 1 }).waitFor();
  expect(await lead.getByText("Slate").count()).toBe(0);
});

test("readers are told that the draft moves on, find what was published before, and lose what is taken back", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "A fountain", text: "Of stone." });
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "publish"));
  await page.getByLabel("Name of this version").fill("For the council");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByText("Published. The network sees it now.").waitFor();

  const { page: lead, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(lead, "barnsley", documentPath(id));
  await lead.getByText("Of stone.").waitFor();
  expect(await lead.getByText("The draft has moved on since").count()).toBe(0);
  const saved = { intent: "save", title: "A fountain", language: "en" };
  await done(alytus.post(documentPath(id, "edit"), { ...saved, revision: "2", text: "Of bronze." }));
  await lead.reload();
  await lead.getByText("The draft has moved on since").waitFor();
  expect(await lead.getByText("Of bronze").count()).toBe(0);
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "3" }));
  await lead.getByText("Of bronze").waitFor();
  await lead.getByRole("link", { name: "Earlier publications (1)" }).click();
  await lead.getByRole("heading", { name: "Publications of “A fountain”" }).waitFor();
  expect(await violationsOn(lead)).toEqual([]);
  await lead.getByRole("link", { name: "Publication 1" }).click();
  await lead.getByText("Of stone.").waitFor();
  expect(await lead.getByRole("button", { name: "Take back" }).count()).toBe(0);
  await lead.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(lead)).toBe(0);
  expect(await violationsOn(lead)).toEqual([]);

  await page.goto(`${house.origin}${documentPath(id)}/versions`);
  await page.getByRole("link", { name: "For the council", exact: true }).waitFor();
  await page.goto(`${house.origin}${documentPath(id)}/publications/1`);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("Taken back. The publications that are left stand below.").waitFor();
  expect(await page.getByRole("link", { name: "Publication 1" }).count()).toBe(0);
  await lead.reload();
  await lead.getByRole("heading", { level: 1 }).waitFor();
  expect(await lead.getByText("Of stone").count()).toBe(0);
});
