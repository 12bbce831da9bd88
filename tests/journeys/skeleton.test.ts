// The journey of the skeleton: Alytus writes down a practice and publishes it, Barnsley's open page shows it and comments, Alytus
// sees the comment arrive while typing an answer.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { allSaved, demoPassword, signInAs, signInByForm, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = "/networks/techrevolution/documents?kind=good-practice";

test("a practice is written, published, seen without a reload, commented on, and answered", async () => {
  const { page: alytus } = await visitor(house.origin);
  const { page: barnsley } = await visitor(house.origin);
  await signInByForm(barnsley, "barnsley", list);
  await signInByForm(alytus, "alytus", list);

  await alytus.getByRole("link", { name: "Write down a good practice" }).click();
  await alytus.getByLabel("Title").fill("Alytus asks its residents before it plans");
  await alytus.getByRole("button", { name: "Begin writing" }).click();
  await alytus.waitForURL(/\/edit$/);
  const text = await textToWrite(alytus);
  await text.getByText("What was wrong or missing").first().click();
  await alytus.keyboard.type("[x] Surveys of **residents**");
  await alytus.keyboard.press("Enter");
  await alytus.keyboard.type("Focus groups");
  await text.locator("strong", { hasText: "residents" }).waitFor();
  await allSaved(alytus);
  // A draft is nobody else's.
  expect(await barnsley.getByText("Alytus asks its residents").count()).toBe(0);

  // A new row under a resting pointer is fetched early: that is none of the page's doing.
  await barnsley.mouse.move(0, 0);
  const requests: string[] = [];
  barnsley.on("request", (request) => requests.push(request.url()));
  await alytus.getByRole("link", { name: "Publish", exact: true }).click();
  await alytus.waitForURL(/\/publish$/);
  await alytus
    .getByText(/people: Lead partner: 1, Project officer: /)
    .first()
    .waitFor();
  await alytus.getByRole("button", { name: "Publish", exact: true }).click();
  await alytus.getByText("Published. The network sees it now.").waitFor();
  const row = barnsley.getByRole("link", { name: "Alytus asks its residents before it plans" });
  await row.waitFor();
  expect(requests.every((url) => url.includes(".data"))).toBe(true);

  await row.click();
  await barnsley.getByRole("heading", { level: 1, name: "Alytus asks its residents" }).waitFor();
  await alytus.getByText("Lead partner, Barnsley also here").waitFor({ state: "attached" });
  const answer = alytus.getByRole("textbox", { name: "Your comment" });
  await answer.fill("While I am typing");
  await answer.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  await barnsley.getByRole("textbox", { name: "Your comment" }).fill("How many **answered**?");
  await barnsley.getByRole("button", { name: "Comment", exact: true }).click();
  await alytus.locator(".remark strong", { hasText: "answered" }).waitFor();
  // What is typed, the cursor and the focus stay.
  expect(await answer.inputValue()).toBe("While I am typing");
  expect(
    await answer.evaluate((field: HTMLTextAreaElement) => [
      field.selectionStart,
      document.activeElement === field,
    ]),
  ).toEqual([5, true]);

  await alytus.getByRole("button", { name: "Reply to Lead partner, Barnsley" }).click();
  await alytus.getByLabel("Your reply to Lead partner, Barnsley").fill("About two thousand.");
  await alytus.getByRole("button", { name: "Reply", exact: true }).last().click();
  await barnsley.locator(".remark-answers", { hasText: "About two thousand." }).waitFor();
});

test("what is typed and not sent is still there after a reload, and nobody else's browser has it", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "lead-expert", list);
  await page.getByRole("link", { name: /digitalisation strategy/ }).click();
  await page.getByRole("textbox", { name: "Your comment" }).fill("Half a thought");
  await page.reload();
  await page.getByText("Your text is not sent yet. It is kept on this device.").waitFor();
  expect(await page.getByRole("textbox", { name: "Your comment" }).inputValue()).toBe("Half a thought");
  // So is an answer, in its own place, without taking the focus.
  await page
    .getByRole("button", { name: /^Reply to/ })
    .first()
    .click();
  await page.getByLabel(/^Your reply to/).fill("Half an answer");
  await page.reload();
  const answer = page.getByLabel(/^Your reply to/);
  await answer.waitFor();
  expect([await answer.count(), await answer.inputValue()]).toEqual([1, "Half an answer"]);
  expect(await answer.evaluate((field) => field === document.activeElement)).toBe(false);
  await answer.fill("");
  await page.reload();
  await page.getByText("Your text is not sent yet.").waitFor();
  expect(await answer.count()).toBe(0);
});

test("a comment is edited, deleted with a trace, and brought back, live for the others", async () => {
  const { page: expert } = await visitor(house.origin);
  const { page: alytus } = await visitor(house.origin);
  await signInAs(expert, "lead-expert", list);
  await signInAs(alytus, "alytus", list);
  for (const page of [expert, alytus])
    await page.getByRole("link", { name: /digitalisation strategy/ }).click();
  await expert.getByRole("textbox", { name: "Your comment" }).fill("First words of the expert");
  await expert.getByRole("button", { name: "Comment", exact: true }).click();
  const mine = expert.locator(".remark", { hasText: "First words of the expert" });
  await mine.getByRole("button", { name: "Edit" }).click();
  await expert.getByLabel("Edit your comment").fill("Better words of the expert");
  await expert.getByRole("button", { name: "Save", exact: true }).click();
  await alytus.locator(".remark", { hasText: "Better words of the expert" }).getByText("edited").waitFor();
  await expert
    .locator(".remark", { hasText: "Better words" })
    .getByRole("button", { name: /Delete/ })
    .click();
  await alytus.getByText(/Lead expert deleted this comment/).waitFor();
  expect(await alytus.getByText("Better words").count()).toBe(0);
  await expert.getByRole("button", { name: "Bring it back" }).click();
  await alytus.getByText("Better words of the expert").waitFor();
});

test("two saves of one text at once lose nothing, without a script as well: the second is told, sees both, and chooses", async () => {
  const { page: first } = await visitor(house.origin, { javaScriptEnabled: false });
  const { page: second, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of 409/);
  const writer = await signedInAs(house.origin, "alytus");
  const address = documentPath(await beginPractice(writer, { title: "Said twice", text: "Words." }), "edit");
  const text = (page: Page) => page.getByLabel("Text", { exact: true });
  for (const page of [first, second]) {
    await page.goto(`/sign-in?to=${encodeURIComponent(address)}`);
    await page.locator("#email").fill("alytus@demo.torg");
    await page.locator("#password").fill(demoPassword);
    await page.locator("button[value=sign-in]").click();
  }
  await text(first).fill("Words of the first");
  await text(second).fill("Words of the second");
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await second.getByText("Somebody else saved this text while you were writing").waitFor();
  const [yours, theirs] = ["Your text", "The text of Project officer, Alytus"].map((name) =>
    second.getByRole("region", { name }),
  );
  expect(await yours?.innerText()).toBe("Words of the second");
  expect((await theirs?.innerText())?.trim()).toBe("Words of the first");
  // What differs is marked by an underline and a stroke, not by colour alone.
  expect(await yours?.locator("ins").allInnerTexts()).toContain("second");
  expect((await theirs?.locator("del").allInnerTexts())?.join("").trim()).toBe("first");
  await second.getByRole("button", { name: "Save your text" }).click();
  await first.goto(address);
  expect((await text(first).inputValue()).trim()).toBe("Words of the second");
});
