// The door for files: what comes in as a stream, what breaks off, and how what lies there leaves the house, for every caller.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { alytusWrites, documentPath, done, handIn, sendFile } from "../../support/alytus-writes";
import { enrolCallers } from "../../support/callers";
import { publicAddress } from "~/domain/documents/public-address";
import { openHouse } from "../../support/house";
import { openRows, valueOf } from "../../support/house-rows";
import { drawing, photograph } from "../../support/made-pictures";
import { signedInAs, visitor, type Answer } from "../../support/visitor";
import { callers, type Caller } from "./callers";
import { said } from "./same-answer";

const house = await openHouse({ TORG_FILES_QUOTA: "30" });
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
const { by } = enrolCallers(house, rows, places.draft);
const everybody = visitor(house.origin);
afterAll(async () => {
  rows.close();
  await house.close();
});

const stored = () => filesBelow(join(house.folder, "files"));
const comingIn = () => filesBelow(join(house.folder, "incoming"));

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

/** Who of all callers is answered like this. */
async function whoGets(ask: (caller: Caller) => Promise<Answer>, status: number): Promise<Caller[]> {
  const found: Caller[] = [];
  for (const caller of callers) if ((await ask(caller)).status === status) found.push(caller);
  return found;
}

const ownOfficers = ["officer", "colleague"];
const named = ["named reader", "named commenter", "named writer"];

test("only whoever writes the document hands a file in", async () => {
  const sending = (documentId: string) => (caller: Caller) => handIn(by(caller), documentId, "a.txt", caller);
  expect(await whoGets(sending(places.published), 201)).toEqual(ownOfficers);
  expect(await whoGets(sending(places.draft), 201)).toEqual([...ownOfficers, "named writer"]);
  expect(await whoGets(sending(places.draft), 403)).toEqual(["named reader", "named commenter"]);
  const refusals = await Promise.all(
    (["stranger", "observer", "administrator"] as const).map((caller) => sending(places.draft)(caller)),
  );
  expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(JSON.parse(refusals[1]?.text ?? "")).toEqual({
    refused: "files:wrong.notFound",
    words: "There is no such document, or it is not yours to read.",
  });
  expect(comingIn()).toEqual([]);
});

test("only whoever reads the draft gets its files; anybody else what does not exist", async () => {
  const file = await sendFile(alytus, places.draft, "a.txt", "of the draft");
  const asking = (caller: Caller) => by(caller).page(`/files/${file.id}`);
  expect(await whoGets(asking, 200)).toEqual([...ownOfficers, ...named]);
  expect(await whoGets(asking, 404)).toHaveLength(callers.length - 5);
  const hidden = await by("observer").page(`/files/${file.id}`);
  const nothing = await by("observer").page(`/files/${"0".repeat(20)}`);
  expect(said(hidden, { file: file.id })).toBe(said(nothing, { file: "0".repeat(20) }));
});

test("what a text published for everybody shows is everybody's, and asked for again each time", async () => {
  const { id, picture } = await sendFile(
    alytus,
    places.published,
    "square.jpg",
    await photograph(1_000, 600),
  );
  const path = `/files/${id}/1000x600?w=480`;
  expect((await everybody.page(path)).status).toBe(404);
  const text = `![The square](/files/${id}/1000x600)`;
  const order = { title: "A market under one roof", language: "en", text, revision: "2" };
  await done(alytus.post(documentPath(places.published, "edit"), { intent: "save", ...order }));
  const publishing = { intent: "publish", revision: "3", visibility: "public" };
  await done(alytus.post(documentPath(places.published, "publish"), publishing));
  const first = await everybody.page(path);
  expect(picture).toEqual({ width: 1_000, height: 600 });
  expect(first.status).toBe(200);
  expect(first.headers).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "no-cache",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(first.headers["content-disposition"]).toMatch(/^inline; filename="square\.jpg"/);
  expect(first.headers["set-cookie"]).toBeUndefined();
  const again = await everybody.page(path, { "if-none-match": String(first.headers.etag) });
  expect([again.status, again.text]).toEqual([304, ""]);
  await done(alytus.post(documentPath(places.published, "withdraw"), { intent: "withdraw" }));
  expect((await everybody.page(path, { "if-none-match": String(first.headers.etag) })).status).toBe(404);
  const own = await alytus.page(path);
  expect([own.status, own.headers["cache-control"]]).toEqual([200, "private, no-cache"]);
});

