// Whoever may read but not write is told so at every form, page and data address, and nothing has changed afterwards.
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, documentPath } from "../../support/alytus-writes";
import { askForDeliverables } from "../../support/asked-deliverables";
import { openHouse } from "../../support/house";
import { noteTasksTold, openRows, printOfAll } from "../../support/house-rows";
import { signedInAs, type Visitor } from "../../support/visitor";
import { actionPath, forms, routeTable } from "./route-table";

const house = await openHouse();
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
noteTasksTold(rows);
await askForDeliverables(house.origin, alytus, places);
afterAll(async () => {
  rows.close();
  await house.close();
});

const forbidden = "Your role does not allow this";
/** Everybody who reads Alytus's published practice and may not write it; only the observer may not even remark on it. */
const readers = ["barnsley", "lead-expert", "local-group", "ad-hoc-expert", "rzeszow", "observer"];
const remarks = (account: string) => account !== "observer";
const manages = (account: string) => account === "barnsley" || account === "rzeszow";
/** They write for their own cities. */
const officersElsewhere = ["barnsley", "rzeszow"];

/** The forms this reader may not send. Where officers are told which city is not theirs, that is a test of its own. */
function formsClosedTo(account: string) {
  return forms.filter(({ opens, answers }) => {
    const isOfOwnCity = officersElsewhere.includes(account) && answers?.["officer of another city"] === 422;
    if (opens === "commenter") return !remarks(account);
    // The lead partner manages every city's groups.
    if (opens === "officer-or-lead") return account !== "barnsley" && !isOfOwnCity;
    if (opens === "manager") return !manages(account);
    if (opens === "lead-partner") return account !== "barnsley";
    if (opens === "writer") return !isOfOwnCity;
    return opens === "author";
  });
}

async function expectUnchanged(work: () => Promise<void>) {
  const before = printOfAll(rows);
  await work();
  expect(printOfAll(rows), "nothing has changed").toEqual(before);
}

test.each(readers)("%s is told at every writer's form that their role does not allow it", async (account) => {
  const reader = await signedInAs(house.origin, account);
  expect((await reader.page(documentPath(places.published))).status).toBe(200);
  await expectUnchanged(async () => {
    for (const { id, line, intent, fields } of formsClosedTo(account)) {
      const order = { intent, ...fields(places) };
      const page = await reader.post(actionPath(line, places), order);
      expect.soft(page.status, `${id}, ${intent}`).toBe(403);
      // What a script alone sends is answered in data.
      const said = id.endsWith(".head") ? '"forbidden"' : forbidden;
      expect.soft(page.text, `${id}, ${intent}`).toContain(said);
      const data = await reader.postData(actionPath(line, places), order);
      expect.soft(data.status, `${id}, ${intent} by script`).toBe(403);
      expect.soft(data.text, `${id}, ${intent} by script`).toContain("forbidden");
    }
  });
});

test.each(readers)("%s gets no page to write on, and none of its data", async (account) => {
  const reader = await signedInAs(house.origin, account);
  for (const [id, line] of Object.entries(routeTable)) {
    const isClosed =
      line.loader === "writer" ||
      (line.loader === "manager" && !manages(account)) ||
      (line.loader === "lead-partner" && account !== "barnsley");
    if (!isClosed) continue;
    const page = await reader.page(line.path(places));
    expect.soft(page.status, id).toBe(403);
    expect.soft(page.text, id).toContain(forbidden);
    const data = await reader.data(line.path(places));
    expect.soft(data.status, `${id} by script`).toBe(403);
    for (const { text } of [page, data]) expect.soft(text, id).not.toContain("# Stalls");
  }
});

test("an officer begins no practice in another city's name", async () => {
  const other = await signedInAs(house.origin, "rzeszow");
  await expectUnchanged(async () => {
    const order = { intent: "create", kind: "good-practice", id: newId(), title: "Theirs", language: "en" };
    for (const partnershipId of [places.partnership, newId()]) {
      const { status, text } = await other.post(`/networks/${places.network}/documents/new`, {
        ...order,
        partnershipId,
      });
      expect(status).toBe(422);
      expect(text).toContain("You can write only for your own city.");
    }
  });
});

test("a reader of the published text sees neither the working text nor what is said on it", async () => {
  const alytus = await signedInAs(house.origin, "alytus");
  const reader = await signedInAs(house.origin, "barnsley");
  const order = { intent: "save", revision: "2", title: "A market under a new roof", language: "en" };
  expect(
    (await alytus.postData(documentPath(places.published, "edit"), { ...order, text: "Unripe." })).status,
  ).toBe(200);
  const add = { intent: "add", id: newId(), madeOn: "working", text: "Not yet for others." };
  expect((await alytus.post(`${documentPath(places.published)}?index`, add)).status).toBe(200);
  const pages = ["", "/documents", "/people"].map((rest) => `/networks/${places.network}${rest}`);
  for (const path of [...pages, documentPath(places.published), documentPath(places.draft)]) {
    for (const { text } of [await reader.page(path), await reader.data(path)])
      expect
        .soft(text, path)
        .not.toMatch(/Unripe|under a new roof|Not yet for others|What we have not told yet|Secret/);
  }
  expect((await reader.page(`${documentPath(places.published)}?text=working`)).status).toBe(404);
  await expectUnchanged(async () => {
    const answer = { ...add, id: newId(), parentId: add.id };
    for (const madeOn of ["working", "published"])
      expect(
        (await reader.post(`${documentPath(places.published)}?index`, { ...answer, madeOn })).status,
      ).toBe(404);
  });
});

test("a remark is changed, deleted and brought back by its author alone", async () => {
  const reader: Visitor = await signedInAs(house.origin, "barnsley");
  const alytus = await signedInAs(house.origin, "alytus");
  const at = `${documentPath(places.published)}?index`;
  await expectUnchanged(async () => {
    for (const intent of ["edit", "delete", "restore"]) {
      const order = { intent, id: places.theirComment, text: "Not what they said." };
      expect((await alytus.post(at, order)).status, "the text's own writer").toBe(403);
      // A remark on this text, named under another text's address, is not there.
      const elsewhere = await alytus.post(`${documentPath(places.draft)}?index`, {
        ...order,
        id: places.ownComment,
      });
      expect(elsewhere.status, "under another document's address").toBe(404);
    }
  });
  expect((await reader.post(at, { intent: "delete", id: places.theirComment })).status).toBe(200);
  await expectUnchanged(async () => {
    expect((await alytus.post(at, { intent: "restore", id: places.theirComment })).status).toBe(403);
  });
  expect((await alytus.page(documentPath(places.published))).text).not.toContain("How many stalls?");
});
