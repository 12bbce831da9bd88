import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Two projects: `house` is everything that needs no browser; `journeys` drives a real Chromium against a built server. */
export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "house",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/journeys/**", "tests/bench/**"],
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/support/journeys-setup.ts"],
          setupFiles: ["tests/support/setup.ts"],
          testTimeout: 90_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A worker keeps its browser and what it has read of our code for the next file; the houses are each file's own.
          isolate: false,
          // After the others, where both are asked for.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
