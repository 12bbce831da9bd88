// Who one is comes from the session alone: whatever a form claims besides its own fields changes nothing.
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, beginPractice, done, documentPath } from "../../support/alytus-writes";
import { openHouse } from "../../support/house";
import { openRows, valueOf } from "../../support/house-rows";
import { signedInAs } from "../../support/visitor";

const house = await openHouse();
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
afterAll(async () => {
  rows.close();
  await house.close();
});

const idOf = (email: string) => valueOf(rows, "SELECT id FROM Person WHERE email = ?", email);
const alytusId = idOf("alytus@demo.torg");
const otherId = idOf("barnsley@demo.torg");
const otherNetworkId = valueOf(rows, "SELECT id FROM Network WHERE slug = 'digiplace'");

/** Names under which code has been known to take identity, ownership or rights from what was sent. */
const claims = {
  personId: otherId,
  userId: otherId,
  authorId: otherId,
  createdById: otherId,
  savedById: otherId,
  publishedById: otherId,
  email: "barnsley@demo.torg",
  role: "lead-partner",
  roles: "lead-partner",
  isAdministrator: "true",
  networkId: otherNetworkId,
  network: "digiplace",
  documentId: newId(),
  kind: "deliverable",
  publishedVisibility: "public",
  publishedRevision: "1",
  createdAt: "2001-01-01T00:00:00.000Z",
  updatedAt: "2001-01-01T00:00:00.000Z",
  deletedAt: "2001-01-01T00:00:00.000Z",
  emailVerified: "true",
  deactivatedAt: "",
  colour: "11",
  token: "x",
};

const rowOf = (table: string, id: string) =>
  rows.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as Record<string, unknown>;

test("a practice begun with claims is Alytus's own draft in its own network", async () => {
  const id = await beginPractice(alytus, { title: "Claimed" }, claims);
  expect(rowOf("Document", id)).toMatchObject({
    createdById: alytusId,
    partnershipId: places.partnership,
    networkId: valueOf(rows, "SELECT id FROM Network WHERE slug = ?", places.network),
    kind: "good-practice",
    revision: 1,
    publishedVisibility: null,
    createdAt: expect.stringMatching(/^20(?!01)/),
  });
});

test("a text saved and published with claims is by who is signed in", async () => {
  const id = await beginPractice(alytus, { title: "Saved with claims", text: "Saved." });
  const save = { intent: "save", title: "Saved again", language: "en", text: "Again.", revision: "2" };
  await done(alytus.post(documentPath(id, "edit"), { ...claims, ...save }));
  await done(alytus.post(documentPath(id, "publish"), { ...claims, intent: "publish", revision: "3" }));
  expect(rowOf("Document", id)).toMatchObject({
    publishedById: alytusId,
    publishedVisibility: "network",
    publishedRevision: 3,
  });
  const by = rows.prepare("SELECT DISTINCT savedById FROM DocumentSave WHERE documentId = ?").pluck().all(id);
  expect(by).toEqual([alytusId]);
  await done(alytus.post(documentPath(id, "withdraw"), { ...claims, intent: "withdraw" }));
  const actors = rows
    .prepare("SELECT DISTINCT personId, networkId FROM Activity WHERE documentId = ?")
    .all(id);
  expect(actors).toEqual([{ personId: alytusId, networkId: rowOf("Document", id).networkId }]);
});

test("a remark with claims is on this document, by who is signed in, and now", async () => {
  const id = newId();
  const add = { intent: "add", id, madeOn: "published", kind: "question", text: "Who said this?" };
  await done(alytus.post(`${documentPath(places.published)}?index`, { ...claims, ...add }));
  expect(rowOf("Comment", id)).toMatchObject({
    authorId: alytusId,
    documentId: places.published,
    networkId: rowOf("Document", places.published).networkId,
    deletedAt: null,
    createdAt: expect.stringMatching(/^20(?!01)/),
  });
  await done(
    alytus.post(`${documentPath(places.published)}?index`, { ...claims, intent: "edit", id, text: "I did." }),
  );
  expect(rowOf("Comment", id)).toMatchObject({ authorId: alytusId, text: "I did.", deletedAt: null });
});

test("a profile with claims is one's own and gains no right", async () => {
  const [before, other] = [rowOf("Person", alytusId), rowOf("Person", otherId)];
  const order = {
    intent: "profile",
    name: "Officer of Alytus",
    language: "en",
    timeZone: "Europe/Vilnius",
    colours: "dark",
  };
  await done(alytus.post("/account", { ...claims, id: otherId, ...order }));
  const { intent: _, ...changed } = order;
  expect(rowOf("Person", alytusId)).toEqual({
    ...before,
    ...changed,
    hasShortcuts: 0,
    updatedAt: expect.not.stringMatching(/^2001/),
  });
  expect(rowOf("Person", otherId)).toEqual(other);
});

test("a password changed with claims is one's own", async () => {
  const own = await signedInAs(house.origin, "novska");
  const hashOf = (id: string) => valueOf(rows, "SELECT password FROM Credential WHERE personId = ?", id);
  const [ownId, before] = [idOf("novska@demo.torg"), hashOf(otherId)];
  const ownBefore = hashOf(ownId);
  const order = { intent: "password", current: "market-square", password: "another square" };
  await done(own.post("/account", { ...claims, ...order }));
  expect(hashOf(otherId)).toBe(before);
  expect(hashOf(ownId)).not.toBe(ownBefore);
});

test("a forged, cut or borrowed cookie is nobody's", async () => {
  const cookie = alytus.cookie() ?? "";
  const [name = "", value = ""] = cookie.split("=");
  const [token = "", signature = ""] = decodeURIComponent(value).split(".");
  const other = (await signedInAs(house.origin, "barnsley")).cookie()?.split("=")[1] ?? "";
  const [otherToken = ""] = decodeURIComponent(other).split(".");
  const forged = [
    token,
    `${token}.`,
    `.${signature}`,
    `${otherToken}.${signature}`,
    `${token}.${signature.slice(0, -2)}`,
    `${alytusId}.x`,
    "%",
  ];
  expect((await alytus.page("/account")).status).toBe(200);
  for (const forgery of forged)
    for (const text of [`${name}=${forgery}`, `${name}=${encodeURIComponent(forgery)}`])
      expect.soft((await alytus.page("/account", { cookie: text })).status, text).toBe(404);
});
