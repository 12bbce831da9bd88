// `npm run check`: what is worth knowing after every few edits, in under a minute: types, lint, the tests that the edits touch.
import { demandNode } from "./node-version.mjs";

demandNode();
const { main, run } = await import("./steps.mjs");
const { installPackages } = await import("./install.mjs");

await main(async () => {
  await installPackages();
  const { generateIfChanged } = await import("./generate.mjs");
  const { checkTypes, closingLine, lint, runTests, together } = await import("./verify.mjs");
  await generateIfChanged();
  await together([checkTypes, (signal) => lint({ isRemembering: true, signal })]);
  const count = await runTests("house", { args: (await hasCommit()) ? ["--changed"] : [] });
  if (count.failed > 0) process.exitCode = 1;
  console.log(closingLine([count]));
});

/** Where there is none, or no git, there is nothing to have changed since: all tests are run. */
async function hasCommit() {
  try {
    await run("git", ["rev-parse", "--verify", "--quiet", "HEAD"]);
    return true;
  } catch {
    return false;
  }
}
