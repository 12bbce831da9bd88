// Runs as a process beside the server: tells what came in by its content, and encodes pictures anew, so that nothing but pixels stays.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import { pictureWidths } from "~/text/file-addresses";
import {
  longestSide,
  pixelLimit,
  type JudgedContent,
  type JudgingJob,
  type Judgement,
  type PictureRefusal,
} from "./judging";

/** By media type: what is decoded, and with which of the decoder's parts. Every other part stays shut. */
const decoders: Record<string, string> = {
  "image/jpeg": "VipsForeignLoadJpegFile",
  "image/png": "VipsForeignLoadPngFile",
  "image/apng": "VipsForeignLoadPngFile",
  "image/webp": "VipsForeignLoadWebpFile",
  "image/gif": "VipsForeignLoadNsgifFile",
  "image/avif": "VipsForeignLoadHeifFile",
  "image/tiff": "VipsForeignLoadTiffFile",
};

/** Pictures only by name: drawings and layered works, which people hand on to be worked on. */
const worksNotPictures = ["image/vnd.dwg", "image/vnd.adobe.photoshop", "image/x-xcf"];

/** Drawn rather than photographed: kept without loss where that is not too large. */
const drawn = ["image/png", "image/apng", "image/gif"];
const largestDrawn = 1_500_000;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: [...new Set(Object.values(decoders))] });

process.on("message", (job: JudgingJob) => {
  judged(job).then(
    (judgement) => process.send?.(judgement),
    // Whatever a decoder stumbled over: another file gets a fresh process.
    () => process.exit(1),
  );
});

async function judged({ path, targets }: JudgingJob): Promise<Judgement> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const type = found?.mime ?? ((await isText(path)) ? "text/plain" : "application/octet-stream");
  if (!type.startsWith("image/") || worksNotPictures.includes(type))
    return { is: "file", type, content: await kept(path, 0) };
  if (decoders[type] === undefined) return refused("otherPicture");
  return encodedAnew(path, type, targets);
}

async function encodedAnew(path: string, type: string, targets: string[]): Promise<Judgement> {
  const input = { limitInputPixels: pixelLimit, failOn: "error", pages: 1 } as const;
  const told = await sharp(path, { ...input, limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!told?.width || !told.height) return refused("unreadable");
  // Told by the head of the file: nothing is decoded for this.
  if (told.width * told.height > pixelLimit) return refused("tooManyPixels");
  const decoded = await sharp(path, { ...input, sequentialRead: true })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
  if (!decoded) return refused("unreadable");
  const { data, info } = decoded;
  const widths = [info.width, ...[...pictureWidths].reverse().filter((width) => width < info.width)];
  const encoding = await encodingFor(type, data, info);
  const contents: JudgedContent[] = [];
  for (const [place, width] of widths.entries()) {
    const target = targets[place] ?? "";
    const size = place === 0 ? encoding.largest : await encoding.encode(pixels(data, info).resize({ width }));
    await writeFile(target, size, { flag: "wx", mode: 0o600 });
    contents.push(await kept(target, width));
  }
  const { width, height } = info;
  return { is: "picture", type: encoding.type, ending: encoding.ending, width, height, contents };
}

/** JPEG for photographs; PNG for what was drawn or has see-through places, as long as a drawing does not get too large by it. */
async function encodingFor(type: string, data: Buffer, info: OutputInfo) {
  const isOpaque = info.channels === 1 || info.channels === 3 || (await pixels(data, info).stats()).isOpaque;
  const asPng = (picture: Sharp) => picture.png({ compressionLevel: 7 }).toBuffer();
  if (!isOpaque || drawn.includes(type)) {
    const largest = await asPng(pixels(data, info));
    if (!isOpaque || largest.length <= largestDrawn)
      return { type: "image/png", ending: "png", encode: asPng, largest };
  }
  const asJpeg = (picture: Sharp) =>
    picture
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, ...(drawn.includes(type) && { quality: 90, chromaSubsampling: "4:4:4" }) })
      .toBuffer();
  return { type: "image/jpeg", ending: "jpg", encode: asJpeg, largest: await asJpeg(pixels(data, info)) };
}

function pixels(data: Buffer, { width, height, channels }: OutputInfo): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function refused(why: PictureRefusal): Judgement {
  return { is: "refused", why };
}

async function kept(path: string, width: number): Promise<JudgedContent> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, width, hash: hash.digest("hex"), bytes };
}

/** Whether all of it is UTF-8 without anything that only machines write. */
async function isText(path: string): Promise<boolean> {
  const handle = await open(path, "r");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>)
      // eslint-disable-next-line no-control-regex -- those that no text holds
      if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(decoder.decode(chunk, { stream: true }))) return false;
    decoder.decode();
    return true;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
