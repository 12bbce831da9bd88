// A document or a remark over its limit, or not as it has to be, is told beside its field, and what was typed is still there.
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, documentPath } from "../../support/alytus-writes";
import { openHouse } from "../../support/house";
import { noteTasksTold, openRows, printOfAll } from "../../support/house-rows";
import type { Fields } from "../../support/visitor";
import { beside, long, standsIn, type Refused } from "./beside-the-field";

const house = await openHouse();
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
noteTasksTold(rows);
afterAll(async () => {
  rows.close();
  await house.close();
});

const begin = `/networks/${places.network}/documents/new`;
const edit = documentPath(places.draft, "edit");
const read = `${documentPath(places.published)}?index`;
const practice = {
  intent: "create",
  kind: "good-practice",
  partnershipId: places.partnership,
  title: "A practice",
  language: "en",
};
const draft = { intent: "save", revision: "2", title: "A draft", language: "en", text: "Its text." };
const remark = () => ({ intent: "add", id: newId(), madeOn: "published", text: "A remark." });

const titled = { at: "title", says: "At most 200 characters.", stillThere: long(201) };
const empty = { at: "title", says: "Fill this in." };
const unknown = { at: "language", says: "Choose one from the list." };
const texts = { at: "text", says: "The text has 2.01 MB; at most 2 MB fit." };
const ofTwoBytes = "ą".repeat(1_000_001);

const refused: Record<string, Refused> = {
  "a title of 201 characters": { path: begin, fields: { ...practice, title: long(201) }, ...titled },
  "a title of spaces": { path: begin, fields: { ...practice, title: " \t " }, ...empty },
  "a language nobody writes": { path: begin, fields: { ...practice, language: "xx" }, ...unknown },
  "a draft's title of 201 characters": { path: edit, fields: { ...draft, title: long(201) }, ...titled },
  "a draft without a title": { path: edit, fields: { ...draft, title: "" }, ...empty },
  "a draft in no language": { path: edit, fields: { ...draft, language: "" }, ...unknown },
  "a text of a byte over 2 MB": {
    path: edit,
    fields: { ...draft, text: long(2_000_001) },
    ...texts,
    stillThere: long(2_000_001),
  },
  "a text of two-byte letters over 2 MB": {
    path: edit,
    fields: { ...draft, text: ofTwoBytes },
    ...texts,
    stillThere: ofTwoBytes,
  },
  "a remark of 20,001 characters": {
    path: read,
    fields: { ...remark(), text: long(20_001) },
    at: "new-comment",
    says: "At most 20,000 characters.",
    stillThere: long(20_001),
  },
  "a remark of spaces": {
    path: read,
    fields: { ...remark(), text: " \n " },
    at: "new-comment",
    says: "Fill this in.",
  },
};

test.each(Object.entries(refused))(
  "%s is told beside its field",
  async (_, { path, fields, at, says, stillThere }) => {
    const before = printOfAll(rows);
    const answer = await alytus.post(path, fields);
    expect(answer.status).toBe(422);
    expect(beside(answer, at)).toContain(says);
    if (stillThere !== undefined) expect(standsIn(answer, at)).toBe(stillThere);
    const byScript = await alytus.postData(path, fields);
    expect(byScript.status).toBe(422);
    expect(byScript.text.length, "what a script sent is not sent back to it").toBeLessThan(10_000);
    expect(printOfAll(rows), "nothing has changed").toEqual(before);
  },
);

test.each([
  ["no intent", "/account", {}],
  ["an intent of another page", documentPath(places.draft, "withdraw"), { intent: "publish" }],
  ["an intent we do not know", edit, { ...draft, intent: "erase" }],
  ["an intent every object has", read, { intent: "constructor" }],
  ["another such", "/account", { intent: "__proto__" }],
])("a form of %s is told that the page is older than the server", async (_, path, fields) => {
  const { status, text } = await alytus.post(path, fields as Fields);
  expect(status).toBe(422);
  expect(text).toContain("The page is older than the server.");
});

test.each([
  ["a remark's id that is none", read, { ...remark(), id: "../../etc" }],
  ["the id of what a remark answers that is none", read, { ...remark(), parentId: "' OR 1=1 --" }],
  ["a text that is neither of the two", read, { ...remark(), madeOn: "all" }],
  ["a remark's id too long", read, { intent: "delete", id: "a".repeat(5_000) }],
  ["a revision that is no number", edit, { ...draft, revision: "first" }],
  ["a revision below one", edit, { ...draft, revision: "-1" }],
  ["a revision between two", edit, { ...draft, revision: "1.5" }],
  ["a revision beyond counting", edit, { ...draft, revision: "1e400" }],
  ["no revision to publish", documentPath(places.draft, "publish"), { intent: "publish" }],
])("%s is refused, not a failure", async (_, path, fields) => {
  const before = printOfAll(rows);
  const { status, text } = await alytus.post(path, fields);
  expect(status).toBe(422);
  expect(text).toMatch(/This cannot be read|Choose one from the list|Fill this in|At least|At most/);
  expect(printOfAll(rows), "nothing has changed").toEqual(before);
});

test("what is just within its limit is taken", async () => {
  const text = long(2_000_000 - 2_000)
    .replace("x", "ą")
    .concat("\r\n%&+=".repeat(200));
  const order = { ...draft, title: long(200), text };
  expect((await alytus.postData(edit, order)).status).toBe(200);
  expect(standsIn(await alytus.page(edit), "text")).toBe(text.replaceAll("\r\n", "\n"));
  expect((await alytus.post(read, { ...remark(), text: long(20_000) })).status).toBe(200);
  // Every letter as three: the worst that a form makes of a text that fits.
  const letters = { ...draft, revision: "3", title: "ą".repeat(200), text: "ą".repeat(1_000_000) };
  expect((await alytus.postData(edit, letters)).status).toBe(200);
});

test("characters that no text has are no failure", async () => {
  for (const text of [
    "\u0000",
    "a\u0000b",
    "\u202e\u2066",
    "\ufffe\uffff",
    "\u001b[31m",
    "\ud83d\ude00".repeat(100),
  ]) {
    const { status } = await alytus.post(begin, { ...practice, id: newId(), title: `Odd ${text}` });
    expect.soft(status, JSON.stringify(text)).toBe(302);
    const said = await alytus.post(read, { ...remark(), text: `Odd ${text}` });
    expect.soft(said.status, JSON.stringify(text)).toBe(200);
  }
  expect((await alytus.page(`/networks/${places.network}/documents?kind=good-practice`)).status).toBe(200);
  expect((await alytus.page(documentPath(places.published))).status).toBe(200);
});

test("a body beyond all limits is let past unread, and its sender is told", async () => {
  const huge = { ...draft, text: "x".repeat(25_000_000) };
  for (const answer of [await alytus.post(edit, huge), await alytus.postData(edit, huge)]) {
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("too large");
  }
});
