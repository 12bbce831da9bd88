// The gallery: an officer adds photographs from a browser, describes one, replaces it and takes it out; without a script as well.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, sendFile } from "../support/alytus-writes";
import { scratch } from "../support/backups";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks } from "../support/looks";
import { drawing, photograph } from "../support/made-pictures";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A file of this name on the visitor's own disk. */
function onDisk(name: string, content: Buffer): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}

test("photographs are added from a document's page, described, replaced, taken out and brought back", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "A roof for the market", text: "Slate." });
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "alytus", documentPath(id));
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Pictures and files", exact: true }).click();
  await page.getByText("No pictures or files yet").waitFor();

  await page
    .getByLabel("Files on this device")
    .setInputFiles(onDisk("broken.jpg", (await photograph(90, 60)).subarray(0, 400)));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("This picture is damaged, or is not what its name says.").first().waitFor();
  await page
    .getByLabel("Files on this device")
    .setInputFiles([
      onDisk("roof.jpg", await photograph(1_200, 800)),
      onDisk("costs.csv", Buffer.from("slate;40\n")),
    ]);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("2 files were added.").waitFor();
  await page.getByText("1 picture has no description").waitFor();
  const picture = page.getByRole("img", { name: "roof.jpg" });
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await awake(page);
  await expectGoodLooks(page, "the gallery");
  // What opens the device looks like a button, and what can be done with a picture stands where its name begins.
  const opens = page.getByLabel("Files on this device");
  expect(
    await opens.evaluate((input) => getComputedStyle(input, "::file-selector-button").borderTopWidth),
  ).toBe("1px");
  const starts = await page.locator(".picture-grid > li").evaluate((item) => {
    const erase = document.createRange();
    erase.selectNodeContents(item.querySelector(".file-doings > a") ?? item);
    return [item, erase].map((one) => Math.round(one.getBoundingClientRect().left));
  });
  expect(starts[1]).toBe(starts[0]);

  await page.getByLabel("Describe “roof.jpg”").click();
  await page.getByLabel("Description for those who cannot see it").fill("Men laying slates");
  await page.getByLabel("Persons shown").first().selectOption({ label: "The persons shown agreed" });
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("img", { name: "Men laying slates" }).waitFor();
  expect(await page.getByText("has no description").count()).toBe(0);

  await page.getByLabel("Replace “roof.jpg”").click();
  await page
    .getByLabel("The new file")
    .first()
    .setInputFiles(onDisk("roof 2.png", await drawing(640, 480)));
  await page.getByRole("button", { name: "Replace", exact: true }).first().click();
  await page.getByText("The new one is in its place.").waitFor();
  await page.getByRole("heading", { name: "roof 2.png" }).waitFor();

  await page.getByRole("button", { name: "Take out “roof 2.png”" }).click();
  await page.getByText("It was taken out. It can be brought back below.").waitFor();
  await page.getByText("Taken out", { exact: true }).click();
  await page.getByRole("button", { name: "Bring back “roof.jpg”" }).waitFor();
  await page.getByRole("button", { name: "Bring back “roof 2.png”" }).click();
  await page.getByText("It is back.").waitFor();
  await page.getByRole("heading", { name: "roof 2.png" }).waitFor();

  await page.getByRole("link", { name: "Erase for good: “roof 2.png”" }).click();
  await page.getByRole("heading", { name: "What goes" }).waitFor();
  await awake(page);
  await expectGoodLooks(page, "erasing a picture");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await page.getByText("Fill this in.").first().waitFor();
  await page.getByLabel("Why is it erased?").fill("A man who is shown took his consent back");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await page.getByText("It was erased for good.").waitFor();
  expect(await page.getByRole("heading", { name: "roof 2.png" }).count()).toBe(0);
  await page.getByText("Erased for good", { exact: true }).click();
  await page.getByText("Why: A man who is shown took his consent back").waitFor();
});

test("of several added to the gallery each goes its own way: called off, refused with its reason, dropped or pasted", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "From a phone", text: "A visit." });
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await page.route(/\/files\?name=never/, () => undefined);
  await signInAs(page, "alytus", `${documentPath(id)}/files`);
  await page
    .getByLabel("Files on this device")
    .setInputFiles([
      onDisk("never.jpg", await photograph(600, 400)),
      onDisk("phone.heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic")),
      onDisk("empty.csv", Buffer.alloc(0)),
      onDisk("stones.jpg", await photograph(600, 400)),
    ]);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const rowOf = (name: string) => page.getByRole("group", { name, exact: true });
  await rowOf("phone.heic").getByText("Pictures of this format cannot be shown").waitFor();
  await rowOf("empty.csv").getByText("This file is empty.").waitFor();
  // Another try would not make a picture of it.
  expect(await page.getByRole("button", { name: /Try again/ }).count()).toBe(0);
  await rowOf("never.jpg")
    .getByText(/sent|prepared/)
    .waitFor();
  // What is there stands in the gallery, and waits for no other.
  await page.getByRole("heading", { name: "stones.jpg" }).waitFor();
  await rowOf("stones.jpg").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Cancel: never.jpg" }).click();
  await page.getByText("1 file was added.").waitFor();
  await page.getByRole("button", { name: "Put away: phone.heic" }).click();
  await rowOf("phone.heic").waitFor({ state: "detached" });
  await expectGoodLooks(page, "the gallery with a refused file");

  for (const event of ["drop", "paste"] as const)
    await page.getByRole("heading", { level: 1 }).evaluate((element, event) => {
      const data = new DataTransfer();
      data.items.add(new File(["a;b\n"], `${event}.csv`, { type: "text/csv" }));
      const said = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        event === "paste"
          ? new ClipboardEvent(event, { ...said, clipboardData: data })
          : new DragEvent(event, { ...said, dataTransfer: data }),
      );
    }, event);
  await page.getByRole("link", { name: "drop.csv", exact: true }).waitFor();
  await page.getByRole("link", { name: "paste.csv", exact: true }).waitFor();
  expect(await page.getByRole("heading", { name: "never.jpg" }).count()).toBe(0);
});

test("whoever only reads the draft sees the gallery and can change nothing in it; without a script it works as well", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title: "A square", text: "Stones." });
  await sendFile(alytus, id, "stones.jpg", await photograph(600, 400));
  const barnsley = await signedInAs(house.origin, "barnsley");
  expect((await barnsley.page(`${documentPath(id)}/files`)).status).toBe(404);
  await alytus.post(documentPath(id, "share"), { intent: "open", visibility: "network", revision: "2" });
  const { text } = await barnsley.page(`${documentPath(id)}/files`);
  expect(text).toContain("stones.jpg");
  expect(text).not.toMatch(/type="file"|value="remove"|value="describe"/);

  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(`${documentPath(id)}/files`)}`);
  await page.locator("#email").fill("alytus@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.getByLabel("Files on this device").setInputFiles(onDisk("plan.pdf", Buffer.from("%PDF-1.7\n")));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("1 file was added.").waitFor();
  await page.getByRole("link", { name: "plan.pdf", exact: true }).waitFor();
});
