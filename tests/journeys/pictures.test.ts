// Pictures and files come into the text by button, paste and drop, are described at once, and are read by others.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor, type VisitorOptions } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { expectGoodLooks, violationsOn } from "../support/looks";
import { asBase64, madePicture, madeText, type MadeFile } from "../support/pictures";
import { signedInAs, type Visitor } from "../support/visitor";

let house: House;
let alytus: Visitor;
beforeAll(async () => {
  house = await openHouse();
  alytus = await signedInAs(house.origin, "alytus");
});
afterAll(() => house.close());

async function writing(title: string, text = "Words that stand.", options: VisitorOptions = {}) {
  const id = await beginPractice(alytus, { title, text });
  const { page, allow } = await visitor(house.origin, options);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  return { id, page, allow, text: await textToWrite(page) };
}

/** Chosen by the button, as a person does. */
async function choose(page: Page, files: MadeFile[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Picture or file", exact: true }).click();
  await (await choosing).setFiles(files);
}

type Handed = ReturnType<typeof asBase64>;

/** As a clipboard or a hand brings them. */
async function hand(text: Locator, event: "paste" | "drop", files: Handed[], html?: string): Promise<void> {
  await text.evaluate(
    (element, { event, files, html }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of files)
        data.items.add(
          new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }),
        );
      if (html !== undefined) data.setData("text/html", html);
      const { bottom, left } = (element.lastElementChild ?? element).getBoundingClientRect();
      const at = { bubbles: true, cancelable: true, clientX: left + 20, clientY: bottom - 4 };
      element.dispatchEvent(
        event === "paste"
          ? new ClipboardEvent("paste", { ...at, clipboardData: data })
          : new DragEvent("drop", { ...at, dataTransfer: data }),
      );
    },
    { event, files, html },
  );
}

/** A browser says so of each answer that is a refusal. */
const saidOfRefusal = /status of 422/;

/** What stands in the text, without others' carets. */
const blocksOf = (text: Locator) =>
  text.locator("> :not(.others-caret)").evaluateAll((all) =>
    all.map((one) => {
      const alone = one.cloneNode(true) as Element;
      for (const caret of alone.querySelectorAll(".others-caret")) caret.remove();
      return one.localName === "figure" ? "picture" : alone.textContent;
    }),
  );

