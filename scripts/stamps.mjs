// Tells whether work done earlier still fits its sources, so that a second start does none of it again.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * @typedef {object} Sources
 * @property {string} root
 * @property {string[]} paths files and folders under the root; what is not there counts as empty
 * @property {string[]} [without] folders to leave out
 * @property {string} [also] anything else that the work depends on
 *
 * @typedef {object} Stamp
 * @property {string} quick over paths, sizes and times
 * @property {string} content over paths and bytes
 */

/**
 * Whether the stamp was made from these sources. Reads no file's content while no path, size or time has changed; where only
 * times changed, it says yes and brings the stamp up to date.
 * @param {string} stampFile
 * @param {Sources} sources
 */
export function isCurrent(stampFile, sources) {
  const stamp = readStamp(stampFile);
  if (!stamp) return false;
  const files = list(sources);
  const quick = quickHash(files, sources);
  if (stamp.quick === quick) return true;
  if (stamp.content !== contentHash(files, sources)) return false;
  writeStamp(stampFile, { ...stamp, quick });
  return true;
}

/**
 * The stamp of the sources as they are now: taken before the work, written after it, so that an edit in between is noticed.
 * @param {Sources} sources
 * @returns {Stamp}
 */
export function takeStamp(sources) {
  const files = list(sources);
  return { quick: quickHash(files, sources), content: contentHash(files, sources) };
}

/**
 * Writes the stamp whole or not at all.
 * @param {string} stampFile
 * @param {Stamp} stamp
 */
export function writeStamp(stampFile, stamp) {
  mkdirSync(dirname(stampFile), { recursive: true });
  const draft = `${stampFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, stampFile);
}

/** @param {string} stampFile @returns {Stamp | undefined} */
function readStamp(stampFile) {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {Sources} sources @returns {string[]} paths of files under the root, sorted */
function list({ root, paths, without = [] }) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const walk = (path) => {
    if (without.includes(path)) return;
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isFile()) found.push(path);
    else
      for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
        const child = `${path}/${entry.name}`;
        if (entry.isFile()) found.push(child);
        else walk(child);
      }
  };
  paths.forEach(walk);
  return found.sort();
}

/** @param {string[]} files @param {Sources} sources */
function quickHash(files, { root, also = "" }) {
  const hash = createHash("sha256").update(also);
  for (const file of files) {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(`\n${file} ${stat?.size} ${stat?.mtimeMs}`);
  }
  return hash.digest("hex");
}

/** @param {string[]} files @param {Sources} sources */
function contentHash(files, { root, also = "" }) {
  const hash = createHash("sha256").update(also);
  for (const file of files) {
    const bytes = readFileSync(join(root, file));
    hash.update(`\n${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}
