// A few rounds of what `npm run crash-test` plays for longer: a killed server has lost nothing that it called saved.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { crashRounds } from "../../scripts/crash-rounds";

test("a server killed while people write has all that it called saved, once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-crash-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const figures = await crashRounds({ folder, rounds: 4, random: Math.random });
  console.log(`acknowledged ${figures.acknowledged}, missing ${figures.missing}`);
  expect(figures).toMatchObject({ rounds: 4, missing: 0, doubled: 0, damaged: 0 });
  expect(figures.acknowledged).toBeGreaterThan(0);
}, 60_000);
