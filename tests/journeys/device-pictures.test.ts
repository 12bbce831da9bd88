// A text with a picture, opened without a network: its words are there, the picture's place says that it is not, and nothing of it is lost.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite } from "../support/browser";
import { bringDevice } from "../support/device-script";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";
import { lastingBrowser } from "../support/lasting-browser";
import { madePicture } from "../support/pictures";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const isShown = (image: Locator) =>
  expect
    .poll(() => image.evaluate((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth))
    .toBeGreaterThan(0);

/** Puts a picture into the text by what the server answers, and opens the editing screen with it. */
async function openedWithPicture(page: Page, title: string): Promise<string> {
  const alytus = await signedInAs(house.origin, "alytus");
  const id = await beginPractice(alytus, { title, text: "As it stood." });
  await signInAs(page, "alytus", documentPath(id));
  const { buffer, name } = await madePicture("square.jpg", 300, 200);
  const answer = await page.request.post(`${documentPath(id)}/files?name=${name}`, {
    data: buffer,
    headers: { "Content-Type": "application/octet-stream", Origin: house.origin },
  });
  const { file } = (await answer.json()) as { file: { id: string } };
  const text = `As it stood.\n\n![A square](/files/${file.id}/300x200 "In May")\n`;
  const order = { intent: "save", revision: "2", title, language: "en", text };
  await done(alytus.post(documentPath(id, "edit"), order));
  await page.goto(documentPath(id, "edit"));
  const image = (await textToWrite(page)).getByRole("img", { name: "A square" });
  await isShown(image);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await bringDevice(page);
  const rows = openRows(house.folder);
  const person = valueOf(rows, "SELECT id FROM Person WHERE email = 'alytus@demo.torg'");
  rows.close();
  await expect
    .poll(() =>
      page.evaluate(
        async ([person, id]) => {
          const copy = await window.device.openDeviceCopy(person, id);
          const known = await copy.read();
          copy.close();
          const titles = (await window.device.textsOnDevice(person)).map(({ title }) => title);
          return { isHeld: (known?.text.length ?? 0) > 100, titles };
        },
        [person, id] as const,
      ),
    )
    .toEqual({ isHeld: true, titles: [title] });
  return id;
}

test("without a network a picture's place says so, its words are read, and another one is not taken in silently", async () => {
  const browser = await lastingBrowser(house.origin);
  const id = await openedWithPicture(await browser.context.newPage(), "A market");
  await browser.reopen({ isOffline: true });
  const page = await browser.context.newPage();
  await page.goto(documentPath(id, "edit"));
  const text = page.getByRole("textbox", { name: "A market" });
  await text.getByText("As it stood.").waitFor();
  await text.getByText("The picture cannot be shown now. It needs a connection.").waitFor();
  await text.getByText("In May").waitFor();
  await text.getByText("Description: A square").waitFor();
  await text.getByRole("button", { name: "Change the description" }).click();
  await page.getByLabel("Describe the picture for those who cannot see it").fill("A square in May");
  await page.getByRole("button", { name: "Save" }).click();
  await text.getByText("Description: A square in May").waitFor();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Picture or file", exact: true }).click();
  await (await choosing).setFiles([await madePicture("other.jpg", 300, 200)]);
  await text
    .getByRole("alert")
    .getByText("Pictures and files need a connection. Add this one when there is one.")
    .waitFor();
  await page.getByText("On this device only (1 change)").waitFor();

  await browser.context.setOffline(false);
  const again = await textToWrite(page);
  await isShown(again.getByRole("img", { name: "A square in May" }));
  await allSaved(page);
});
