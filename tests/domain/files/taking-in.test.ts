// A file is taken in whole or not at all, told by its content, and kept once under the hash of that.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { archiveDocument } from "~/domain/documents/managing.server";
import { fileLimit } from "~/domain/files/file";
import { closeJudging } from "~/domain/files/judging.server";
import { database } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { attach } from "../../support/attached";
import { foundNetwork } from "../../support/found-network";
import { drawing, photograph, photographWithNotes } from "../../support/made-pictures";
import { outcome, wrongWith } from "../../support/outcome";

afterAll(closeJudging);

const folder = (name: string) => join(settings().dataFolder, name);

/** The files of a folder of the data folder, however deep. */
function filesIn(name: string): string[] {
  if (!existsSync(folder(name))) return [];
  return readdirSync(folder(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function contentsOf(fileId: string): Promise<Array<{ width: number; bytes: Buffer }>> {
  const rows = await database().read.fileContent.findMany({ where: { fileId }, orderBy: { width: "desc" } });
  return rows.map(({ width, hash }) => {
    const bytes = readFileSync(join(folder("files"), hash.slice(0, 2), hash));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
    return { width, bytes };
  });
}

test("a photograph is kept upright, without place, device and scripts, in the sizes needed", async () => {
  const { officer, draft } = await foundNetwork();
  const given = await photographWithNotes(3_000, 2_000);
  expect((await sharp(given).metadata()).exif?.toString("latin1")).toContain("<script>");
  const file = await attach(officer, draft.id, "IMG 1.JPG", given);
  const { id, bytes, ...told } = file;
  expect(told).toEqual({ name: "IMG 1.JPG", type: "image/jpeg", picture: { width: 1_707, height: 2_560 } });
  const contents = await contentsOf(id);
  expect(contents.map(({ width }) => width)).toEqual([1_707, 1_600, 960, 480]);
  expect(contents.reduce((sum, content) => sum + content.bytes.length, 0)).toBe(bytes);
  for (const { width, bytes: content } of contents) {
    const { format, space, orientation, exif, xmp, iptc, ...size } = await sharp(content).metadata();
    expect({ format, space, orientation, exif, xmp, iptc }).toEqual({ format: "jpeg", space: "srgb" });
    expect([size.width, Math.abs((size.height ?? 0) - width * 1.5) <= 1]).toEqual([width, true]);
    for (const word of ["script", "A camera", "Somebody", "GPS", "Exif"])
      expect(content.includes(word), word).toBe(false);
  }
  // Lying on its side it ran from black to red along the top; upright that is its right edge.
  const upright = await sharp(contents[0]?.bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => upright.data[(y * upright.info.width + x) * 3] ?? 0;
  expect([at(850, 30) < 40, at(850, 2_530) > 200]).toEqual([true, true]);
  // What came in is nowhere any more.
  expect(filesIn("incoming")).toEqual([]);
  expect(filesIn("files").some((path) => readFileSync(path).equals(given))).toBe(false);
  expect(filesIn("files").map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(
    filesIn("files").map(() => "600"),
  );
});

test("a drawing stays a PNG with what can be seen through it; a small picture is kept in its own size alone", async () => {
  const { officer, draft } = await foundNetwork();
  const file = await attach(officer, draft.id, "logo", await drawing(300, 200, "#a8412a80"));
  expect(file).toMatchObject({ name: "logo.png", type: "image/png", picture: { width: 300, height: 200 } });
  const [only, ...more] = await contentsOf(file.id);
  expect(more).toEqual([]);
  expect(await sharp(only?.bytes).metadata()).toMatchObject({ format: "png", hasAlpha: true });
});

test.each(["webp", "avif", "gif", "tiff"] as const)(
  "a %s is encoded anew, under an ending that says what it is",
  async (format) => {
    const { officer, draft } = await foundNetwork();
    const given = await sharp(await photograph(600, 400))
      .toFormat(format)
      .toBuffer();
    const file = await attach(officer, draft.id, `square.${format}`, given);
    expect(file.picture).toEqual({ width: 600, height: 400 });
    expect(file.name).toBe(file.type === "image/png" ? "square.png" : "square.jpg");
  },
);

test("other files are kept as they are, told by their content", async () => {
  const { officer, draft } = await foundNetwork();
  const told = async (name: string, content: string | Buffer) => {
    const { id, type, picture } = await attach(officer, draft.id, name, content);
    expect(picture).toBeUndefined();
    expect((await contentsOf(id)).map(({ bytes }) => bytes)).toEqual([Buffer.from(content)]);
    return type;
  };
  expect(await told("plan.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n")).toBe("application/pdf");
  expect(await told("list.csv", "miestas;metai\nAlytus;2021\n")).toBe("text/plain");
  expect(await told("noise.bin", Buffer.from([0, 1, 2, 250, 251, 252]))).toBe("application/octet-stream");
});

test("two of one name are kept apart, and the same file twice at once is one content and two rows", async () => {
  const { officer, colleague, draft } = await foundNetwork();
  const picture = await photograph(700, 500);
  const before = filesIn("files").length;
  const both = await Promise.all([
    attach(officer, draft.id, "Square.jpg", picture),
    attach(colleague, draft.id, "square.JPG", picture),
  ]);
  expect(both.map(({ name }) => name.toLowerCase()).sort()).toEqual(["square (2).jpg", "square.jpg"]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  expect(filesIn("files").length - before).toBe(2);
  expect((await attach(officer, draft.id, "SQUARE.jpg", "text")).name).toBe("SQUARE (3).jpg");
});

test("what is empty, too large, cut off or longer than announced is refused, and leaves nothing", async () => {
  const { officer, draft } = await foundNetwork();
  const before = filesIn("files");
  const add = (content: string, but: Parameters<typeof attach>[4] = {}) =>
    wrongWith(attach(officer, draft.id, "a.txt", content, but));
  expect(await add("")).toEqual(["file: files:wrong.empty"]);
  expect(await add("a", { bytes: fileLimit + 1 })).toEqual(["file: files:wrong.tooLarge"]);
  expect(await add("half of it", { bytes: 20 })).toEqual(["file: files:wrong.cutOff"]);
  expect(await add("twice of it", { bytes: 5 })).toEqual(["file: files:wrong.cutOff"]);
  const broken = Readable.from(breaksOff());
  await expect(attach(officer, draft.id, "a.txt", "x", { content: broken })).rejects.toThrow("gone");
  expect([filesIn("files"), filesIn("incoming")]).toEqual([before, []]);
  expect(await database().read.attachedFile.count({ where: { documentId: draft.id } })).toBe(0);
});

async function* breaksOff() {
  yield Buffer.from("x");
  await Promise.resolve();
  throw new Error("gone");
}

test("what the network has no room for is refused before it comes in, in its middle and at its end", async () => {
  const { officer, draft, networkId } = await foundNetwork();
  const room = settings().filesQuota;
  const before = filesIn("files");
  try {
    settings().filesQuota = 1_000;
    const add = (length: number) => attach(officer, draft.id, "a.txt", "x".repeat(length));
    expect(await wrongWith(add(1_001))).toEqual(["file: files:wrong.quota"]);
    // Two come in at once, each of which would fit alone: what is on its way counts.
    const both = await Promise.all([wrongWith(add(600)), wrongWith(add(600))]);
    expect(both.filter(Boolean)).toEqual([["file: files:wrong.quota"]]);
    expect(await wrongWith(add(401))).toEqual(["file: files:wrong.quota"]);
    // Others' were allowed more meanwhile, or it grew in its sizes: asked again when its row is written.
    const picture = await photograph(600, 400);
    settings().filesQuota = 600 + picture.length;
    const grown = attach(officer, draft.id, "a.png", await sharp(picture).png().toBuffer());
    expect(await wrongWith(grown)).toEqual(["file: files:wrong.quota"]);
    const lowered = attach(officer, draft.id, "b.txt", "y".repeat(100), {
      memberNow: () => {
        settings().filesQuota = 650;
        return Promise.resolve(officer);
      },
    });
    expect(await wrongWith(lowered)).toEqual(["file: files:wrong.quota"]);
    expect(await add(50).then(({ bytes }) => bytes)).toBe(50);
  } finally {
    settings().filesQuota = room;
  }
  const rows = await database().read.attachedFile.findMany({ where: { networkId } });
  expect(rows.map(({ bytes }) => bytes).sort()).toEqual([50, 600]);
  expect([filesIn("files").length - before.length, filesIn("incoming")]).toEqual([2, []]);
});

test("only whoever writes the document attaches to it, judged before and after it comes in", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, otherOfficer, leadExpert, adHocExpert, localGroupMember, observer } = network;
  const { draft, published } = network;
  const add = (member: Member, documentId: string, but = {}) =>
    outcome(attach(member, documentId, "a.txt", "a", but));
  for (const member of [leadPartner, otherOfficer, leadExpert, adHocExpert, localGroupMember, observer])
    for (const { id } of [draft, published]) expect(await add(member, id)).toBe("not-found");
  expect(await add(officer, draft.id)).toBe("done");
  const other = await foundNetwork();
  expect(await add(other.officer, draft.id)).toBe("not-found");
  const lost = { memberNow: () => Promise.resolve(leadPartner) };
  expect(await add(officer, draft.id, lost)).toBe("not-found");
  const closed = { ...officer, network: { ...officer.network, state: "closed" as const } };
  expect(await add(closed, draft.id)).toBe("forbidden");
  await database().write((transaction) =>
    transaction.document.update({ where: { id: published.id }, data: { visibility: "network" } }),
  );
  expect(await add(leadPartner, published.id)).toBe("forbidden");
  await archiveDocument(officer, draft.id, true);
  expect(await add(officer, draft.id)).toBe("forbidden");
  await database().write((transaction) =>
    transaction.document.update({ where: { id: published.id }, data: { sealedAt: new Date() } }),
  );
  expect(await add(officer, published.id)).toBe("forbidden");
  expect(filesIn("incoming")).toEqual([]);
});
