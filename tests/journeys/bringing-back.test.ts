// Bringing a version or a section back while a colleague types, in three windows: their letters stand, their undo is theirs alone, pictures show.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
import { allSaved, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { sideways, violationsOn } from "../support/looks";
import { madePicture } from "../support/pictures";
import { signedInAs, type Visitor } from "../support/visitor";

let house: House;
let alytus: Visitor;
beforeAll(async () => {
  house = await openHouse();
  alytus = await signedInAs(house.origin, "alytus");
});
afterAll(() => house.close());

const stood = "# Roofs\n\nSlate, not tin.\n\n# Money\n\nNobody has any.\n\n# Streets\n\nCobbles everywhere.";

/** A text whose version of this address is named, the officer's window and the colleague's, who writes in it. */
async function begin(title: string, text = stood) {
  const id = await beginPractice(alytus, { title, text });
  await done(alytus.post(`${documentPath(id)}/versions/2`, { intent: "name", name: "Sent to the council" }));
  const { page: officer } = await visitor(house.origin);
  const { page: colleague } = await visitor(house.origin);
  await signInAs(officer, "alytus", documentPath(id));
  await signInAs(colleague, "alytus2", documentPath(id, "edit"));
  return { id, officer, colleague, text: await textToWrite(colleague) };
}

/** The words of a text, without others' carets; what shows that a change was loaded is left out. */
const blocks = (page: Page) =>
  page.locator(".editor-text").evaluate((text) =>
    [...text.children].flatMap((one) => {
      const alone = one.cloneNode(true) as Element;
      for (const caret of alone.querySelectorAll(".others-caret")) caret.remove();
      const said = (alone.textContent ?? "").replaceAll("\u2060", "").trim();
      return said === "" ? [] : [said];
    }),
  );

/** Opens the page that tells what changes and, when `meanwhile` is over, brings it back. */
async function bringBack(
  page: Page,
  id: string,
  version = "2",
  section = "",
  meanwhile = () => Promise.resolve(),
) {
  await page.goto(`${house.origin}${documentPath(id)}/versions/${version}/restore${section}`);
  const button = page.getByRole("button", { name: "Bring back" });
  await button.waitFor();
  await meanwhile();
  await button.click();
  await page.getByText("It is back in the text.").waitFor();
}

/** Types words until it is ended, letter by letter as a person does, and answers all that was typed. */
function typing(page: Page) {
  let isOver = false;
  let typed = "";
  const words = (async () => {
    for (let word = 1; !isOver; word += 1)
      for (const letter of ` w${word}`) {
        await page.keyboard.type(letter);
        typed += letter;
      }
  })();
  return {
    /** Resolves when so many letters more are typed. */
    more: async (count: number) => {
      const from = typed.length;
      await expect.poll(() => typed.length, { interval: 20, timeout: 20_000 }).toBeGreaterThan(from + count);
    },
    end: async () => {
      isOver = true;
      await words;
      return typed;
    },
  };
}

test("a colleague types on in what comes back: every letter stands as theirs, and taking it back takes back nothing else", async () => {
  const { id, officer, colleague, text } = await begin("Typed while it comes back");
  await text.getByText("Slate, not tin.").click({ clickCount: 3 });
  await colleague.keyboard.type("Tin after all.");
  await text.getByText("Nobody has any.").click();
  await colleague.keyboard.press("End");
  const typist = typing(colleague);
  await typist.more(10);
  await bringBack(officer, id, "2", "", () => typist.more(10));
  await officer.getByText("1 passage stayed as it stands").waitFor();
  await typist.more(10);
  const typed = await typist.end();
  await allSaved(colleague);
  const money = `Nobody has any.${typed}`;
  const back = ["Roofs", "Slate, not tin.", "Money", money, "Streets", "Cobbles everywhere."];
  await expect.poll(() => blocks(colleague)).toEqual(back);
  expect(await violationsOn(officer)).toEqual([]);
  await officer.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(officer)).toBe(0);

  const { page: reader } = await visitor(house.origin);
  await signInAs(reader, "alytus", `${documentPath(id)}/authorship`);
  const passage = reader.locator(".passage", { hasText: typed.trim() });
  expect(await passage.innerText()).toMatch(/Project officer, Alytus:\s+Nobody has any\./);
  expect(await passage.innerText()).toContain(`Second project officer, Alytus:\n${typed.trim()}`);
  await officer.getByRole("button", { name: "Take it back" }).click();
  await officer.getByText("It is taken back.").waitFor();
  await expect.poll(() => blocks(colleague)).toEqual(back.with(1, "Tin after all."));
});

test("a colleague who has undone and redone takes back what is theirs only, before and after it is taken back", async () => {
  const { id, officer, colleague, text } = await begin("Undone while it comes back");
  await officer.goto(`${house.origin}${documentPath(id, "edit")}`);
  await (await textToWrite(officer)).getByText("Slate, not tin.").click({ clickCount: 3 });
  await officer.keyboard.type("Tin after all.");
  await text.getByText("Tin after all.").waitFor();
  await text.getByText("Cobbles everywhere.").click();
  await colleague.keyboard.press("End");
  await colleague.keyboard.type(" And asphalt.");
  for (const key of ["Control+z", "Control+y", "Control+z", "Control+y"]) await colleague.keyboard.press(key);
  await text.getByText("And asphalt.").waitFor();
  await allSaved(colleague);
  await bringBack(officer, id, "2", "?section=roofs");
  await text.getByText("Slate, not tin.").waitFor();
  const back = stood.replaceAll("# ", "").split("\n\n");
  const asphalt = "Cobbles everywhere. And asphalt.";
  await colleague.keyboard.press("Control+z");
  await expect.poll(() => blocks(colleague)).toEqual(back);
  await colleague.keyboard.press("Control+y");
  await expect.poll(() => blocks(colleague)).toEqual(back.with(5, asphalt));
  await officer.getByRole("button", { name: "Take it back" }).click();
  await officer.getByText("It is taken back.").waitFor();
  await expect.poll(() => blocks(colleague)).toEqual(back.with(1, "Tin after all.").with(5, asphalt));
  await colleague.keyboard.press("Control+z");
  await expect.poll(() => blocks(colleague)).toEqual(back.with(1, "Tin after all."));
});

