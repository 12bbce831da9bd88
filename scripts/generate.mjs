// Generates the database client from prisma/schema.prisma, offline.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isMain, main, root, runInstalled, step } from "./steps.mjs";
import { isCurrent, takeStamp, writeStamp } from "./stamps.mjs";

const client = join(root, "app/platform/generated");
const stampFile = join(client, ".stamp");
const sources = { root, paths: ["prisma/schema.prisma", "node_modules/prisma/package.json"] };

/** Generates the client anew, whether that is needed or not. */
export async function generateClient() {
  const stamp = takeStamp(sources);
  rmSync(stampFile, { force: true });
  await step("Generating the database client", () =>
    runInstalled("prisma/build/index.js", ["generate", "--schema", "prisma/schema.prisma", "--no-hints"], {
      name: "prisma generate",
      // Generating never runs this engine, but Prisma would download it where this names no file.
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    }),
  );
  writeStamp(stampFile, stamp);
}

/** Generates the client unless the one that is there fits the schema. */
export async function generateIfChanged() {
  if (!existsSync(join(client, "client.ts")) || !isCurrent(stampFile, sources)) await generateClient();
}

if (isMain(import.meta.url)) await main(generateClient);
