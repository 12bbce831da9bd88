// Whoever sends a form so slowly that their role or session ends on the way is judged by what holds when all of it is there.
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { openHouse } from "../../support/house";
import { openRows } from "../../support/house-rows";
import { formType, signedInAs, type Fields, type Visitor } from "../../support/visitor";

const house = await openHouse();
const rows = openRows(house.folder);
afterAll(async () => {
  rows.close();
  await house.close();
});

const home = "/networks/techrevolution";

/** Sends the beginning of a form; `finish` sends the rest and gives the whole answer. */
async function beginForm(
  from: Visitor,
  path: string,
  fields: Fields,
): Promise<{ finish(): Promise<string> }> {
  const { hostname, port, host } = new URL(from.origin);
  const body = new URLSearchParams(fields).toString();
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  const over = new Promise<string>((resolve) => socket.on("close", () => resolve(answer)));
  const headers = {
    Host: host,
    Origin: from.origin,
    Cookie: from.cookie() ?? "",
    Accept: "text/html",
    "Content-Type": formType,
    "Content-Length": String(Buffer.byteLength(body)),
    // The server says that it waits for the body: by then it knows who calls.
    Expect: "100-continue",
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body.slice(0, 10)}`);
  await expect.poll(() => answer).toContain("100 Continue");
  // Nothing tells from outside that the first judgement is made; a page asked for later is answered later.
  await from.page(home);
  return {
    finish: () => {
      socket.write(body.slice(10));
      return over;
    },
  };
}

const practice = (title: string): Fields => {
  const partner = rows
    .prepare(
      `SELECT m.partnershipId AS id FROM Membership m JOIN Person p ON p.id = m.personId WHERE p.email = ?`,
    )
    .get("roeselare@demo.torg") as { id: string };
  return {
    intent: "create",
    id: newId(),
    partnershipId: partner.id,
    kind: "good-practice",
    title,
    language: "en",
    text: "A text",
  };
};

const documentsCalled = (title: string) =>
  rows.prepare("SELECT id FROM Document WHERE title = ?").all(title).length;

test("a form begun before the sign-out and finished after it does nothing", async () => {
  const roeselare = await signedInAs(house.origin, "roeselare");
  const form = await beginForm(roeselare, `${home}/documents/new`, practice("After the sign-out"));
  const { cookie } = roeselare;
  expect(cookie()).toBeDefined();
  await roeselare.post("/sign-out", { intent: "sign-out" });
  expect(await form.finish()).toMatch(/^HTTP\/1\.1 100[^]*HTTP\/1\.1 404/);
  expect(documentsCalled("After the sign-out")).toBe(0);
});

test("a form begun before the end of a role and finished after it does nothing, and shows nothing of the network", async () => {
  const [roeselare, barnsley] = await Promise.all(
    ["roeselare", "barnsley"].map((account) => signedInAs(house.origin, account)),
  );
  if (!roeselare || !barnsley) throw new Error("not signed in");
  const write = await beginForm(roeselare, `${home}/documents/new`, practice("After the end"));
  const look = await beginForm(roeselare, `${home}/documents/new`, { intent: "nonsense", filler: "x" });
  const { id, personId } = rows
    .prepare(
      "SELECT m.id, m.personId FROM Membership m JOIN Person p ON p.id = m.personId WHERE p.email = ? AND m.until IS NULL",
    )
    .get("roeselare@demo.torg") as { id: string; personId: string };
  await barnsley.post(`${home}/people/${personId}?role=${id}`, { intent: "end", membershipId: id });
  for (const form of [write, look]) {
    const answer = await form.finish();
    expect(answer).toMatch(/HTTP\/1\.1 404/);
    expect(answer).not.toContain("partnershipId");
  }
  expect(documentsCalled("After the end")).toBe(0);
});
