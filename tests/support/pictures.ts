// Pictures made for tests: of one colour, as large as wanted.
import sharp from "sharp";

export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A photo of one colour. */
export async function madePicture(name: string, width = 1600, height = 1067): Promise<MadeFile> {
  const background = { r: 40 + ((name.length * 17) % 160), g: 110, b: 104 };
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

export function madeText(name: string, words = "City;Sum\nAlytus;12\n"): MadeFile {
  return { name, mimeType: "text/csv", buffer: Buffer.from(words) };
}

/** The same as a page can be handed them. */
export const asBase64 = ({ name, mimeType, buffer }: MadeFile) => ({
  name,
  type: mimeType,
  base64: buffer.toString("base64"),
});
