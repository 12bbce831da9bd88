// Says in one line that Node is too old. It must itself run on an old Node, so it imports nothing newer than node:fs.
import { readFileSync } from "node:fs";

/**
 * Nothing when this version of Node will do, else one line that says which is needed.
 * @param {string} [version] such as "20.19.0"
 * @param {string} [wanted] package.json's `engines.node`, such as ">=20.19"
 * @returns {string | undefined}
 */
export function refusalOfNode(version = process.versions.node, wanted = wantedNode()) {
  const least = wanted.replace(/^>=\s*/, "");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `Torg needs Node ${least} or newer; this is Node ${version}. Install a newer one, then try again.`;
}

/** Ends the process with that one line where Node is too old. */
export function demandNode() {
  const refusal = refusalOfNode();
  if (!refusal) return;
  console.error(refusal);
  process.exit(1);
}

function wantedNode() {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).engines.node;
}
