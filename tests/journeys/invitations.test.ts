// The journey of an invitation: made in Lithuanian, come by mail, accepted in a new browser, seen by the one who made it; and those
// that come to nothing.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { sideways, violationsOn } from "../support/looks";
import { read } from "../support/post-office";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = "/networks/techrevolution/invitations";
/** Both at a phone's width and at a desk's. */
async function expectSound(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await sideways(page)).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The mail that came to this address as the so-and-so-many-th, once it is there. */
async function mailTo(email: string, index = 0) {
  let raw = "";
  // One that is just being put in place may be missed on a look.
  const look = () => (raw = house.mails().filter((mail) => mail.includes(`To: ${email}\r\n`))[index] ?? "");
  await expect.poll(look).toContain("/invitation/");
  const { headers, text } = read(raw);
  return { ...headers, text, link: /http\S+\/invitation\/\S+/.exec(text)?.[0] ?? "" };
}

/** Fills the form of one invitation; the page is on it already. */
async function inviteBy(
  page: Page,
  email: string,
  role: string,
  city?: string,
  language = "en",
): Promise<string> {
  await page.goto(`${list}/new`);
  await awake(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  if (city) await page.getByRole("radio", { name: city, exact: true }).check();
  await page.getByLabel("Language of the invitation").selectOption(language);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText(`The invitation of ${email} is made`).waitFor();
  return page.getByLabel("Link of the invitation").inputValue();
}

test("the lead partner invites in Lithuanian; the one invited is in after four steps, and the open list says so", async () => {
  const { page: barnsley, allow: allowHere } = await visitor(house.origin);
  // A click while the page is being refreshed breaks that off; Remix leaves its promise without anybody to hear of it.
  allowHere(/signal is aborted/);
  await signInAs(barnsley, "barnsley", "/networks/techrevolution/people");
  await barnsley.getByRole("link", { name: "Invitations" }).click();
  await barnsley.getByRole("link", { name: "Invite somebody" }).first().click();
  await barnsley.waitForURL(/\/new$/);
  const email = "ona@alytus.example";
  const shown = await inviteBy(barnsley, email, "project-officer", "Alytus", "lt");
  await expectSound(barnsley);
  await barnsley.goto(list);
  const row = barnsley.locator(".row", { hasText: email });
  await row.getByText(/Open until/).waitFor();
  await expectSound(barnsley);

  const mail = await mailTo(email);
  expect(mail).toMatchObject({ subject: expect.stringContaining("kvietimas į tinklą") as string });
  expect(mail.text).toContain("Projekto koordinatorius, Alytus");
  expect(mail.link).toBe(shown);

  // A new browser, whose own language is English: four things to do from the mail to the first useful screen.
  const { page: ona } = await visitor(house.origin);
  const steps: string[] = [];
  const step = async (name: string, act: Promise<unknown>) => {
    steps.push(name);
    await act;
  };
  await step("open the link", ona.goto(mail.link));
  await awake(ona);
  await expectSound(ona);
  expect(await ona.locator("html").getAttribute("lang")).toBe("lt");
  await step("name", ona.getByLabel("Vardas ir pavardė").fill("Project officer by invitation"));
  await step("password", ona.getByLabel("Slaptažodis").fill("a market by the river"));
  await step("accept", ona.getByRole("button", { name: "Priimti ir pradėti" }).click());
  await ona.waitForURL(/\/networks\/techrevolution\/welcome$/);
  expect(steps).toHaveLength(4);
  await ona.getByRole("heading", { level: 1, name: /Sveiki atvykę/ }).waitFor();
  await awake(ona);
  await expectSound(ona);
  for (const name of [/Perskaitykite/, /Aprašykite savo miesto/, /Užpildykite savo profilį/])
    expect(await ona.getByRole("link", { name }).count()).toBe(1);

  await row.getByText("Accepted by Project officer by invitation").waitFor();

  await ona.getByRole("link", { name: /Aprašykite savo miesto/ }).click();
  await ona.waitForURL(/\/documents\/new\?kind=good-practice$/);
  await ona.goto(`${house.origin}/networks/techrevolution/welcome`);
  await ona.getByRole("button", { name: "Eiti į pradžią" }).click();
  await ona.waitForURL(/\/networks\/techrevolution$/);

  const { page: late } = await visitor(house.origin);
  await late.goto(mail.link);
  await late.getByRole("heading", { name: "Šis kvietimas jau priimtas" }).waitFor();
  await ona.goto(mail.link);
  await ona.getByRole("heading", { name: "Šį kvietimą jau priėmėte" }).waitFor();
});

test("sending anew kills the old link, withdrawing the new one, and the page says what may be told", async () => {
  const { page: barnsley, allow: allowHere } = await visitor(house.origin);
  // A click while the page is being refreshed breaks that off; Remix leaves its promise without anybody to hear of it.
  allowHere(/signal is aborted/);
  await signInAs(barnsley, "barnsley", list);
  const email = "guest@city.example";
  const first = await inviteBy(barnsley, email, "observer");
  await barnsley.goto(list);
  await awake(barnsley);
  await barnsley.getByRole("button", { name: `Send anew: the invitation of ${email}` }).click();
  await barnsley.getByText("The former link opens nothing any more.").waitFor();
  const second = await barnsley.getByLabel("Link of the invitation").inputValue();
  expect((await mailTo(email, 1)).link).toBe(second);

  const { page: guest, allow } = await visitor(house.origin);
  allow(/status of 404/);
  expect((await guest.goto(first))?.status()).toBe(404);
  await guest.goto(second);
  await guest.getByRole("heading", { name: /You are invited/ }).waitFor();
  await barnsley.getByRole("button", { name: `Withdraw the invitation of ${email}` }).click();
  await barnsley.getByText("The invitation is withdrawn.").waitFor();
  await barnsley.locator(".row", { hasText: email }).getByText("Withdrawn").waitFor();
  await guest.goto(second);
  await guest.getByRole("heading", { name: "This invitation was withdrawn" }).waitFor();
});

test("whoever has an account signs in and accepts with one press; somebody else is told and may sign out", async () => {
  const { page: barnsley, allow: allowHere } = await visitor(house.origin);
  // A click while the page is being refreshed breaks that off; Remix leaves its promise without anybody to hear of it.
  allowHere(/signal is aborted/);
  await signInAs(barnsley, "barnsley", list);
  const link = await inviteBy(barnsley, "oulu@demo.torg", "observer");
  const { page } = await visitor(house.origin);
  await signInAs(page, "novska");
  await page.goto(link);
  await page.getByText("The invitation is for another address: oulu@demo.torg").waitFor();
  await awake(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in and accept" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.locator("#email").fill("oulu@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page.waitForURL(/\/invitation\//);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await page.waitForURL(/\/networks\/techrevolution\/welcome$/);
  await page.getByText("Observer").first().waitFor();
});

test("a list says row by row what will happen, and only then the good rows are sent", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/signal is aborted/);
  await signInAs(page, "barnsley", `${list}/bulk`);
  await awake(page);
  const rows = [
    "\uFEFFemail;name;role;city;language;until",
    "first@city.example;=1+1;Projekto koordinatorius;Zesuvas;lt;",
    "second@city.example;;observer;;en;2090-12-31",
    "third@city.example;;mayor;Atlantis;en;",
    "alytus@demo.torg;;project officer;Alytus;lt;",
    "first@city.example;;project officer;Rzeszów;lt;",
  ].join("\r\n");
  await page.getByLabel("CSV file").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(rows),
  });
  const before = house.mails().length;
  await page.getByRole("button", { name: "Show what will happen" }).click();
  await page.getByText("2 rows can be sent").waitFor();
  await expectSound(page);
  const told = (text: string) => page.locator(".row", { hasText: text });
  await told("second@city.example").getByText("Will be invited").waitFor();
  await told("third@city.example").getByText("role “mayor”: no role is called this").waitFor();
  await told("third@city.example").getByText("city “Atlantis”: no partner’s city is called this").waitFor();
  await told("alytus@demo.torg").getByText("Holds this role already").waitFor();
  await told("Line 6").getByText("Stands in the list twice").waitFor();
  await told("=1+1").getByText("Will be invited").waitFor();
  expect(house.mails()).toHaveLength(before);
  await page.getByRole("button", { name: "Send 2 invitations" }).click();
  await page.getByText("2 invitations are made.").waitFor();
  expect((await mailTo("first@city.example")).text).toContain("kviečia Jus");
  expect((await mailTo("second@city.example")).text).toContain("invites you");
  await expect.poll(() => house.mails().length).toBe(before + 2);
  await page.getByRole("link", { name: "Invitations" }).first().click();
  await page
    .locator(".row", { hasText: "second@city.example" })
    .getByText(/Open until/)
    .waitFor();
  expect(await page.getByText("third@city.example").count()).toBe(0);
});

