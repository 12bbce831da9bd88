// Pictures and other files that tests send, made here: none of them was ever taken from anywhere.
import sharp from "sharp";

/** Colours that run from corner to corner: like a photograph, it has something to encode everywhere. */
export async function photograph(width: number, height: number): Promise<Buffer> {
  return withGradient(width, height).jpeg({ quality: 90 }).toBuffer();
}

/** The same as a camera leaves it: lying on its side, with a place, a device and a script in its notes. */
export async function photographWithNotes(width: number, height: number): Promise<Buffer> {
  return withGradient(width, height)
    .withExif({
      IFD0: {
        Orientation: "6",
        Make: "A camera",
        ImageDescription: "<script>alert(1)</script>",
        Artist: "Somebody",
      },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "54/1 23/1 45/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "24/1 2/1 45/1",
      },
    })
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export function drawing(width: number, height: number, colour = "#a8412a"): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: colour } })
    .png()
    .toBuffer();
}

export function withGradient(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      pixels[at++] = (x * 255) / width;
      pixels[at++] = (y * 255) / height;
      pixels[at++] = (x * 7 + y * 13) & 127;
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
