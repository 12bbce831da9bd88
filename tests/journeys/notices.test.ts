// Notices as people meet them: a colleague mentions them, the bell counts, a click leads to the very remark.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, demoNetwork, documentPath, type Places } from "../support/alytus-writes";
import { awake, heard, signInAs, visitor as inBrowser } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";
import { signedInAs } from "../support/visitor";

let house: House;
let places: Places;
beforeAll(async () => {
  house = await openHouse();
  ({ places } = await alytusWrites(house.origin));
});
afterAll(() => house.close());

/** What another's account is, by the part of its address before the @. */
function idOf(account: string): string {
  const rows = openRows(house.folder);
  try {
    return valueOf(rows, "SELECT id FROM Person WHERE email = ?", `${account}@demo.torg`);
  } finally {
    rows.close();
  }
}

/** The lead partner writes a remark on Alytus's published practice. */
async function leadPartnerSays(text: string): Promise<string> {
  const id = newId();
  const barnsley = await signedInAs(house.origin, "barnsley");
  const order = { intent: "add", id, text, madeOn: "published" };
  expect((await barnsley.post(`${documentPath(places.published)}?index`, order)).status).toBe(200);
  return id;
}

const bell = (number: string) => `Notices: ${number} unread`;

test("somebody is mentioned: the bell counts at once, and a click leads to the very remark and reads it", async () => {
  const { page: expert } = await inBrowser(house.origin);
  const { page: barnsley } = await inBrowser(house.origin);
  const watching = heard(expert, "43");
  await signInAs(expert, "lead-expert", `/networks/${demoNetwork}`);
  await watching;
  await expert.getByRole("link", { name: "Notices", exact: true }).waitFor();
  await signInAs(barnsley, "barnsley", documentPath(places.published));
  const words = `Is that so, [@Lead expert](/people/${idOf("lead-expert")})?`;
  await barnsley.getByRole("textbox", { name: "Your comment" }).fill(words);
  await barnsley.getByRole("button", { name: "Comment", exact: true }).click();

  await expert.getByRole("link", { name: bell("1") }).click();
  await expert.getByRole("heading", { name: "Today" }).waitFor();
  await expert.getByText("Is that so, @Lead expert?").waitFor();
  await expert.getByRole("button", { name: /^Lead partner, Barnsley mentions you in a comment on/ }).click();
  await expert.waitForURL(/#comment-\w{20}$/);
  const remark = expert.locator(".remark", { hasText: "Is that so" }).first();
  await remark.waitFor();
  expect(new URL(expert.url()).hash).toBe(`#${await remark.getAttribute("id")}`);
  await expert.getByRole("link", { name: "Notices", exact: true }).waitFor();
});

test("notices are gone through by key: next, read, put off, done", async () => {
  const { page } = await inBrowser(house.origin);
  const mention = `[@Project officer](/people/${idOf("alytus")})`;
  await leadPartnerSays(`First ${mention}`);
  await leadPartnerSays(`Second ${mention}`);
  await signInAs(page, "alytus", "/notices");
  const row = (words: string) => page.locator("[data-notice]", { hasText: words });
  await row("Second").waitFor();
  await page.keyboard.press("j");
  expect(await page.evaluate(() => document.activeElement?.closest("[data-notice]")?.textContent)).toContain(
    "Second",
  );
  await page.keyboard.press("u");
  await row("Second").getByText("unread", { exact: true }).waitFor({ state: "detached" });
  await page.keyboard.press("e");
  await row("Second").waitFor({ state: "detached" });
  // The focus is on what came into its place.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[data-notice]")?.textContent))
    .toContain("First");
  await page.keyboard.press("s");
  await page
    .getByRole("button", { name: "Tomorrow morning" })
    .and(page.locator(":focus-visible, *"))
    .first()
    .waitFor();
  await row("First").getByRole("button", { name: "Tomorrow morning" }).click();
  await row("First").waitFor({ state: "detached" });
  // Put off by its button, it leaves the focus to what came into its place, or where nothing is left, to the choice of shelves.
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches("main *"))).toBe(true);
  await page.getByRole("link", { name: "Put off" }).click();
  await row("First")
    .getByText(/^put off until/)
    .waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Next notice").waitFor();
});