test("without a script a list is looked at and sent as well, and a link accepted", async () => {
  const { page } = await visitor(house.origin, { javaScriptEnabled: false });
  await page.goto(`/sign-in?to=${encodeURIComponent(`${list}/bulk`)}`);
  await page.locator("#email").fill("barnsley@demo.torg");
  await page.locator("#password").fill("market-square");
  await page.locator("button[value=sign-in]").click();
  await page
    .getByLabel("Or paste the rows")
    .fill("role\temail\nobserver\tplain@city.example\nobserver\tno address");
  await page.getByRole("button", { name: "Show what will happen" }).click();
  await page.getByText("Wrong").waitFor();
  await page.getByRole("button", { name: "Send 1 invitation" }).click();
  await page.getByText("1 invitation is made.").waitFor();
  const { link } = await mailTo("plain@city.example");
  const { page: guest, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of 422/);
  await guest.goto(link);
  await guest.getByLabel("Name").fill("Plain guest");
  await guest.getByLabel("Password").fill("short");
  await guest.getByRole("button", { name: "Accept and begin" }).click();
  await guest.getByText("At least 10 characters.").first().waitFor();
  expect(await guest.getByLabel("Name").inputValue()).toBe("Plain guest");
  await guest.getByLabel("Password").fill("long enough for all");
  await guest.getByRole("button", { name: "Accept and begin" }).click();
  await guest.getByRole("heading", { level: 1, name: /Welcome to/ }).waitFor();
});
