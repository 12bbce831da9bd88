// `npm start` and `npm run dev`: from a fresh clone to a running server, doing only what is still to be done.
// This file and what it imports at the top run before anything is installed, and on a Node too old for the rest.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { demandNode } from "./node-version.mjs";

demandNode();
const { main, root, step } = await import("./steps.mjs");
const { installPackages } = await import("./install.mjs");
const isDevelopment = process.argv.includes("--dev");

// The server runs in this very process: nothing stands between it and the signals, and a second start waits for one Node only.
await main(async () => {
  await installPackages();
  const { buildIfChanged, buildWorkers } = await import("./build.mjs");
  const { generateIfChanged } = await import("./generate.mjs");
  process.env.TORG_ROOT ??= root;
  if (isDevelopment) {
    await generateIfChanged();
    await step("Bundling workers", buildWorkers);
    process.env.NODE_ENV = "development";
    const { register } = await import("tsx/esm/api");
    register({ tsconfig: join(root, "tsconfig.json") });
    await import(pathToFileURL(join(root, "server.ts")).href);
  } else {
    await buildIfChanged();
    await import(pathToFileURL(join(root, "build/server.js")).href);
  }
});
