// `npm test`: everything that tells whether the house stands, on a fresh clone too; stops at the first step that fails.
import { demandNode } from "./node-version.mjs";

demandNode();
const { main } = await import("./steps.mjs");
const { installPackages } = await import("./install.mjs");

await main(async () => {
  process.env.CI = "true";
  await installPackages();
  const { generateIfChanged } = await import("./generate.mjs");
  const { build } = await import("./build.mjs");
  const { ensureChromium } = await import("./find-chromium.mjs");
  const { checkTypes, closingLine, lint, runTests, together } = await import("./verify.mjs");

  await generateIfChanged();
  const browser = await ensureChromium();
  // The types are known long before the lint: what is left of its time is enough to build in.
  const checkTypesAndBuild = async (/** @type {AbortSignal} */ signal) => {
    await checkTypes(signal);
    await build({ isAlwaysShown: true });
  };
  await together([checkTypesAndBuild, (signal) => lint({ signal })]);

  // One after the other: tests that measure a time would measure their neighbours.
  const counts = [];
  for (const project of ["house", "journeys"]) {
    const count = await runTests(project, { env: { CHROMIUM: browser } });
    counts.push(count);
    if (count.failed > 0) break;
  }
  if (counts.some(({ failed }) => failed > 0)) process.exitCode = 1;
  console.log(closingLine(counts));
});
