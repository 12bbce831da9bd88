// How often a password may be tried at the door, and that no answer tells whether an address has an account.
import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { openHouse, type House } from "../../support/house";
import { visitor, type Answer } from "../../support/visitor";
import { said } from "./same-answer";

const houses: House[] = [];
// The last first: one stands in the folder of another.
afterAll(async () => {
  for (const house of houses.reverse()) await house.close();
});

/** One for all tests that use accounts of their own in it. */
const shared = aHouse();

async function aHouse(environment: Record<string, string> = {}): Promise<House> {
  const house = await openHouse(environment);
  houses.push(house);
  return house;
}

const wrong = "surely not theirs";
const unknown = () => `${randomBytes(6).toString("hex")}@demo.torg`;

function tryPassword(house: House, email: string, headers = {}, password = wrong): Promise<Answer> {
  return visitor(house.origin).post("/sign-in", { intent: "sign-in", email, password }, headers);
}

/** Tries so often with a wrong password and answers the last. */
async function tryOften(
  house: House,
  email: string,
  times: number,
  headers = (_: number) => ({}),
): Promise<Answer> {
  for (let time = 1; time < times; time += 1) {
    const { status, text } = await tryPassword(house, email, headers(time));
    expect(status, `try ${time}`).toBe(422);
    expect(text, `try ${time}`).toContain("The e-mail address or the password is not right.");
  }
  return tryPassword(house, email, headers(times));
}

const tooMany = /Too many tries\. Try again in 15 minutes\./;

test("the eleventh try is refused with the minutes to wait, and a right password is not looked at any more", async () => {
  const house = await shared;
  // Without a proxy in front, an address that the caller forwards is not believed.
  const claimed = (time: number) => ({
    "x-forwarded-for": `203.0.113.${time}`,
    forwarded: `for=203.0.113.${time}`,
  });
  expect((await tryOften(house, "alytus@demo.torg", 11, claimed)).text).toMatch(tooMany);
  const { status, text, setCookies } = await tryPassword(house, "alytus@demo.torg", {}, "market-square");
  expect([status, setCookies]).toEqual([422, []]);
  expect(text).toMatch(tooMany);
  const another = await tryPassword(house, "barnsley@demo.torg", {}, "market-square");
  expect(another.status, "another account").toBe(302);
});

test("an address without an account is answered in the same words and no sooner, at the first try and at the eleventh", async () => {
  // With the demo's accounts, but without the page that names them.
  const demo = await aHouse();
  await demo.stop();
  const house = await aHouse({ TORG_DATA: demo.folder, TORG_DEMO: "off" });
  const [known, none] = ["alytus@demo.torg", unknown()];
  const answers = async (email: string) => {
    const first = await tryPassword(house, email);
    const began = performance.now();
    const tenth = await tryOften(house, email, 9);
    const took = performance.now() - began;
    const eleventh = await tryPassword(house, email);
    return { said: [first, tenth, eleventh].map((answer) => said(answer, { email })), took };
  };
  const [ofKnown, ofNone] = [await answers(known), await answers(none)];
  expect(ofKnown.said).toEqual(ofNone.said);
  expect(ofKnown.said.map((words) => tooMany.test(words))).toEqual([false, false, true]);
  // Without the work of looking at a password it would be ten times as quick.
  expect(ofNone.took).toBeGreaterThan(ofKnown.took / 3);
  // Upper case and spaces make no other account of it.
  for (const email of [` ${known.toUpperCase()} `, none.toUpperCase()])
    expect((await tryPassword(house, email)).text).toMatch(tooMany);
});

test("a right password takes back what was tried before it", async () => {
  const house = await shared;
  const email = "roeselare@demo.torg";
  await tryOften(house, email, 9);
  expect((await tryPassword(house, email, {}, "market-square")).status).toBe(302);
  expect((await tryOften(house, email, 3)).text).not.toMatch(/Too many/);
});

test("the present password cannot be guessed at the account's page either", async () => {
  const house = await shared;
  const novska = visitor(house.origin);
  await novska.post("/sign-in", { intent: "sign-in", email: "novska@demo.torg", password: "market-square" });
  const guess = () =>
    novska.post("/account", { intent: "password", current: wrong, password: "long enough for all" });
  for (let time = 0; time < 10; time += 1)
    expect((await guess()).text).toContain("The present password is not right.");
  expect((await guess()).text).toMatch(tooMany);
});

test("asking for a reset is answered alike for every address, and refused alike from the fourth time on", async () => {
  const house = await shared;
  const ask = async (email: string) =>
    said(await visitor(house.origin).post("/forgot-password", { intent: "request", email }), { email });
  const [known, none] = ["alytus@demo.torg", unknown()];
  for (let time = 1; time <= 5; time += 1) {
    const [one, other] = [await ask(known), await ask(none)];
    expect(one, `time ${time}`).toBe(other);
    expect(/Too many tries/.test(one), `time ${time}`).toBe(time > 3);
  }
  await expect.poll(() => house.mails().length).toBe(3);
  for (const mail of house.mails()) expect(mail).toContain(`To: ${known}`);
});

test("behind one proxy the address it forwards counts, and not what the caller wrote before it", async () => {
  const house = await aHouse({ TORG_PROXIES: "1" });
  const from = (address: string) => ({ "x-forwarded-for": address });
  const claimed = (time: number) => from(`198.51.100.${time}, 203.0.113.7`);
  expect((await tryOften(house, "alytus@demo.torg", 11, claimed)).text).toMatch(tooMany);
  const elsewhere = await tryPassword(house, "alytus@demo.torg", from("203.0.113.8"), "market-square");
  expect(elsewhere.status, "another client signs in").toBe(302);
});