test("without a script notices are read, opened and dealt with, and watching is chosen", async () => {
  const id = await leadPartnerSays(`Without a script [@x](/people/${idOf("alytus")})`);
  const { page } = await inBrowser(house.origin, { javaScriptEnabled: false });
  const { request } = page.context();
  await request.post("/sign-in", {
    form: { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  await page.goto("/notices");
  const row = page.locator("[data-notice]", { hasText: "Without a script" });
  await row.locator("button[value=open]").click();
  expect(page.url()).toMatch(new RegExp(`#comment-${id}$`));
  await page.goto("/notices");
  await row.getByRole("button", { name: /^Done: Lead partner, Barnsley mentions you/ }).click();
  await expect.poll(() => row.count()).toBe(0);
  await page.goto(`/networks/${demoNetwork}/attention?document=${places.published}`);
  const first = page.locator("form", { has: page.getByRole("radio", { name: "Mute" }) }).first();
  await first.getByRole("radio", { name: "Mute" }).check();
  await first.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  expect(await page.getByRole("radio", { name: "Mute" }).first().isChecked()).toBe(true);
});

test("whoever comes to a remark by its address, as from a mail, has read of it", async () => {
  const { page } = await inBrowser(house.origin);
  const id = await leadPartnerSays(`By its address [@x](/people/${idOf("lead-expert")})`);
  await signInAs(page, "lead-expert", "/networks");
  await page.getByRole("link", { name: bell("1") }).waitFor();
  await page.goto(`${documentPath(places.published)}?remark=${id}#comment-${id}`);
  await awake(page);
  await page.getByRole("link", { name: "Notices", exact: true }).waitFor();
});

test("on one's account page the bell counts on by itself", async () => {
  const { page } = await inBrowser(house.origin);
  const watching = heard(page, "40");
  await signInAs(page, "novska", "/account");
  await watching;
  await page.getByRole("link", { name: "Notices", exact: true }).waitFor();
  await page.locator("#name").fill("Somebody typing");
  await leadPartnerSays(`Live [@x](/people/${idOf("novska")})`);
  await page.getByRole("link", { name: bell("1") }).waitFor();
  // What was being typed meanwhile stands there still.
  expect(await page.locator("#name").inputValue()).toBe("Somebody typing");
});

test("without a script a remark is answered, resolved with a reason, opened again and assigned", async () => {
  const id = await leadPartnerSays("How many of them stand empty?");
  const { page, allow } = await inBrowser(house.origin, { javaScriptEnabled: false });
  allow(/422/);
  const { request } = page.context();
  await request.post("/sign-in", {
    form: { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  const open = async (button: string) => {
    await page.goto(`${documentPath(places.published)}?remark=${id}`);
    await page.locator(`#comment-${id}`).getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("heading", { name: "The comment by Lead partner, Barnsley" }).waitFor();
  };
  const back = () => page.waitForURL(/#comment-\w{20}$/);
  await open("Reply to Lead partner, Barnsley");
  await page.getByRole("textbox", { name: "Your reply to Lead partner, Barnsley" }).fill("Three.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await back();
  await page.locator(`#comment-${id}`).getByText("Three.").waitFor();

  await open("Resolve");
  await page.getByRole("radio", { name: "Declined" }).check();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  const reason = page.getByRole("textbox", { name: "Why it is declined" });
  expect(await reason.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByRole("radio", { name: "Declined" }).isChecked()).toBe(true);
  await reason.fill("They are let by now.");
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await back();
  await page.locator(`#comment-${id}`).getByText("They are let by now.").waitFor();

  await page.locator(`#comment-${id}`).getByRole("button", { name: "Reopen" }).click();
  await open("Assign");
  await page
    .getByRole("combobox", { name: "Who sees to it" })
    .selectOption({ label: "Project officer, Alytus, Alytus" });
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await back();
  await page.locator(`#comment-${id}`).getByText("For you", { exact: true }).waitFor();
  await page.goto(`/networks/${demoNetwork}`);
  const due = page.getByRole("region", { name: "What is due" });
  await due.getByRole("link", { name: "See to a comment on “A market under one roof”" }).click();
  await back();
});
