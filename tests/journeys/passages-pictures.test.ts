// Remarks on what is no plain sentence: a picture, a cell of a table, a heading; where they are read and where they are written.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done, sendFile } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { madePicture } from "../support/pictures";
import { apart, marked, newCard, remarkOn, say, markLine, settled, thread } from "../support/remarking";
import { signedInAs, type Visitor } from "../support/visitor";

let house: House;
let alytus: Visitor;
beforeAll(async () => {
  house = await openHouse();
  alytus = await signedInAs(house.origin, "alytus");
});
afterAll(() => house.close());

const words = `## Green roofs

${"The town counted its roofs, and who may walk on them.\n\n".repeat(9)}`;

const table = `

Below the picture.

| City | Roofs |
| --- | --- |
| Alytus | Forty of them |
| Barnsley | Sixty of them |

## What it costs

Nothing yet.
`;

/** Publishes a practice with two pictures and a table, and answers its id. */
async function published(title: string): Promise<string> {
  const id = await beginPractice(alytus, { title });
  const { buffer } = await madePicture("roof.jpg", 640, 480);
  const file = await sendFile(alytus, id, "roof.jpg", buffer);
  const picture = (alt: string) => `![${alt}](/files/${file.id}/640x480 "${alt}, seen")`;
  const text = `${words}${picture("The first roof")}\n\nBetween them.\n\n${picture("The roof again")}${table}`;
  await done(
    alytus.post(documentPath(id, "edit"), { intent: "save", revision: "1", title, language: "en", text }),
  );
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
  return id;
}

const inText = (page: Page, name: string) => page.locator("[data-read-text]").getByRole("img", { name });

const outlined = (page: Page) =>
  page
    .locator("[data-read-text] [data-remarked]")
    .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).alt));

test("a pressed picture is remarked on, in line with it, and marked at the other's window, where it leads to its thread", async () => {
  const id = await published("Roofs to read");
  const { page: expert } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  await signInAs(expert, "lead-expert", documentPath(id));
  await signInAs(city, "alytus", documentPath(id));
  // Of two pictures of one file it is the one that was pressed.
  await inText(expert, "The roof again").click();
  await expert.getByRole("button", { name: "Comment on this" }).click();
  await expect.poll(() => outlined(expert)).toEqual(["The roof again"]);
  await expect.poll(() => apart(newCard(expert), inText(expert, "The roof again"))).toBeLessThan(60);
  await newCard(expert).getByText("A picture").waitFor();
  await say(expert, "Whose roof is it?");
  await thread(expert, "Whose roof is it?").getByText("A picture: The roof again, seen").waitFor();

  await thread(city, "Whose roof is it?").waitFor();
  expect(await outlined(city)).toEqual(["The roof again"]);
  await expect
    .poll(() => apart(thread(city, "Whose roof is it?"), inText(city, "The roof again")))
    .toBeLessThan(60);
  await inText(city, "The roof again").click();
  await expect.poll(() => city.evaluate(() => document.activeElement?.id)).toMatch(/^comment-/);
  await city.keyboard.press("d");
  const resolving = thread(city, "Whose roof is it?");
  await resolving.getByRole("radio", { name: "Answered" }).check();
  await resolving.getByRole("button", { name: "Resolve", exact: true }).last().click();
  await expect.poll(() => outlined(expert)).toEqual([]);
  // What is settled is listed, and marked only while one is at it.
  await expert.getByRole("link", { name: /^Resolved/ }).click();
  await thread(expert, "Whose roof is it?").waitFor();
  expect(await outlined(expert)).toEqual([]);
  await thread(expert, "Whose roof is it?").focus();
  await expect.poll(() => outlined(expert)).toEqual(["The roof again"]);
});

