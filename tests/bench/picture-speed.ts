// How soon a photograph of 12 megapixels is ready in all its sizes, and what somebody who reads a page meanwhile notices of it.
import sharp from "sharp";
import { figure, median, percentile, type Figure } from "./figures";
import type { Practice } from "./practice";
import { read, type Visitor } from "./visitor";

const [width, height] = [4_000, 3_000];
const times = 10;
/** ms between two pages of the reader beside it. */
const pause = 20;

/** Hands photographs in one after the other while somebody else reads; then measures the same reader alone. */
export async function pictureSpeed(writer: Visitor, reader: Visitor, { path }: Practice): Promise<Figure[]> {
  const photographs = [];
  for (let number = 0; number <= times; number += 1) photographs.push(await photograph(number));
  const [first, ...others] = photographs as [Buffer, ...Buffer[]];
  // The page in memory, and the code that renders it compiled.
  await readWhile(reader, path, new Promise((done) => setTimeout(done, 3_000)));
  const cold = await handIn(writer, path, first);
  const took: number[] = [];
  const sending = (async () => {
    for (const one of others) took.push(await handIn(writer, path, one));
  })();
  const beside = await readWhile(reader, path, sending);
  const alone = await readWhile(reader, path, new Promise((done) => setTimeout(done, 5_000)));
  const p95 = percentile(beside, 0.95);
  return [
    figure({
      name: "a photograph of 12 megapixels, from its first byte sent until it can be seen",
      value: median(took),
      unit: "ms",
      atMost: 1_500,
      note: `slowest ${Math.max(...took).toFixed(0)} ms, with its process still to be started ${cold.toFixed(0)} ms`,
      details: { took, cold, bytes: others.map(({ length }) => length) },
    }),
    figure({
      name: "a page beside it, p95",
      value: p95,
      unit: "ms",
      note: `p50 ${median(beside).toFixed(0)} ms, ${beside.length} pages; without it p95 ${percentile(alone, 0.95).toFixed(0)} ms`,
      details: { beside, alone },
    }),
  ];
}

/** ms of every page that was read until then. */
async function readWhile(reader: Visitor, path: string, end: Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  let isOver = false;
  const over = end.finally(() => (isOver = true));
  while (!isOver) {
    const began = performance.now();
    await read(reader, path);
    took.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, pause));
  }
  await over;
  return took;
}

async function handIn({ origin, cookie }: Visitor, path: string, bytes: Buffer): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${origin}${path}/files?name=square.jpg&keep=1`, {
    method: "POST",
    body: new Uint8Array(bytes),
    headers: { origin, cookie, "content-type": "application/octet-stream" },
  });
  if (answer.status !== 201) throw new Error(`a photograph was answered with ${answer.status}`);
  const { file } = (await answer.json()) as {
    file: { id: string; picture: { width: number; height: number } };
  };
  const seen = await fetch(`${origin}/files/${file.id}/${file.picture.width}x${file.picture.height}?w=960`, {
    headers: { cookie },
  });
  await seen.arrayBuffer();
  if (seen.status !== 200) throw new Error(`a photograph could not be seen: ${seen.status}`);
  return performance.now() - began;
}

/** As a phone takes them: 3 to 5 MB, with something to see everywhere, each other than the ones before. */
async function photograph(number: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin((x + number * 37) / 90) * Math.cos(y / 70) * 60;
      const grain = ((x * 2_654_435_761 + y * 40_503 + number) >>> 7) & 15;
      pixels[at++] = 110 + wave + grain;
      pixels[at++] = (y * 200) / height + grain;
      pixels[at++] = (x * 200) / width + grain;
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 92 })
    .toBuffer();
}
