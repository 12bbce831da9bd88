// `npm run soak -- [--minutes N] [--seed N]`: the large form of the test that editors' windows converge, round after round, each on a document
// and a seed of its own. Fails at the first round that is not well, and names its seed: `--seed` plays that one first.
import { parseArgs } from "node:util";
import { main, runInstalled } from "./steps.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 10);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error("Say --minutes with a number above 0, and --seed with a whole number.");
  process.exit(2);
}
console.log(`seed ${seed}, ${minutes} minutes`);
await main(() =>
  runInstalled(
    "vitest/vitest.mjs",
    ["run", "--project", "house", "--silent=false", "tests/editor/sessions-converge.test.ts"],
    { name: "soak", isShown: true, env: { SOAK_MINUTES: `${minutes}`, SEED: `${seed}` } },
  ),
);