test("by keyboard a picture is marked as words are, and its remark begun by key", async () => {
  const id = await published("Roofs by key");
  const { page } = await visitor(house.origin);
  await signInAs(page, "lead-expert", documentPath(id));
  // As the browser's own caret leaves it, which the tests cannot switch on.
  await inText(page, "The first roof").evaluate((picture) => {
    picture.scrollIntoView({ block: "center" });
    document.getSelection()?.selectAllChildren(picture.parentElement ?? picture);
  });
  await page.getByRole("button", { name: "Comment on this" }).waitFor();
  await page.keyboard.press("Control+Alt+m");
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe("textarea");
  await page.keyboard.type("Which tower?");
  await page.keyboard.press("Control+Enter");
  await thread(page, "Which tower?").getByText("A picture: The first roof, seen").waitFor();
  await newCard(page).waitFor({ state: "detached" });
  await expect.poll(() => outlined(page)).toEqual(["The first roof"]);
});

test("in the editor a picture is remarked on by key and by button; read live elsewhere; once it is deleted, its thread says so", async () => {
  const id = await published("Roofs to write");
  const { page: writing } = await visitor(house.origin);
  const { page: reading } = await visitor(house.origin);
  await signInAs(reading, "alytus2", `${documentPath(id)}?text=working`);
  await signInAs(writing, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(writing);
  const [first, again] = ["The first roof", "The roof again"].map((name) =>
    text.locator("figure.picture").filter({ has: writing.getByRole("img", { name }) }),
  );
  if (!first || !again) throw new Error("no pictures");

  await again.locator("img").click();
  await writing.keyboard.press("Control+Alt+m");
  await newCard(writing).getByText("A picture").waitFor();
  await expect.poll(() => apart(newCard(writing), again)).toBeLessThan(60);
  expect(await again.getAttribute("class")).toContain("remarked-now");
  await say(writing, "Cut the sky off");
  await expect.poll(() => again.getAttribute("class")).toMatch(/\bremarked\b/);
  await expect.poll(() => first.getAttribute("class")).not.toMatch(/\bremarked\b/);
  await expect.poll(() => apart(thread(writing, "Cut the sky off"), again)).toBeLessThan(60);
  await thread(reading, "Cut the sky off").getByText("A picture: The roof again, seen").waitFor();
  expect(await outlined(reading)).toEqual(["The roof again"]);

  // With the arrow keys from the words above it, and by the button.
  await text.getByText("The town counted").last().click();
  await writing.keyboard.press("End");
  await writing.keyboard.press("ArrowDown");
  await expect.poll(() => first.getAttribute("class")).toContain("ProseMirror-selectednode");
  await writing.getByRole("toolbar").getByRole("button", { name: "Comments", exact: true }).click();
  await say(writing, "Take another one");
  await thread(reading, "Take another one").waitFor();
  expect(await outlined(reading)).toEqual(["The first roof", "The roof again"]);

  await (await settled(writing, again.locator("img"))).click();
  await writing.keyboard.press("Delete");
  await again.waitFor({ state: "detached" });
  const gone = reading.locator("details").filter({ hasText: "Passages that are not in the text" });
  await gone.locator("summary").click();
  await gone.getByText("The picture was deleted.").waitFor();
  await gone.getByText("A picture: The roof again, seen").waitFor();
  await expect.poll(() => outlined(reading)).toEqual(["The first roof"]);
  await writing.keyboard.press("Control+z");
  await thread(reading, "Cut the sky off").waitFor();
});

test("in the editor, once the first of two pictures of one file is deleted, the other keeps its remark and is the one that is remarked on", async () => {
  const id = await published("Roofs side by side");
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", documentPath(id, "edit"));
  const text = await textToWrite(page);
  const [first, again] = ["The first roof", "The roof again"].map((name) =>
    text.locator("figure.picture").filter({ has: page.getByRole("img", { name }) }),
  );
  if (!first || !again) throw new Error("no pictures");
  const remarkOnIt = async (picture: Locator, said: string) => {
    await picture.locator("img").click();
    await page.keyboard.press("Control+Alt+m");
    await newCard(page).getByText("A picture").waitFor();
    if (said !== "") await say(page, said);
  };
  await remarkOnIt(first, "Of the first");
  await remarkOnIt(again, "Of the other");
  await expect.poll(() => again.getAttribute("class")).toMatch(/\bremarked\b/);
  await remarkOnIt(again, "");
  // What the server says of it comes late: the page has to know by itself.
  await page.route(/\/remarks\?/, () => undefined);
  const ofTheOther = (await thread(page, "Of the other").getAttribute("data-thread")) ?? "";
  await first.locator("img").click();
  await page.keyboard.press("Delete");
  await first.waitFor({ state: "detached" });
  for (const named of [`passage-${ofTheOther}`, "passage-picked"])
    expect(await text.locator(`.${named}`).getByRole("img").getAttribute("alt")).toBe("The roof again");
  // Drawn anew when the shared text has heard of it, too.
  await text.getByText("Between them.").click();
  await page.keyboard.type("Nothing is ");
  await page.waitForFunction(() =>
    document.querySelector("[contenteditable]")?.textContent?.includes("Nothing is "),
  );
  await allSaved(page);
  for (const named of [`passage-${ofTheOther}`, "passage-picked"])
    expect(await text.locator(`.${named}`).getByRole("img").getAttribute("alt")).toBe("The roof again");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await say(page, "Sent when it stood alone");
  await expect
    .poll(() => thread(page, "Sent when it stood alone").innerText())
    .toContain("The roof again, seen");
});

test("one cell of a table and a heading are remarked on where they are read and where they are written", async () => {
  const id = await published("Roofs in a table");
  const { page: expert } = await visitor(house.origin);
  const { page: city } = await visitor(house.origin);
  await signInAs(city, "alytus", documentPath(id));
  await signInAs(expert, "lead-expert", documentPath(id));
  await remarkOn(expert, "Sixty of them", "Counted when?");
  await remarkOn(expert, "What it costs", "And who pays?");
  await thread(city, "Counted when?").waitFor();
  await thread(city, "And who pays?").waitFor();
  expect(await marked(city, "remarked")).toEqual(["Sixty of them", "What it costs"]);
  const cell = city.locator("[data-read-text] td", { hasText: "Sixty of them" });
  await expect.poll(() => apart(thread(city, "Counted when?"), cell)).toBeLessThan(60);

  await city.goto(documentPath(id, "edit"));
  const text = await textToWrite(city);
  await text.locator(".remarked", { hasText: "Sixty of them" }).waitFor();
  await text.locator("h2 .remarked", { hasText: "What it costs" }).waitFor();
  await markLine(city, text.getByText("Forty of them"));
  await city.keyboard.press("Control+Alt+m");
  await say(city, "All of them flat");
  await text.locator("td .remarked", { hasText: /^Forty of them$/ }).waitFor();
  await markLine(city, text.getByText("Green roofs", { exact: true }));
  await city.keyboard.press("Control+Alt+m");
  await say(city, "Or grey ones");
  await text.locator("h2 .remarked", { hasText: /^Green roofs$/ }).waitFor();
  // Two cells are quoted as two, and not as one word.
  await (await settled(city, text.getByText("Alytus", { exact: true }))).click();
  await city.keyboard.press("Home");
  for (let step = 0; step < "Alytus".length + 1; step += 1) await city.keyboard.press("Shift+ArrowRight");
  await city.keyboard.press("Control+Alt+m");
  await expect.poll(() => newCard(city).locator(".passage-words").innerText()).toMatch(/Alytus\s+Forty/);
  await city.keyboard.press("Escape");
  await city.goto(`${documentPath(id)}?text=working`);
  await thread(city, "Or grey ones").waitFor();
  await expect
    .poll(() => marked(city, "remarked"))
    .toEqual(["Green roofs", "Forty of them", "Sixty of them", "What it costs"]);
});
