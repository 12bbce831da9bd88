// Mails about notices from a whole house: in their reader's language, with a way to the very remark and one to end them by a single POST.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, demoNetwork, documentPath, type Places } from "../support/alytus-writes";
import { awake, signInAs, visitor as inBrowser } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { noteTasksTold, openRows, printOfAll, valueOf } from "../support/house-rows";
import { read } from "../support/post-office";
import { signedInAs, visitor } from "../support/visitor";

let house: House;
let places: Places;
beforeAll(async () => {
  house = await openHouse();
  ({ places } = await alytusWrites(house.origin));
});
afterAll(() => house.close());

const isAboutNotices = (mail: string) => mail.includes("List-Unsubscribe-Post");
const mails = () => house.mails().filter(isAboutNotices).map(read);

async function withRows<Value>(look: (rows: ReturnType<typeof openRows>) => Value): Promise<Value> {
  const rows = openRows(house.folder);
  try {
    return look(rows);
  } finally {
    rows.close();
  }
}

/** The lead partner mentions the expert; answers the remark's id once its notice is made. */
async function expertIsMentioned(): Promise<string> {
  const id = newId();
  const expert = await withRows((rows) =>
    valueOf(rows, "SELECT id FROM Person WHERE email = 'lead-expert@demo.torg'"),
  );
  const barnsley = await signedInAs(house.origin, "barnsley");
  const order = { intent: "add", id, text: `Who pays? [@x](/people/${expert})`, madeOn: "published" };
  expect((await barnsley.post(`${documentPath(places.published)}?index`, order)).status).toBe(200);
  await expect
    .poll(() =>
      withRows((rows) =>
        valueOf<number>(rows, "SELECT count(*) FROM Notice WHERE commentId = ? AND kind = 'mention'", id),
      ),
    )
    .toBe(1);
  return id;
}

/** Lets all that waits be due, as if it had happened an hour ago, and the house look at once. */
async function whenAllIsDue(): Promise<void> {
  await house.stop();
  await withRows((rows) => {
    const ago = new Date(Date.now() - 3_600_000).toISOString();
    rows
      .prepare("UPDATE Notice SET at = ?, mailBy = ? WHERE mailBy IS NOT NULL AND kind = 'mention'")
      .run(ago, ago);
  });
  await house.restart();
}

const open = "SELECT count(*) FROM Notice WHERE mailBy IS NOT NULL AND kind = 'mention'";
const unsent = "SELECT count(*) FROM QueuedMail WHERE state IN ('waiting', 'sending')";

/** Resolves when nothing that is due is left. */
async function allSent(): Promise<void> {
  await expect
    .poll(() => withRows((rows) => valueOf<number>(rows, open) + valueOf<number>(rows, unsent)), {
      timeout: 20_000,
    })
    .toBe(0);
}

