// A calendar's way out of the house: an address is made on a screen, read without a session by whoever has it, and switched off.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows } from "../support/house-rows";
import { expectGoodLooks } from "../support/looks";
import { readCalendar } from "../support/read-calendar";
import { signedInAs, visitor as caller } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const lead = await signedInAs(house.origin, "barnsley");
  await lead.post("/networks/techrevolution/deliverables", { intent: "template" });
});
afterAll(() => house.close());

const network = "/networks/techrevolution/calendar";

async function at(who: string, path: string) {
  const { page } = await visitor(house.origin);
  await signInAs(page, who, path);
  await awake(page);
  return page;
}

/** Presses the button and answers the path of the address that is shown then. */
async function made(page: Page, button: string): Promise<string> {
  const field = page.getByLabel("Address of the calendar");
  const before = (await field.count()) > 0 ? await field.inputValue() : "";
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect.poll(async () => ((await field.count()) > 0 ? field.inputValue() : "")).not.toBe(before);
  await expect.poll(() => field.inputValue()).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
  return new URL(await field.inputValue()).pathname;
}

test("an officer makes an address, reads it without a session, replaces it and switches it off", async () => {
  const page = await at("alytus", "/networks/techrevolution/deliverables");
  await page.getByRole("link", { name: "Calendar", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Calendar" }).waitFor();
  await page.getByText("There is no address yet.").waitFor();
  const first = await made(page, "Make an address");
  await expectGoodLooks(page, "the address of a calendar");

  const nobody = caller(house.origin);
  const { status, headers, setCookies, text } = await nobody.ask(first);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(headers["cache-control"]).toBe("private, no-cache");
  expect(setCookies).toEqual([]);
  const { name, events } = readCalendar(text);
  expect(name).toBe("Torg: TechRevolution 2.0");
  expect(events.map(({ summary }) => summary)).toContain("Transfer plan — Alytus");
  expect(events.map(({ summary }) => summary)).toContain("Transfer plan — Novska");
  expect(events.every(({ url }) => url?.startsWith(`${house.origin}/networks/techrevolution/`))).toBe(true);

  const second = await made(page, "Make a new address");
  expect((await nobody.ask(first)).status).toBe(404);
  expect(readCalendar((await nobody.ask(second)).text).events).toEqual(events);
  // It was told once.
  await page.reload();
  await page.getByText(/^Last read on/).waitFor();
  expect(await page.content()).not.toContain(second);
  await awake(page);
  await page.getByRole("button", { name: "Switch off", exact: true }).click();
  await page.getByText("The address is switched off.").waitFor();
  expect((await nobody.ask(second)).status).toBe(404);
  expect(house.printed()).not.toMatch(/calendar\/[\w-]{43}/);
});

test("in the account's settings it is of what one owes alone, and networks' calendars can be switched off there", async () => {
  const officer = await signedInAs(house.origin, "novska");
  await officer.post(network, { intent: "make-calendar" });
  const page = await at("novska", "/account");
  const address = await made(page, "Make an address");
  const { text } = await caller(house.origin).ask(address);
  const titles = readCalendar(text).events.map(({ summary }) => summary);
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.every((title) => title.endsWith("— Novska"))).toBe(true);
  await page.getByRole("button", { name: "Switch off the calendar of TechRevolution 2.0" }).click();
  await page.getByText("The address is switched off.").waitFor();
  await expect.poll(() => page.getByText("Calendars of networks").count()).toBe(0);
  expect((await caller(house.origin).ask(address)).status).toBe(200);
});

test("what has not changed is not sent again, a look at its head has no body, and nothing but reading is done there", async () => {
  const officer = await signedInAs(house.origin, "rzeszow");
  const { text: page } = await officer.post(network, { intent: "make-calendar" });
  const path = /\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? "";
  const nobody = caller(house.origin);
  const whole = await nobody.ask(path);
  const etag = String(whole.headers.etag);
  expect(etag).toMatch(/^W\/"[\w-]+"$/);
  const same = await nobody.ask(path, { headers: { "if-none-match": etag } });
  expect([same.status, same.text]).toEqual([304, ""]);
  const other = await nobody.ask(path, { headers: { "if-none-match": 'W/"another"' } });
  expect([other.status, other.text]).toEqual([200, whole.text]);
  const head = await nobody.ask(path, { method: "HEAD" });
  expect([head.status, head.text, head.headers.etag]).toEqual([200, "", etag]);
  // Also with a session nothing is read of it, and no cookie is set.
  const signedIn = await officer.ask(path);
  expect([signedIn.text, signedIn.setCookies]).toEqual([whole.text, []]);
  expect((await nobody.post(path, { intent: "make-calendar" })).status).toBe(404);
  expect((await nobody.ask(path, { method: "PUT" })).status).toBe(405);
  expect((await nobody.ask(path)).text).toBe(whole.text);
});

test("a secret that opens nothing gets what every address gets that leads nowhere", async () => {
  const nobody = caller(house.origin);
  const told = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0].replaceAll(/nonce="[^"]+"/g, "");
  const none = await nobody.page("/nowhere");
  expect([none.status, told(none.text)]).toEqual([404, expect.stringContaining("<h1")]);
  for (const path of [`/calendar/${"a".repeat(43)}.ics`, "/calendar/short.ics"]) {
    const { status, headers, text } = await nobody.page(path);
    expect([status, headers["content-type"]]).toEqual([404, none.headers["content-type"]]);
    expect(told(text)?.replaceAll(encodeURIComponent(path), "").length).toBe(
      told(none.text)?.replaceAll(encodeURIComponent("/nowhere"), "").length,
    );
  }
});

test("where reading fails, the log has all but the secret", async () => {
  const officer = await signedInAs(house.origin, "roeselare");
  const { text: page } = await officer.post(network, { intent: "make-calendar" });
  const path = /\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? "";
  const rows = openRows(house.folder);
  rows.exec("ALTER TABLE CalendarEntry RENAME TO Elsewhere");
  const { status, text } = await caller(house.origin).ask(path);
  rows.exec("ALTER TABLE Elsewhere RENAME TO CalendarEntry");
  rows.close();
  expect([status, text]).toEqual([500, expect.stringContaining("The fault is ours")]);
  await expect.poll(() => house.printed()).toContain('"path":"/calendar/…"');
  expect(house.printed()).not.toContain(path);
  expect((await caller(house.origin).ask(path)).status).toBe(200);
});
