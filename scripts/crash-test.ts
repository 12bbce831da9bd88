// `npm run crash-test -- --rounds 50 [--seed N]`: a server is killed at random moments while people write; fails where anything is missing
// that it called saved, or stands twice.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleWorkers } from "./bundle-workers.mjs";
import { crashRounds } from "./crash-rounds";

const { values } = parseArgs({ options: { rounds: { type: "string" }, seed: { type: "string" } } });
const rounds = Number(values.rounds ?? 50);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isFinite(seed)) {
  console.error("Say --rounds with a whole number from 1, and --seed with a number.");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "torg-crash-"));
try {
  await bundleWorkers();
  console.log(`seed ${seed}`);
  let state = seed >>> 0;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const figures = await crashRounds({ folder, rounds, random, say: (line) => console.log(`  ${line}`) });
  const { acknowledged, missing, doubled, damaged } = figures;
  console.log(`acknowledged ${acknowledged}, missing ${missing}`);
  if (doubled > 0 || damaged > 0) console.log(`doubled ${doubled}, damaged ${damaged}`);
  if (acknowledged === 0) console.log("Nothing was acknowledged at all: nothing is proved.");
  if (missing + doubled + damaged > 0 || acknowledged === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
