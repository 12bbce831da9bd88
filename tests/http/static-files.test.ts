// Built files are served while somebody builds anew beside the server: what is gone breaks off its own answer and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { staticFiles } from "~/http/static-files.server";

test("a file that was taken away while the server runs ends its own request alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "assets"));
  for (const name of ["gone", "stays"]) writeFileSync(join(folder, `assets/${name}.js`), `// ${name}`);
  const server = createServer(express().use(staticFiles(folder)));
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const asked = (name: string) => fetch(`http://127.0.0.1:${port}/assets/${name}.js`);
  expect(await (await asked("gone")).text()).toBe("// gone");
  rmSync(join(folder, "assets/gone.js"));
  await expect(asked("gone").then((answer) => answer.text())).rejects.toThrow();
  expect(await (await asked("stays")).text()).toBe("// stays");
});