test("a picture erased for good is gone for everybody at once, and its place says so", async () => {
  const { id } = await sendFile(alytus, places.published, "face.jpg", await photograph(900, 600));
  const { revision } = rows
    .prepare<[string], { revision: number }>("SELECT revision FROM Document WHERE id = ?")
    .get(places.published) ?? { revision: 0 };
  const text = `![A face](/files/${id}/900x600)`;
  const order = { title: "A market under one roof", language: "en", text, revision: String(revision) };
  await done(alytus.post(documentPath(places.published, "edit"), { intent: "save", ...order }));
  const publishing = { intent: "publish", revision: String(revision + 1), visibility: "public" };
  await done(alytus.post(documentPath(places.published, "publish"), publishing));
  const path = `/files/${id}/900x600`;
  const address = publicAddress({ id: places.published, language: "en", title: order.title });
  const open = async () => (await everybody.page(address)).text;
  expect(await open()).toContain(`/files/${id}`);
  const first = await everybody.page(path);
  expect(first.status).toBe(200);
  const before = stored();

  const erasing = `${documentPath(places.published)}/files/${id}/erase`;
  expect((await by("observer").page(erasing)).status).toBe(404);
  const asked = await alytus.page(erasing);
  expect(asked.text).toContain("From the public page, for everybody at once");
  const refused = await alytus.post(erasing, { intent: "erase", reason: "" });
  expect([refused.status, (await everybody.page(path)).status]).toEqual([422, 200]);
  await done(alytus.post(erasing, { intent: "erase", reason: "Consent was taken back" }));

  expect(before.length - stored().length).toBe(2);
  // Also who has it in the browser's cache is told.
  const gone = await everybody.page(path, { "if-none-match": String(first.headers.etag) });
  expect([gone.status, gone.headers["cache-control"]]).toEqual([410, "private, no-store"]);
  expect(gone.headers).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  expect(gone.text).toContain("This picture was erased.");
  expect(await open()).toContain("This picture was erased.");
  expect(await open()).not.toContain(`/files/${id}`);
  const gallery = await alytus.page(`${documentPath(places.published)}/files`);
  expect(gallery.text).toContain("Consent was taken back");
  expect((await alytus.page(erasing)).status).toBe(404);
  await done(alytus.post(documentPath(places.published, "withdraw"), { intent: "withdraw" }));
  expect((await everybody.page(path)).status).toBe(404);
});