test("a mention arrives by mail in its reader's language, leads to the remark, and is ended by one POST from anywhere", async () => {
  const expert = await signedInAs(house.origin, "lead-expert");
  await expert.post("/account", { intent: "language", language: "lv" });
  const id = await expertIsMentioned();
  await whenAllIsDue();
  await allSent();
  expect(mails()).toHaveLength(1);
  const [mail] = mails();
  if (!mail) throw new Error("it lies there");
  expect(mail.headers).toMatchObject({
    to: "lead-expert@demo.torg",
    subject: expect.stringContaining("pieminēja Jūs komentārā") as string,
  });
  expect(mail.text).toContain("Labdien, Lead expert,");
  const link = `${house.origin}${documentPath(places.published)}?remark=${id}#comment-${id}`;
  expect(mail.text).toContain(link);

  const { page } = await inBrowser(house.origin);
  await signInAs(page, "lead-expert", "/networks");
  await page.getByRole("link", { name: "Paziņojumi: nelasīti 1" }).waitFor();
  await page.goto(link);
  await awake(page);
  await page.locator(`#comment-${id}`).waitFor();
  await page.getByRole("link", { name: "Paziņojumi", exact: true }).waitFor();
  // The house is about to stop.
  await page.close();

  const address = /^<(\S+)>$/.exec(mail.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  const path = new URL(address).pathname;
  // Looking changes nothing, whoever looks; a token of one's own making is none.
  await withRows(noteTasksTold);
  const before = await withRows(printOfAll);
  const somebody = visitor(house.origin);
  expect((await somebody.page(path)).status).toBe(200);
  expect((await somebody.page(`${path}x`)).status).toBe(404);
  const body = "List-Unsubscribe=One-Click";
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    origin: "https://mail.example",
    "sec-fetch-site": "cross-site",
  };
  const [token = ""] = path.split(".");
  const forged = `${token}.${"x".repeat(43)}`;
  expect((await somebody.ask(forged, { method: "POST", body, headers })).status).toBe(404);
  // The exception is for this address alone.
  for (const other of [`${path}x`, `${path}/x`, `${path}.data`, `/networks/${demoNetwork}`, "/account"])
    expect((await somebody.ask(other, { method: "POST", body, headers })).status, other).toBe(403);
  expect((await somebody.ask(path, { method: "POST", body: "x".repeat(3_000), headers })).status).toBe(413);
  expect(await withRows(printOfAll)).toEqual(before);

  const answer = await somebody.ask(path, { method: "POST", body, headers });
  expect([answer.status, answer.setCookies]).toEqual([200, []]);
  await expertIsMentioned();
  await whenAllIsDue();
  await allSent();
  expect(mails()).toHaveLength(1);
  // In the language of whom the mail was for, whatever browser it is opened in; what is no link of ours tells nothing of anybody.
  const { text } = await somebody.page(path, { "accept-language": "it" });
  expect(text).toMatch(/<html lang="lv"/);
  expect(text).toContain("Vēstules par paziņojumiem Jūs vairs nesaņemsiet");
  expect((await somebody.page(forged, { "accept-language": "it" })).text).toMatch(/<html lang="it"/);
});

test("the page behind the link speaks its account's language and ends the mails by its button, also without a script", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  await alytus.post("/account", { intent: "language", language: "lt" });
  const id = await withRows((rows) =>
    valueOf(rows, "SELECT id FROM Person WHERE email = 'alytus@demo.torg'"),
  );
  const barnsley = await signedInAs(house.origin, "barnsley");
  const text = `Here [@x](/people/${id})`;
  await barnsley.post(`${documentPath(places.published)}?index`, {
    intent: "add",
    id: newId(),
    text,
    madeOn: "published",
  });
  await expect
    .poll(() =>
      withRows((rows) =>
        valueOf<number>(rows, "SELECT count(*) FROM Notice WHERE personId = ? AND kind = 'mention'", id),
      ),
    )
    .toBe(1);
  await whenAllIsDue();
  await allSent();
  const mail = mails().find(({ headers }) => headers.to === "alytus@demo.torg");
  const path = new URL(/<(\S+)>/.exec(mail?.headers["list-unsubscribe"] ?? "")?.[1] ?? "").pathname;
  const { page } = await inBrowser(house.origin, { javaScriptEnabled: false });
  await page.goto(path);
  await page.getByRole("button", { name: "Nebesiųsti laiškų" }).click();
  await page.getByRole("heading", { name: "Laiškų apie pranešimus nebegausite" }).waitFor();
  await alytus.post("/account", { intent: "language", language: "en" });
});

test("an administrator sees what was given up, and lets it be tried again", async () => {
  const { page } = await inBrowser(house.origin);
  await withRows((rows) => {
    const person = valueOf(rows, "SELECT id FROM Person WHERE email = 'alytus@demo.torg'");
    const at = new Date().toISOString();
    rows
      .prepare(
        `INSERT INTO QueuedMail (id, personId, way, state, madeAt, tries, nextTryAt, settledAt, problem)
         VALUES (?, ?, 'at-once', 'given-up', ?, 8, ?, ?, '550 No such mailbox')`,
      )
      .run(newId(), person, at, at, at);
  });
  await signInAs(page, "administrator", "/administration");
  const section = page.getByRole("region", { name: "Mails about notices" });
  await section.getByText("550 No such mailbox").waitFor();
  await section.getByRole("button", { name: "Try again Project officer, Alytus" }).click();
  await section.getByText("No mail was given up.").waitFor();
});
