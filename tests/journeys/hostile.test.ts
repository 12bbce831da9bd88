// Nothing that people write becomes a script: hostile names, titles, texts and comments on every screen that shows them.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hostileCases } from "../text/xss-cases";
import { allSaved, awake, signInAs, textToWrite, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";
/** Those that are to hold a server up (tests/text/slow.test.ts) would do nothing here but hold up the browser. */
const cases = hostileCases().filter(({ input }) => input.length < 800);
const oneLine = cases
  .map(({ input }) => input.replace(/\s+/g, " ").trim())
  .filter((input) => input !== "" && input.length <= 200);

/** Policy violations, dialogs and other hosts fail the test by themselves; this looks for a script that ran and a link that would. */
async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { pwned?: unknown }).pwned)).toBeUndefined();
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect(hrefs.filter((protocol) => !/^(https?|mailto|tel):$/.test(protocol))).toEqual([]);
}

test("hostile texts, titles, comments and names are read as what they are: words", async () => {
  const { page: writer, allow } = await visitor(house.origin);
  // The form without a script is tried until the screen has heard of the last revision.
  allow(/status of (409|422)/);
  // Of pictures whose files there are not.
  const missing = /status of 404 .*\/files\/0123456789abcdefghjk\//;
  allow(missing);
  const { page: reader, allow: allowReader } = await visitor(house.origin);
  allowReader(missing);
  await signInAs(writer, "alytus", "/account");
  const title = oneLine.find((input) => input.startsWith("<script")) ?? "<script>window.pwned = 1</script>";
  await writer
    .getByLabel("Name", { exact: true })
    .fill(`"><img src=x onerror=window.pwned=1> ${title}`.slice(0, 120));
  await writer.locator("button[value=profile]").click();
  await writer.getByText("The profile is saved.").waitFor();

  await writer.goto(`${home}/documents/new`);
  await awake(writer);
  await writer.getByLabel("Title").fill(title);
  await writer.getByRole("button", { name: "Begin writing" }).click();
  await writer.waitForURL(/\/edit$/);
  const text = cases
    .map(({ input }) => input)
    .join("\n\n")
    .slice(0, 200_000);
  const editor = await textToWrite(writer);
  await editor.fill(text.slice(0, 20_000));
  await allSaved(writer);
  await nothingRan(writer);
  // As Markdown it goes in by the form that is there without a script, and comes into the editor that is open.
  await writer.evaluate(async (written) => {
    for (;;) {
      const fields = new FormData(
        document.querySelector<HTMLFormElement>("main form[method=post]") ?? undefined,
      );
      fields.set("intent", "save");
      fields.set("text", written);
      const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
      if ((await fetch(window.location.pathname, { method: "POST", body })).ok) return;
    }
  }, text);
  await editor.getByText("onerror").first().waitFor();
  await writer.waitForFunction(
    () => (document.querySelector(".editor-text")?.querySelectorAll("li, pre").length ?? 0) > 3,
  );
  await nothingRan(writer);
  await writer.reload();
  await textToWrite(writer);
  await nothingRan(writer);
  await writer.getByRole("link", { name: "Publish", exact: true }).click();
  await writer.waitForURL(/\/publish$/);
  await nothingRan(writer);
  await writer.getByRole("button", { name: "Publish", exact: true }).click();
  await writer.getByText("Published. The network sees it now.").waitFor();
  const field = writer.getByRole("textbox", { name: "Your comment" });
  await field.fill(
    cases
      .map(({ input }) => input)
      .join("\n\n")
      .slice(0, 19_000),
  );
  await writer.getByRole("button", { name: "Comment", exact: true }).click();
  await writer.locator(".remark").first().waitFor();

  await signInAs(reader, "barnsley", new URL(writer.url()).pathname);
  await reader.locator(".remark").first().waitFor();
  await nothingRan(reader);
  for (const address of [home, `${home}/documents?kind=good-practice`, `${home}/people`]) {
    await reader.goto(address);
    await awake(reader);
    await nothingRan(reader);
  }
  expect(await reader.locator("main").innerText()).toContain("onerror");
});

test("every one-line case is safe as the title of a document", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "novska", `${home}/documents/new`);
  for (const input of oneLine) {
    const answer = await page.evaluate(
      async ({ input, home }) => {
        const partner = document.querySelector<HTMLInputElement>("[name=partnershipId]")?.value ?? "";
        const body = new URLSearchParams({
          intent: "create",
          kind: "good-practice",
          title: input,
          language: "en",
          partnershipId: partner,
        });
        return (await fetch(`${home}/documents/new`, { method: "POST", body })).status;
      },
      { input, home },
    );
    expect([input, answer]).toEqual([input, 200]);
  }
  let seen = 0;
  for (let number = 1; seen <= oneLine.length; number += 1) {
    await page.goto(`${home}/documents?kind=good-practice&page=${number}`);
    await awake(page);
    await nothingRan(page);
    const rows = await page.locator(".row").count();
    expect(rows, `page ${number}`).toBeGreaterThan(0);
    seen += rows;
  }
});