const pictures = (text: Locator) => text.locator("figure.picture");
const isShown = (image: Locator) =>
  expect
    .poll(() => image.evaluate((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth))
    .toBeGreaterThan(0);

test("a picture that is chosen is asked about at once, seen by the others without a reload, and read with its words", async () => {
  const { id, page, text } = await writing("With a picture");
  const { page: lead } = await visitor(house.origin);
  await signInAs(lead, "alytus2", documentPath(id, "edit"));
  const seen = await textToWrite(lead);
  await text.focus();
  await page.keyboard.press("Control+End");
  await choose(page, [await madePicture("square.jpg")]);
  const form = page.getByRole("form", { name: "Describe the picture" });
  const described = form.getByLabel("Describe the picture for those who cannot see it");
  await expect.poll(() => described.evaluate((field) => field === document.activeElement)).toBe(true);
  await isShown(pictures(text).locator("img"));
  await pictures(seen).getByText("No description yet").waitFor();
  await described.fill("Stalls on the square of Alytus");
  await form.getByLabel("Caption below the picture").fill("Market day, May 2020");
  await form.getByLabel("Persons shown").selectOption("nobody");
  await form.getByRole("button", { name: "Save" }).click();
  await form.waitFor({ state: "detached" });
  await pictures(seen).getByText("Market day, May 2020").waitFor();
  await isShown(seen.getByRole("img", { name: "Stalls on the square of Alytus" }));
  await allSaved(page);

  await page.goto(documentPath(id));
  await isShown(page.getByRole("img", { name: "Stalls on the square of Alytus" }));
  expect(await page.locator("figure figcaption").innerText()).toBe("Market day, May 2020");
  expect(await violationsOn(page)).toEqual([]);
});

test("of several at once one is refused, one called off, and the others stand in their order where they were put, while others write", async () => {
  const { id, page, text, allow } = await writing("Several at once", "First.\n\nSecond.\n\nThird.");
  allow(saidOfRefusal);
  const { page: colleague } = await visitor(house.origin);
  await signInAs(colleague, "alytus2", documentPath(id, "edit"));
  const seen = await textToWrite(colleague);
  const held = new Map<string, () => Promise<void>>();
  await page.route(/\/files\?name=(slow|never)/, (route) => {
    const name = new URL(route.request().url()).searchParams.get("name") ?? "";
    held.set(name, () => route.continue());
  });
  await text.getByText("Second.").click();
  await choose(page, [
    await madePicture("slow.jpg", 400, 300),
    await madePicture("never.jpg", 400, 300),
    { name: "empty.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) },
    madeText("sums.csv"),
  ]);
  await text
    .getByRole("group", { name: "never.jpg" })
    .getByText(/sent|prepared/)
    .waitFor();
  // Others see nothing of it, and write above and below meanwhile.
  await seen.getByText("First.").click();
  await colleague.keyboard.press("End");
  await colleague.keyboard.press("Enter");
  await colleague.keyboard.type("Between.");
  await seen.getByText("Third.").click();
  await colleague.keyboard.press("End");
  await colleague.keyboard.type(" And more.");
  await text.getByText("Third. And more.").waitFor();
  expect(await seen.locator(".upload-place").count()).toBe(0);
  await text.getByRole("button", { name: "Cancel: never.jpg" }).click();
  const refused = text.getByRole("group", { name: "empty.csv" });
  await refused.getByRole("alert").getByText("This file is empty.").waitFor();
  await expect.poll(() => [...held.keys()].sort()).toEqual(["never.jpg", "slow.jpg"]);
  await held.get("slow.jpg")?.();
  await text.locator("a", { hasText: "sums.csv" }).waitFor();
  await refused.getByRole("button", { name: "Put away: empty.csv" }).click();
  await page.getByRole("button", { name: "Later" }).click();
  await expect.poll(() => text.locator(".upload-place").count()).toBe(0);
  await allSaved(page);
  const wanted = ["First.", "Between.", "Second.", "picture", "sums.csv", "Third. And more."];
  await expect.poll(() => blocksOf(text)).toEqual(wanted);
  await expect.poll(() => blocksOf(seen)).toEqual(wanted);
  // What is still owed is said to whoever may do it.
  await expect
    .poll(async () => (await alytus.page(documentPath(id))).text)
    .toContain("No description yet. Those who cannot see the picture do not know what it shows.");
});

test("what is pasted or dropped as a file comes in, words with a picture of themselves come as words", async () => {
  const { page, text } = await writing("Pasted and dropped", "Above.\n\nBelow.");
  const square = asBase64(await madePicture("image.png", 300, 200));
  await text.getByText("Above.").click();
  await hand(text, "paste", [square], "<p>Words from <b>Word</b></p>");
  await text.getByText("Words from Word").waitFor();
  await hand(text, "paste", [square], '<html><body><img src="https://evil.example/x.png"></body></html>');
  await isShown(pictures(text).locator("img"));
  await page.getByRole("button", { name: "Later" }).click();
  // One that is copied from another text would be seen by that text's readers alone.
  const foreign = `<figure data-pm-slice="0 0 []" data-file="${"0".repeat(20)}" data-width="9" data-height="9" data-alt="Of another text"></figure>`;
  await hand(text, "paste", [], foreign);
  await text.locator("a", { hasText: "Of another text" }).waitFor();
  await hand(text, "drop", [asBase64(madeText("budget.csv"))]);
  await text.locator("p:last-child a", { hasText: "budget.csv" }).waitFor();
  // Beside the text as well: a browser would leave the page.
  await page.locator(".editor-line").evaluate((line) => {
    const data = new DataTransfer();
    data.items.add(new File(["a;b\n"], "beside.csv", { type: "text/csv" }));
    line.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await text.locator("a", { hasText: "beside.csv" }).waitFor();
  expect(await pictures(text).count()).toBe(1);
  await allSaved(page);
});

test("by keys alone a picture is chosen, described, passed, written below of, taken out and brought back", async () => {
  const { page, text } = await writing("By keys alone", "Above.\n\nBelow.");
  // Asked for early: it is heard only some time after it is asked for.
  const choosing = page.waitForEvent("filechooser");
  await text.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Alt+F10");
  await page.locator("[role=toolbar] button:focus").first().waitFor();
  const isOn = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  for (let step = 0; step < 12 && (await isOn()) !== "Picture or file"; step += 1)
    await page.keyboard.press("ArrowRight");
  expect(await isOn()).toBe("Picture or file");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles([await madePicture("keys.jpg", 300, 200)]);
  const form = page.getByRole("form", { name: "Describe the picture" });
  const asked = () => form.locator("textarea:focus").waitFor();
  await asked();
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  await expect.poll(() => page.locator("figure.ProseMirror-selectednode").count()).toBe(1);
  // From the picture to its button, and by it to the form.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await asked();
  await page.keyboard.type("Keys on a table");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await text.getByText("Description: Keys on a table").waitFor();
  const blocks = () => blocksOf(text);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Written below.");
  await expect.poll(blocks).toEqual(["Above.", "picture", "Written below.", "Below."]);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => page.locator("figure.ProseMirror-selectednode").count()).toBe(1);
  // A letter does not take the picture's place.
  await page.keyboard.type("X");
  await expect.poll(blocks).toEqual(["Above.", "picture", "X", "Written below.", "Below."]);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect.poll(blocks).not.toContain("picture");
  await page.keyboard.press("Control+z");
  await expect.poll(blocks).toContain("picture");
  await text.getByText("Description: Keys on a table").waitFor();
  await allSaved(page);
});

test("without a connection it is said that pictures need one, the text stays as it is, and it goes in by itself later", async () => {
  const { page, text, allow } = await writing("Without a connection");
  allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|net::ERR/);
  await text.focus();
  await page.context().setOffline(true);
  await choose(page, [await madePicture("later.jpg", 300, 200)]);
  const row = text.getByRole("group", { name: "later.jpg" });
  await row.getByRole("alert").getByText("Pictures and files need a connection.").waitFor();
  // Nothing of it is counted among what is on this device only.
  expect(await page.getByText(/On this device only/).count()).toBe(0);
  await page.context().setOffline(false);
  await isShown(pictures(text).locator("img"));
  await page.getByRole("button", { name: "Later" }).click();
  await allSaved(page);
});

test("at a phone's width the picture, its form and a refused file fit, and are accessible in both schemes", async () => {
  const viewport = { width: 360, height: 740 };
  const { page, text, allow } = await writing("On a phone", "Words that stand.", { viewport });
  allow(saidOfRefusal);
  await text.focus();
  await choose(page, [
    { name: `${"a-very-long-name-".repeat(12)}.csv`, mimeType: "text/csv", buffer: Buffer.alloc(0) },
    await madePicture("phone.jpg", 1200, 1600),
  ]);
  await page.getByRole("form", { name: "Describe the picture" }).waitFor();
  await text.getByRole("alert").waitFor();
  await isShown(pictures(text).locator("img"));
  await expectGoodLooks(page, "a picture in the text");
});

test("readers, and strangers where the text is public, are shown the picture without anything jumping", async () => {
  const { id, page, text } = await writing("Read by everybody");
  await text.focus();
  await page.keyboard.press("Control+End");
  await choose(page, [await madePicture("public.jpg")]);
  await page.getByLabel("Describe the picture for those who cannot see it").fill("Everybody on the square");
  await page.getByRole("button", { name: "Later" }).waitFor();
  await page.getByLabel("Caption below the picture").fill("In May");
  await page.getByRole("form").getByRole("button", { name: "Save" }).click();
  await text.getByText("Description: Everybody on the square").waitFor();
  await text.focus();
  await page.keyboard.press("Control+End");
  await allSaved(page);
  // What is published stands in the rows once the text was followed.
  await expect
    .poll(async () => (await alytus.page(documentPath(id))).text)
    .toContain("Everybody on the square");
  const revision = /name="revision" value="(\d+)"/.exec(
    (await alytus.page(documentPath(id, "publish"))).text,
  )?.[1];
  const order = { intent: "publish", revision: revision ?? "", visibility: "public" };
  await done(alytus.post(documentPath(id, "publish"), order));
  const stranger = await visitor(house.origin);
  const member = await visitor(house.origin);
  await signInAs(member.page, "barnsley");
  for (const [reader, address] of [
    [member.page, documentPath(id)],
    [stranger.page, `/public/en/${id}`],
  ] as const) {
    await reader.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    // A picture that takes its time.
    await reader.route(/\/files\//, async (route) => {
      await new Promise((late) => setTimeout(late, 400));
      await route.continue();
    });
    await reader.goto(address);
    const image = reader.getByRole("img", { name: "Everybody on the square" });
    const before = await image.evaluate((one) => one.getBoundingClientRect().height);
    await isShown(image);
    expect(before, address).toBeGreaterThan(200);
    expect(await image.evaluate((one) => one.getBoundingClientRect().height)).toBeCloseTo(before, 0);
    expect(
      await reader.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift),
    ).toBeLessThan(0.05);
    expect(await reader.locator("figcaption").innerText()).toBe("In May");
    await expectGoodLooks(reader, address);
    await reader.emulateMedia({ media: "print" });
    expect(await image.isVisible()).toBe(true);
  }
});
