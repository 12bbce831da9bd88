// The line to the server: quiet while nothing happens, true while it is lost, back by itself, and cut when a session ends.
import { afterAll, beforeAll, expect, test } from "vitest";
import { awake, demoPassword, heard, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = "/networks/digiplace/documents?kind=good-practice";
const offline = "No connection. What you see may be old; what you type stays here.";

test("no request is made while nothing happens", async () => {
  const { page } = await visitor(house.origin);
  const connected = page.waitForEvent("websocket");
  await signInAs(page, "messina", list);
  await connected;
  await page.waitForLoadState("networkidle");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  // Something happens elsewhere in the meantime; that, too, is no reason for this page to ask.
  const { page: other } = await visitor(house.origin);
  await signInAs(other, "alytus", "/networks/techrevolution");
  await other.waitForLoadState("networkidle");
  expect(requests).toEqual([]);
});

test("a reading screen asks for the words of no other screen until somebody is about to leave it", async () => {
  const { page } = await visitor(house.origin);
  await signInAs(page, "messina", list);
  const address = await page.getByRole("link", { name: /bus line/ }).getAttribute("href");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address ?? "");
  await awake(page);
  await page.waitForLoadState("networkidle");
  expect(asked.some((path) => path.includes("/reading-"))).toBe(true);
  expect(asked.filter((path) => path.includes("/desk-"))).toEqual([]);
  await page.getByRole("link", { name: "People" }).hover();
  await expect.poll(() => asked.some((path) => path.includes("/desk-"))).toBe(true);
  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("heading", { name: "People" }).waitFor();
});

test("after a restart of the server the page says so, connects again and catches up, keeping what is half typed", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/WebSocket|Failed to load resource|ERR_/);
  await signInAs(page, "messina", list);
  await page.getByRole("link", { name: /bus line/ }).click();
  const field = page.getByRole("textbox", { name: "Your comment" });
  await field.fill("Half typed");
  await house.stop("SIGKILL");
  await page.getByText(offline).waitFor();
  await field.press("End");
  await field.pressSequentially(" while offline");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.getByText(/No connection. What you typed is still here/).waitFor();
  expect(await field.inputValue()).toBe("Half typed while offline");
  await house.restart();
  await page.getByText("Connected again.").waitFor();
  expect(await field.inputValue()).toBe("Half typed while offline");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.locator(".remark", { hasText: "Half typed while offline" }).waitFor();
});

test("what others did while the line was lost is there when it is back", async () => {
  const { page: reader, context, allow } = await visitor(house.origin);
  allow(/WebSocket|Failed to load resource|ERR_/);
  const { page: writer } = await visitor(house.origin);
  await signInAs(reader, "messina", list);
  await signInAs(writer, "trikala", list);
  for (const page of [reader, writer]) await page.getByRole("link", { name: /bus line/ }).click();
  await writer.getByText("Lead partner, Messina also here").waitFor({ state: "attached" });
  await context.setOffline(true);
  await reader.getByText(offline).waitFor({ timeout: 60_000 });
  await writer.getByRole("textbox", { name: "Your comment" }).fill("Said while you were away");
  await writer.getByRole("button", { name: "Comment", exact: true }).click();
  await writer.locator(".remark", { hasText: "Said while you were away" }).waitFor();
  await context.setOffline(false);
  await reader.locator(".remark", { hasText: "Said while you were away" }).waitFor();
});

test("signing out in one window closes the others of this browser at once, and shows nothing of what was there", async () => {
  const { page: first, context, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(first, "oulu", list);
  const second = await context.newPage();
  const listening = heard(second);
  await second.goto(list);
  await listening;
  await first.getByRole("button", { name: /Your account/ }).click();
  await first.getByRole("menuitem", { name: "Sign out" }).click();
  await first.getByText("You are signed out.").waitFor();
  await second.getByText(/You have been signed out/).waitFor({ timeout: 5_000 });
  expect(await second.getByText("bus line").count()).toBe(0);
});

test("changing the password signs the other browsers out and leaves this one", async () => {
  const { page: here } = await visitor(house.origin);
  const { page: there, allow } = await visitor(house.origin);
  allow(/status of 404/);
  await signInAs(there, "portalegre", list);
  await signInAs(here, "portalegre", "/account");
  await here.getByLabel("Present password").fill(demoPassword);
  await here.getByLabel("New password").fill("another long password");
  await here.getByRole("button", { name: "Change the password" }).click();
  await here.getByText("The password is changed.").waitFor();
  await there.getByText(/You have been signed out/).waitFor({ timeout: 5_000 });
  await here.goto(list);
  await here.getByRole("heading", { name: "Good practices" }).waitFor();
});

test("a forgotten password: the same answer for every address, and a link that works once", async () => {
  const { page } = await visitor(house.origin);
  for (const email of ["nobody@demo.torg", "novska@demo.torg"]) {
    await page.goto("/forgot-password");
    await awake(page);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("If an account has this address, a link is on its way to it.").waitFor();
  }
  await expect.poll(() => house.mails().length).toBe(1);
  const link = /http:\S+\/reset-password\/\S+/.exec(house.mails()[0] ?? "")?.[0] ?? "";
  expect(link).toContain(`${house.origin}/reset-password/`);
  await page.goto(link);
  await awake(page);
  await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
  await page.getByLabel("New password").fill("a fresh long password");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await page.getByText("The new password is saved.").waitFor();
});

test("everything a writer and a commenter need works without a script", async () => {
  const { page, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of (409|422)/);
  await page.goto(`/sign-in?to=${list}`);
  await page.getByLabel("E-mail address").fill("ventspils@demo.torg");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Write down a good practice" }).click();
  await page.getByRole("button", { name: "Begin writing" }).click({ trial: true });
  await page.getByLabel("Title").fill("x".repeat(201));
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.getByText("At most 200 characters.").first().waitFor();
  expect(await page.getByLabel("Title").inputValue()).toBe("x".repeat(201));
  await page.getByLabel("Title").fill("Ventspils without a script");
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Some **strong** words");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe("Some **strong** words");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.locator(".reading strong", { hasText: "strong" }).waitFor();
  await page.getByRole("textbox", { name: "Your comment" }).fill("A remark");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.locator(".remark", { hasText: "A remark" }).waitFor();
});
