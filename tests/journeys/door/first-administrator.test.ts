// A server without demo data is taken into use at an address that its console printed, once.
import { afterAll, expect, test } from "vitest";
import { openHouse, type House } from "../../support/house";
import { openRows, valueOf } from "../../support/house-rows";
import { visitor } from "../../support/visitor";

const houses: House[] = [];
afterAll(() => Promise.all(houses.map((house) => house.close())));

async function emptyHouse(): Promise<House> {
  const house = await openHouse({ TORG_DEMO: "off" });
  houses.push(house);
  return house;
}

const order = {
  intent: "create",
  name: "Administrator of Alytus",
  email: "It@Alytus.example",
  password: "a market by the river",
};

/** The path of the latest one-time address that the console printed. */
async function printed(house: House, times = 1): Promise<string> {
  const addresses = () => house.printed().match(/\/first-administrator\/[\w-]+/g) ?? [];
  await expect.poll(() => addresses().length).toBe(times);
  return addresses().at(-1) ?? "";
}

test("the address that the console prints creates the first administrator, and works once", async () => {
  const house = await emptyHouse();
  const path = await printed(house);
  expect(house.printed()).toContain(`${house.origin}${path}`);
  const somebody = visitor(house.origin);
  expect((await somebody.page(path)).status).toBe(200);
  const short = await somebody.post(path, { ...order, password: "short" });
  expect([short.status, /At least 10 characters/.test(short.text)]).toEqual([422, true]);

  const { status, location } = await somebody.post(path, order);
  expect([status, location]).toEqual([302, "/sign-in?done=set-up"]);
  const rows = openRows(house.folder);
  expect(rows.prepare("SELECT name, email, isAdministrator FROM Person").all()).toEqual([
    { name: order.name, email: "it@alytus.example", isAdministrator: 1 },
  ]);
  expect(valueOf<number>(rows, "SELECT count(*) FROM Verification"), "no address is left").toBe(0);
  rows.close();

  expect((await somebody.page(path)).status).toBe(404);
  expect((await somebody.post(path, { ...order, email: "second@alytus.example" })).status).toBe(404);
  const { email, password } = order;
  expect((await somebody.post("/sign-in", { intent: "sign-in", email, password })).location).toBe("/");
  expect((await somebody.page("/networks")).status).toBe(200);

  await house.stop();
  await house.restart();
  expect((await visitor(house.origin).page("/sign-in")).status).toBe(200);
  expect(house.printed(), "nobody is invited once somebody has an account").not.toContain(
    "first-administrator",
  );
});

test("two at once at the address make one administrator", async () => {
  const house = await emptyHouse();
  const path = await printed(house);
  const tries = ["one", "two", "three"].map((name) =>
    visitor(house.origin).post(path, { ...order, name, email: `${name}@alytus.example` }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([302, 404, 404]);
});

test("a wrong, an earlier or an expired address is not there", async () => {
  const house = await emptyHouse();
  const earlier = await printed(house);
  const somebody = visitor(house.origin);
  for (const wrong of [
    "/first-administrator/x",
    "/first-administrator/",
    `${earlier}x`,
    earlier.slice(0, -1),
  ]) {
    expect.soft((await somebody.page(wrong)).status, wrong).toBe(404);
    expect.soft((await somebody.post(wrong, order)).status, wrong).toBeGreaterThanOrEqual(404);
  }
  await house.stop();
  await house.restart();
  const latest = await printed(house);
  expect(latest).not.toBe(earlier);
  expect((await somebody.post(earlier, order)).status).toBe(404);
  const rows = openRows(house.folder);
  rows.prepare("UPDATE Verification SET expiresAt = ?").run(new Date(Date.now() - 1_000).toISOString());
  expect((await somebody.page(latest)).status).toBe(404);
  expect((await somebody.post(latest, order)).status).toBe(404);
  expect(valueOf<number>(rows, "SELECT count(*) FROM Person")).toBe(0);
  rows.close();
});

test("without demo data there are no demo accounts, neither to sign in with nor told of", async () => {
  const house = await emptyHouse();
  const { text } = await visitor(house.origin).page("/sign-in");
  expect(text).not.toContain("demo.torg");
  expect(house.printed()).not.toMatch(/demo\.torg|market-square/);
  const demo = { intent: "sign-in", email: "alytus@demo.torg", password: "market-square" };
  expect((await visitor(house.origin).post("/sign-in", demo)).status).toBe(422);
});

test("the address cannot be guessed: tries are counted", async () => {
  const house = await emptyHouse();
  const path = await printed(house);
  const statuses = [];
  for (let time = 0; time < 30; time += 1)
    statuses.push((await visitor(house.origin).page(`/first-administrator/guess-${time}`)).status);
  expect(statuses.every((status) => status === 404)).toBe(true);
  expect((await visitor(house.origin).page(path)).status, "the right one, too, then").toBe(404);
});
