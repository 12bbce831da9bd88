/**
 * Makes the two families smaller: only the letters our thirteen languages need, only the weights 400 to 700.
 * Reads the `@fontsource-variable` packages, writes `app/ui/fonts/`, and is run by hand when a family changes
 * (`node scripts/fonts.mjs`); what it writes is committed. The licence keeps the name "Source" for the unchanged families,
 * so ours are called Torg Sans and Torg Serif.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
// @ts-expect-error the package has no types
import subsetFont from "subset-font";
import { renamed } from "./font-name.mjs";

const target = new URL("../app/ui/fonts/", import.meta.url);
const source = new URL("../node_modules/@fontsource-variable/", import.meta.url);

/** Ligatures, kerning, marks, local forms (Romanian comma below) and figures of one width: all that the interface uses. */
const features = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt", "tnum", "lnum"];

/** @param {number} first @param {number} last */
const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join("");

/** Basic Latin and Latin-1, then the dashes, quotes, spaces, bullets and signs of running text. */
const latin =
  between(0x20, 0x7e) + between(0xa0, 0xff) + "ŒœıˆˇˉˊˋˌʼʻˑŸ˚˜" + between(0x2000, 0x2027) + "‰′″‹›⁄€™−∕↑↓";
/** Latin Extended-A but for the letters of Esperanto, Welsh and phonetics; Romanian comma below, capital sharp s. */
const latinExtended = between(0x100, 0x17f).replace(/[ĈĉĔĕĜĝĤĥĨĩĬĭĴĵĸĿŀŉŎŏŜŝŬŭŴŵŶŷſ]/g, "") + "ȘșȚțẞ";
/** Greek as it comes, monotonic. */
const greek = between(0x370, 0x3ff);

const upright = { wght: { min: 400, max: 700, default: 400 } };
/** Slanted text is rare: one weight, which the browser emboldens where it must. */
const slanted = { wght: 400 };

/** @type {Record<string, { file: string, family: string, from: string, copyright: string }>} */
const families = {
  "source-sans-3": {
    file: "torg-sans",
    family: "Torg Sans",
    from: "Source Sans 3",
    copyright: "© 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’",
  },
  "source-serif-4": {
    file: "torg-serif",
    family: "Torg Serif",
    from: "Source Serif 4",
    copyright:
      "© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.",
  },
};

const faces = [
  { family: "source-sans-3", subset: "latin", style: "normal", letters: latin, axes: upright },
  { family: "source-sans-3", subset: "latin-ext", style: "normal", letters: latinExtended, axes: upright },
  { family: "source-sans-3", subset: "greek", style: "normal", letters: greek, axes: upright },
  { family: "source-serif-4", subset: "latin", style: "normal", letters: latin, axes: upright },
  { family: "source-serif-4", subset: "latin-ext", style: "normal", letters: latinExtended, axes: upright },
  { family: "source-serif-4", subset: "greek", style: "normal", letters: greek, axes: upright },
  { family: "source-serif-4", subset: "latin", style: "italic", letters: latin, axes: slanted },
  { family: "source-serif-4", subset: "latin-ext", style: "italic", letters: latinExtended, axes: slanted },
  { family: "source-serif-4", subset: "greek", style: "italic", letters: greek, axes: slanted },
];

await mkdir(target, { recursive: true });
for (const { family, subset, style, letters, axes } of faces) {
  const whole = await readFile(new URL(`${family}/files/${family}-${subset}-wght-${style}.woff2`, source));
  const cut = await subsetFont(whole, letters, {
    targetFormat: "sfnt",
    variationAxes: axes,
    keepFeatures: features,
    noHinting: true,
  });
  const { file, family: newName, copyright } = families[family] ?? missing(family);
  const own = renamed(cut, { copyright, family: newName, style: style === "italic" ? "Italic" : "Regular" });
  const packed = await subsetFont(own, undefined, { targetFormat: "woff2", keepAllGlyphs: true });
  const name = `${file}-${subset}${style === "italic" ? "-italic" : ""}.woff2`;
  await writeFile(new URL(name, target), packed);
  console.log(
    `${name.padEnd(34)} ${String(whole.length).padStart(6)} → ${String(packed.length).padStart(6)} bytes`,
  );
}

for (const [family, { file, from, copyright }] of Object.entries(families)) {
  const licence = await readFile(new URL(`${family}/LICENSE`, source), "utf8");
  const body = licence.slice(licence.indexOf("This Font Software is licensed"));
  const notice = `These files are a modified version of ${from}: fewer letters, fewer weights, another name.\n${copyright}\n\n`;
  await writeFile(new URL(`${file}-OFL.txt`, target), notice + body);
}

/**
 * @param {string} family
 * @returns {never}
 */
function missing(family) {
  throw new Error(`no new name for ${family}`);
}
