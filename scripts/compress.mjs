// Compresses files once, at build time, so that the server never compresses the same bytes for two people.
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Pictures and fonts (woff2) are compressed in themselves. */
const compressible = /\.(?:css|html|js|json|map|mjs|svg|txt|webmanifest|xml)$/;

/**
 * Puts a `.br` and a `.gz` beside each file that gets smaller by it, in the folder and below; takes away one that does not fit.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
  await Promise.all(files.map((entry) => compressFile(join(entry.parentPath ?? entry.path, entry.name))));
}

/** @param {string} file */
async function compressFile(file) {
  const bytes = await readFile(file);
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  await Promise.all([keepIfSmaller(`${file}.br`, brotli, bytes), keepIfSmaller(`${file}.gz`, zipped, bytes)]);
}

/** @param {string} path @param {Buffer} compressed @param {Buffer} original */
async function keepIfSmaller(path, compressed, original) {
  if (compressed.length < original.length) await writeFile(path, compressed);
  else await rm(path, { force: true });
}
