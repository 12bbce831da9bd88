// A text that becomes another city's, and one whose thirty days in the trash end while its page is open.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginPractice, documentPath } from "../support/alytus-writes";
import { signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { openRows, valueOf } from "../support/house-rows";
import { signedInAs } from "../support/visitor";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = "/networks/techrevolution";
const day = 86_400_000;
const instant = (at: number) => new Date(at).toISOString().replace("Z", "+00:00");

/** A draft of Alytus that its officer finds in the list. */
const draft = "Sprendimo projektas TŽ-397: sumos, kurios nesueina";

test("an officer of two cities moves a text from the one to the other, and is told so", async () => {
  const rows = openRows(house.folder);
  const [network, person, novska] = [
    valueOf(rows, "SELECT id FROM Network WHERE slug = 'techrevolution'"),
    valueOf(rows, "SELECT id FROM Person WHERE email = 'alytus@demo.torg'"),
    valueOf(
      rows,
      `SELECT p.id FROM Partnership p JOIN Institution i ON i.id = p.institutionId JOIN Network n ON n.id = p.networkId
       JOIN CityName c ON c.cityId = i.cityId WHERE c.name = 'Novska' AND c.isOwn AND n.slug = 'techrevolution'`,
    ),
  ];
  rows
    .prepare(
      "INSERT INTO Membership (id, networkId, personId, role, partnershipId, since) VALUES (?, ?, ?, 'project-officer', ?, ?)",
    )
    .run(randomBytes(10).toString("hex"), network, person, novska, instant(Date.now() - day));
  rows.close();
  const { page } = await visitor(house.origin);
  await signInAs(page, "alytus", `${home}/documents`);
  // The topics of the network are offered where the list is narrowed by one.
  expect(await page.locator("datalist option[value=Skaitmeninimas]").count()).toBe(1);
  await page.getByRole("link", { name: draft }).click();
  await page.getByRole("heading", { level: 1, name: draft }).waitFor();
  await page.goto(`${page.url()}/manage`);
  await page.getByLabel("To which city").selectOption({ label: "Novska" });
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByText("Moved. Its city is now Novska.").waitFor();
  await page.getByRole("list", { name: "About this text" }).getByText("Novska, Croatia").waitFor();
});

test("on its last day in the trash the hour is said; when it is over, bringing back says so on the page", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  const id = await beginPractice(await signedInAs(house.origin, "alytus2"), { title: "Thrown away" });
  await signInAs(page, "alytus2", `${documentPath(id)}/manage`);
  await page.getByRole("button", { name: "Put into the trash" }).click();
  await page.waitForURL(/trash/);
  await page.getByText(/can be brought back until \d+ \w+ \d{4}$/).waitFor();
  const rows = openRows(house.folder);
  const putThere = (at: number) =>
    rows.prepare("UPDATE Document SET trashedAt = ? WHERE id = ?").run(instant(at), id);
  putThere(Date.now() - 30 * day + 60_000);
  await page.goto(`${home}/trash`);
  await page.getByText(/can be brought back until .*, \d\d:\d\d$/).waitFor();
  putThere(Date.now() - 30 * day - 1_000);
  rows.close();
  await page.getByRole("button", { name: /^Bring back/ }).click();
  await page.getByText("It can no longer be brought back").waitFor();
  await page.getByRole("heading", { level: 1, name: "Trash" }).waitFor();
});
