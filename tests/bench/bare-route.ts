// The bare Remix route with the same text: what the framework alone can do here and now, measured in the same run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runInstalled, step } from "../../scripts/steps.mjs";
import { renderMarkdown } from "~/text/render";
import type { Pinning } from "./machine";
import { practiceText } from "./practice";
import { serve, type Serving } from "./serving";

/** Builds the bare app into .cache and serves it with the first edition of the practice as its text. */
export async function serveBareRoute(pinning: Pinning): Promise<Serving> {
  const text = join(root, ".cache/bench-bare-text.html");
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(text, renderMarkdown(practiceText(1), { topHeading: 2 }).html);
  await step("Building the bare route", () =>
    runInstalled(
      "@remix-run/dev/dist/cli.js",
      ["vite:build", "--config", "tests/bench/bare/vite.config.ts"],
      {
        env: { NODE_ENV: "production" },
      },
    ),
  );
  return serve(pinning, { file: "tests/bench/bare/server.mjs", env: { BARE_TEXT: text }, firstPath: "/" });
}
