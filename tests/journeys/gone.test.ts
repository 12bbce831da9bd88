// What is not there, or no longer one's own, is said on a page as everywhere, and takes nothing that somebody is writing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { alytusWrites, demoNetwork, type Places } from "../support/alytus-writes";
import { awake, signInAs, textToWrite, visitor as browserOf } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";
import { newId } from "~/platform/id";

let house: House;
let places: Places;
beforeAll(async () => {
  house = await openHouse();
  ({ places } = await alytusWrites(house.origin));
});
afterAll(() => house.close());

const title = "This page does not exist, or is not yours to see";

test("a link by id to a text that one may not read leads to a page that says so, and is no failure of the server", async () => {
  const novska = await signedInAs(house.origin, "novska");
  for (const id of [places.draft, newId()]) {
    const { status, headers, text } = await novska.page(`/documents/${id}`);
    expect([status, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(text).toContain(title);
  }
  expect(house.printed()).not.toContain("a request failed");
});

test("a form sent without a script to a text that is gone is answered by the same page", async () => {
  const novska = await signedInAs(house.origin, "novska");
  const address = `/networks/${demoNetwork}/documents/${places.draft}?index`;
  const remark = { intent: "add", id: newId(), text: "Why?", madeOn: "working" };
  const { status, text } = await novska.post(address, remark);
  expect(status).toBe(404);
  expect(text).toContain(title);
  expect(house.printed()).not.toContain("a request failed");
});

test("titles to link to that cannot be fetched take nothing away from the text being written", async () => {
  const { page, allow } = await browserOf(house.origin);
  allow(/Failed to load resource|ERR_FAILED|404/);
  await signInAs(page, "alytus", `/networks/${demoNetwork}/documents/${places.draft}/edit`);
  await awake(page);
  await page.route(/documents\/titles/, (route) => route.abort());
  const text = await textToWrite(page);
  await text.focus();
  await page.keyboard.press("Control+End");
  const failed = page.waitForEvent("requestfailed");
  await page.keyboard.type(" See [[the");
  await failed;
  await page.keyboard.type(" rest");
  expect(await text.innerText()).toMatch(/ See \[\[the rest\s*$/);
});