test("what is no picture of ours is only saved, under its name", async () => {
  const name = "Žešuvas „planas“.html";
  const { id } = await sendFile(alytus, places.draft, name, "<script>alert(1)</script>");
  for (const path of [`/files/${id}`, `/files/${id}/10x10`]) {
    const { headers, text } = await alytus.page(path);
    expect(text).toBe("<script>alert(1)</script>");
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="Zesuvas _planas_.html"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    expect(headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
  }
  const head = await alytus.ask(`/files/${id}`, { method: "HEAD" });
  expect([head.status, head.headers["content-length"], head.text]).toEqual([200, "25", ""]);
});

test("another site's page, a form's type and an unknown length bring nothing in", async () => {
  const refused = async (headers: Record<string, string | undefined>) =>
    (await handIn(alytus, places.draft, "a.txt", "a", headers)).status;
  expect(await refused({ origin: "https://elsewhere.example" })).toBe(403);
  expect(await refused({ origin: undefined })).toBe(403);
  // Left to the gallery's form, which finds none in it.
  expect(await refused({ "content-type": "text/plain" })).toBe(422);
  const before = stored();
  expect(await refused({ "content-length": undefined, "transfer-encoding": "chunked" })).toBe(411);
  expect([stored(), comingIn()]).toEqual([before, []]);
});

test("a file over 25 MB and one over the network's room say why; nothing of them stays", async () => {
  const before = stored();
  const large = await handIn(alytus, places.draft, "a.bin", Buffer.alloc(25_000_001));
  expect([large.status, (JSON.parse(large.text) as { words: string }).words]).toEqual([
    422,
    "A file may have at most 25 MB.",
  ]);
  await sendFile(alytus, places.draft, "first.bin", Buffer.alloc(20_000_000, 1));
  const second = await handIn(alytus, places.draft, "second.bin", Buffer.alloc(20_000_000, 2));
  expect([second.status, (JSON.parse(second.text) as { refused: string }).refused]).toEqual([
    422,
    "files:wrong.quota",
  ]);
  expect([stored().length, comingIn()]).toEqual([before.length + 1, []]);
});

test("an upload that is cut off leaves nothing, and the server goes on", async () => {
  const before = stored();
  const cutOff = new Promise<void>((gone) => {
    const { hostname, port } = new URL(house.origin);
    const sent = request({
      hostname,
      port,
      method: "POST",
      path: `${documentPath(places.draft)}/files?name=half.jpg`,
      headers: {
        cookie: alytus.cookie(),
        origin: house.origin,
        "content-type": "application/octet-stream",
        "content-length": "5000000",
      },
    });
    sent.on("error", () => gone()).on("close", () => gone());
    sent.write(Buffer.alloc(2_000_000, 7));
    setTimeout(() => sent.destroy(), 300);
  });
  await expect.poll(comingIn).not.toEqual([]);
  await cutOff;
  await expect.poll(comingIn).toEqual([]);
  expect(stored()).toEqual(before);
  expect(valueOf<number>(rows, "SELECT count(*) FROM AttachedFile WHERE name LIKE 'half%'")).toBe(0);
  expect((await alytus.page("/healthz")).status).toBe(200);
});

test("without a script a form of the gallery adds several, replaces one, and says what is wrong", async () => {
  const path = `${documentPath(places.draft)}/files`;
  const picture = await drawing(320, 200);
  const post = (fields: Record<string, string>, files: Array<[string, Buffer]>) =>
    alytus.ask(path, { method: "POST", ...multipart(fields, files, house.origin) });
  const added = await post({ intent: "add" }, [
    ["square.png", picture],
    ["list.csv", Buffer.from("a;b\n")],
  ]);
  expect([added.status, added.location]).toEqual([302, `${path}?done=added-2`]);
  const { text } = await alytus.page(added.location ?? "");
  expect(text).toContain("2 files were added.");
  expect(text).toContain("1 picture has no description");
  const [, id = ""] = /\/files\/(\w{20})\/320x200/.exec(text) ?? [];
  const broken = await post({ intent: "add" }, [["square.png", picture.subarray(0, 60)]]);
  expect(broken.status).toBe(422);
  expect(broken.text).toContain("This picture is damaged, or is not what its name says.");
  // Of several each that is refused is named, and the others come in.
  const several = await post({ intent: "add" }, [
    ["cut.png", picture.subarray(0, 60)],
    ["empty.csv", Buffer.alloc(0)],
    ["sums.csv", Buffer.from("c;d\n")],
  ]);
  expect(several.status).toBe(422);
  expect(several.text).toMatch(/cut\.png: .*This picture is damaged[^]*empty\.csv: .*This file is empty/);
  expect(several.text).toContain("sums.csv");
  const replaced = await post({ intent: "replace", id }, [["new.png", await drawing(100, 50)]]);
  expect(replaced.location).toBe(`${path}?done=replaced`);
  const after = (await alytus.page(path)).text;
  expect(after).toContain("/100x50");
  expect(after).toContain("“new.png” was put in its place");
});

test("what is missing on the disk is said where it stood, and to the administrator", async () => {
  const { id } = await sendFile(alytus, places.draft, "gone.png", await drawing(64, 40, "#010203"));
  const hash = valueOf(rows, "SELECT hash FROM FileContent WHERE fileId = ?", id);
  rmSync(join(house.folder, "files", hash.slice(0, 2), hash));
  const inPlace = await alytus.page(`/files/${id}/64x40`);
  expect([inPlace.status, inPlace.headers["content-type"]]).toEqual([410, "image/svg+xml; charset=utf-8"]);
  expect(inPlace.text).toMatch(/damaged or[^]*missing/);
  expect(inPlace.headers["cache-control"]).toBe("private, no-store");
  expect((await alytus.page(`${documentPath(places.draft)}/files`)).text).toContain(
    "no longer has it as it was",
  );
  const administrator = await signedInAs(house.origin, "administrator");
  const { text } = await administrator.page("/administration");
  expect(text).toContain(hash);
  expect(text).toContain("1 file is damaged or missing");
  expect(text).not.toContain("gone.png");
  expect(house.printed()).toContain("the content of a file is missing");
});

/** A form with files as a browser sends it. */
function multipart(fields: Record<string, string>, files: Array<[string, Buffer]>, origin: string) {
  const boundary = "----between-the-parts";
  const part = (head: string, content: Buffer | string) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from("\r\n"),
  ];
  const body = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, value)),
    ...files.flatMap(([name, content]) =>
      part(`name="file"; filename="${name}"\r\nContent-Type: image/png`, content),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return {
    body,
    headers: { origin, accept: "text/html", "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
