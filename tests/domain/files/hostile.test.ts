// What is sent to do harm is refused, or lies there without doing any. All of it is made here.
import { deflateSync, crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { closeJudging } from "~/domain/files/judging.server";
import { fileHeaders } from "~/http/file-answer";
import { fileStore } from "~/platform/files.server";
import { attach, served } from "../../support/attached";
import { foundNetwork } from "../../support/found-network";
import { photograph } from "../../support/made-pictures";
import { wrongWith } from "../../support/outcome";
import { buffer } from "node:stream/consumers";

afterAll(closeJudging);

const script = "<script>alert(document.domain)</script>";

/** Attaches it as Alytus's officer does, and answers what its readers get. */
async function received(name: string, content: Buffer | string) {
  const { officer, draft } = await foundNetwork();
  const { id } = await attach(officer, draft.id, name, content);
  const file = await served(officer, id);
  return { file, headers: fileHeaders(file), content: await buffer(fileStore().open(file.hash)) };
}

async function refusal(name: string, content: Buffer | string) {
  const { officer, draft } = await foundNetwork();
  return wrongWith(attach(officer, draft.id, name, content));
}

test("a GIF that is a script as well is pixels alone afterwards", async () => {
  const gif = await sharp(await photograph(40, 30))
    .gif()
    .toBuffer();
  const both = Buffer.concat([gif, Buffer.from("/*"), Buffer.from(`*/=1;alert(1);//${script}`)]);
  const { content, headers } = await received("a.gif", both);
  expect(content.includes("alert")).toBe(false);
  expect(headers["Content-Type"]).toBe("image/png");
});

test("a JPEG that is a page as well is pixels alone afterwards", async () => {
  const both = Buffer.concat([await photograph(40, 30), Buffer.from(`<html>${script}`)]);
  const { content, headers } = await received("a.html", both);
  expect([content.includes("script"), headers["Content-Type"]]).toEqual([false, "image/jpeg"]);
});

test.each([
  ["a page", "a.html", `<!doctype html><html><body>${script}</body></html>`],
  ["a page by the name of a picture", "a.jpg", `<!doctype html><html><body>${script}</body></html>`],
  ["a drawing of lines with a script", "a.svg", `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
  [
    "the same with a head",
    "a.png",
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  ],
  ["a script", "a.js", "alert(1)"],
  ["a document that is an archive as well", "a.pdf", pdfAndZip()],
])("%s is only ever saved, in a box without a way out", async (_what, name, content) => {
  const { file, headers, content: got } = await received(name, content);
  expect(got.equals(Buffer.from(content))).toBe(true);
  expect(file.isPicture).toBe(false);
  expect(headers["Content-Disposition"]).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`);
  expect(headers["Content-Security-Policy"]).toBe("sandbox; default-src 'none'");
  expect(headers["X-Content-Type-Options"]).toBe("nosniff");
  expect(headers["Cross-Origin-Resource-Policy"]).toBe("same-origin");
  expect(headers["Content-Type"]).toMatch(
    /^(application\/octet-stream|application\/pdf|text\/plain; charset=utf-8)$/,
  );
});

test("a picture of 50,000 by 50,000 is refused by its head, before anything is decoded", async () => {
  const begun = performance.now();
  expect(await refusal("bomb.png", png(50_000, 50_000, Buffer.alloc(64)))).toEqual([
    "file: files:wrong.tooManyPixels",
  ]);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test("a head that lies about its pixels, and pixels that swell from little, are refused", async () => {
  // 200 MB of nothing in 200 kB, for a picture of 100 by 100.
  const swelling = png(100, 100, Buffer.alloc(200_000_000));
  expect(swelling.length).toBeLessThan(300_000);
  const kept = await refusal("swelling.png", swelling);
  expect([undefined, ["file: files:wrong.unreadable"]]).toContainEqual(kept);
  expect(await refusal("lying.png", png(7_000, 7_000, Buffer.alloc(100)))).toEqual([
    "file: files:wrong.unreadable",
  ]);
  expect(await refusal("text.png", pngWithSwellingText())).toBeUndefined();
}, 60_000);

test("a picture cut off, one of another kind, and noise that begins like one are refused", async () => {
  const whole = await photograph(900, 700);
  expect(await refusal("half.jpg", whole.subarray(0, whole.length / 2))).toEqual([
    "file: files:wrong.unreadable",
  ]);
  expect(await refusal("noise.jpg", Buffer.concat([whole.subarray(0, 20), Buffer.alloc(5_000, 7)]))).toEqual([
    "file: files:wrong.unreadable",
  ]);
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypheic\0\0\0\0heicmif1"),
    Buffer.alloc(100),
  ]);
  expect(await refusal("IMG_1.HEIC", heic)).toEqual(["file: files:wrong.otherPicture"]);
});

test("a name with parts of a path, unseen signs or a thousand characters reaches no page and no disk as it is", async () => {
  const { officer, draft } = await foundNetwork();
  const nameOf = async (name: string) => (await attach(officer, draft.id, name, "a")).name;
  expect(await nameOf("../../../etc/cron.d/torg")).toBe("torg");
  expect(await nameOf("a\r\nSet-Cookie: x=1.txt")).toBe("aSet-Cookie- x=1.txt");
  expect(await nameOf("photo\u202Egpj.exe")).toBe("photogpj.exe");
  const long = await nameOf(`${"ė".repeat(1_000)}.pdf`);
  expect([[...long].length, long.endsWith("….pdf")]).toEqual([120, true]);
  const headers = fileHeaders({ name: 'a"; filename="b.exe', type: "application/pdf", isPicture: false });
  expect(headers["Content-Disposition"]).toBe(
    "attachment; filename=\"a__ filename__b.exe\"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe",
  );
});

/** A picture whose head says this size, and whose pixels are whatever this unpacks to. */
function png(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return pngOf([
    ["IHDR", head],
    ["IDAT", deflateSync(pixels, { level: 9 })],
  ]);
}

/** A picture of one pixel with a note that unpacks to 200 MB. */
function pngWithSwellingText(): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const note = Buffer.concat([
    Buffer.from("Comment\0\0"),
    deflateSync(Buffer.alloc(200_000_000, "a"), { level: 9 }),
  ]);
  return pngOf([
    ["IHDR", head],
    ["zTXt", note],
    ["IDAT", deflateSync(Buffer.from([0, 200, 100, 50]))],
  ]);
}

function pngOf(parts: Array<[string, Buffer]>): Buffer {
  const chunks = [...parts, ["IEND", Buffer.alloc(0)] as [string, Buffer]].map(([name, content]) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

/** Begins as a document and ends as an empty archive. */
function pdfAndZip(): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  return Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"), end]);
}