test("whoever rewrote what comes back undoes what they wrote elsewhere alone: words that came back stand once", async () => {
  const { id, officer, colleague, text } = await begin("Rewritten before it comes back");
  await text.getByText("Cobbles everywhere.").click();
  await colleague.keyboard.press("End");
  await colleague.keyboard.type(" And asphalt.");
  await text.getByText("Slate, not tin.").click({ clickCount: 3 });
  await colleague.keyboard.type("Tin, not slate, is what we can pay.");
  await allSaved(colleague);
  await bringBack(officer, id, "2", "?section=roofs");
  const back = stood.replaceAll("# ", "").split("\n\n");
  const asphalt = back.with(5, "Cobbles everywhere. And asphalt.");
  await expect.poll(() => blocks(colleague)).toEqual(asphalt);
  await colleague.keyboard.press("Control+z");
  await expect.poll(() => blocks(colleague)).toEqual(back);
  await colleague.keyboard.press("Control+y");
  await expect.poll(() => blocks(colleague)).toEqual(asphalt);

  await text.getByText("Nobody has any.").click({ clickCount: 3 });
  for (const key of ["Delete", "Backspace"]) await colleague.keyboard.press(key);
  await allSaved(colleague);
  await bringBack(officer, id);
  await expect.poll(() => blocks(colleague)).toEqual(back);
  for (const key of ["z", "z", "z", "y", "y", "y"]) await colleague.keyboard.press(`Control+${key}`);
  // Typed and seen by the other: whatever the keys before have done is done.
  await text.getByText("Slate, not tin.").click();
  await colleague.keyboard.press("End");
  await colleague.keyboard.type(" Really.");
  await officer.goto(`${house.origin}${documentPath(id)}`);
  await officer.locator(".reading").getByText("Slate, not tin. Really.").waitFor();
  expect(await blocks(colleague)).toEqual(back.with(1, "Slate, not tin. Really."));
  expect(await officer.locator(".reading").innerText()).toMatch(
    /Money\s+Nobody has any\.\s+Streets\s+Cobbles everywhere\.$/,
  );
});

test("pictures of what comes back show in the editor and where one reads, and screens that are open follow", async () => {
  const id = await beginPractice(alytus, { title: "A picture that comes back", text: stood });
  const { page: colleague } = await visitor(house.origin);
  await signInAs(colleague, "alytus2", documentPath(id, "edit"));
  const text = await textToWrite(colleague);
  await text.getByText("Slate, not tin.").click();
  await colleague.keyboard.press("End");
  const choosing = colleague.waitForEvent("filechooser");
  await colleague.getByRole("button", { name: "Picture or file", exact: true }).click();
  await (await choosing).setFiles([await madePicture("roof.jpg")]);
  const shown = text.locator("figure.picture img");
  await shown.waitFor();
  const { page: reader } = await visitor(house.origin);
  await signInAs(reader, "alytus", documentPath(id));
  await reader.locator(".reading img").waitFor();
  const { page: officer } = await visitor(house.origin);
  await signInAs(officer, "alytus", `${documentPath(id)}/versions`);
  const latest = officer.getByRole("list", { name: "All versions, the latest first" }).locator(".row-link");
  const version = ((await latest.first().getAttribute("href")) ?? "").split("/").at(-1) ?? "";
  await done(
    alytus.post(`${documentPath(id)}/versions/${version}`, { intent: "name", name: "With its picture" }),
  );
  await shown.click();
  await colleague.keyboard.press("Escape");
  await text.locator("figure.picture").first().click();
  await colleague.keyboard.press("Delete");
  await expect.poll(() => reader.locator(".reading img").count()).toBe(0);
  expect(await shown.count()).toBe(0);
  await reader.getByRole("textbox", { name: "Your comment" }).fill("Where is the photo?");
  await reader.getByRole("button", { name: "Comment", exact: true }).click();
  await reader.locator(".remark", { hasText: "Where is the photo?" }).waitFor();
  await reader.getByRole("textbox", { name: "Your comment" }).fill("Half a sentence");
  await text.getByText("Nobody has any.").click();
  await colleague.keyboard.press("End");
  const typist = typing(colleague);
  await typist.more(5);
  await bringBack(officer, id, version, "", () => typist.more(5));
  await typist.more(5);
  const typed = await typist.end();
  const isDrawn = (page: Page, where: string) =>
    page.locator(where).evaluate((picture: HTMLImageElement) => picture.complete && picture.naturalWidth > 0);
  await shown.waitFor();
  await expect.poll(() => isDrawn(colleague, ".editor-text figure.picture img")).toBe(true);
  // Without a reload; what was half written there stays.
  await reader.locator(".reading img").waitFor();
  await reader.locator(".reading").getByText(`Nobody has any.${typed}`).waitFor();
  await reader.locator(".reading img").scrollIntoViewIfNeeded();
  await expect.poll(() => isDrawn(reader, ".reading img")).toBe(true);
  await reader.locator(".remark", { hasText: "Where is the photo?" }).waitFor();
  expect(await reader.getByRole("textbox", { name: "Your comment" }).inputValue()).toBe("Half a sentence");
});
