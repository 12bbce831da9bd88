// That starting says in one line what stands in its way, and that a signal to `npm start` reaches the server.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compilerAdvice } from "../../scripts/compiler.mjs";
import { refusalOfNode } from "../../scripts/node-version.mjs";

function scratchFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "torg-start-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test("a Node too old is told in one line which one is needed", () => {
  expect(refusalOfNode("16.20.2", ">=20.19")).toBe(
    "Torg needs Node 20.19 or newer; this is Node 16.20.2. Install a newer one, then try again.",
  );
  expect(refusalOfNode("20.18.3", ">=20.19")).toContain("20.18.3");
  for (const version of ["20.19.0", "20.20.2", "22.1.0", "24.0.0"])
    expect(refusalOfNode(version, ">=20.19")).toBeUndefined();
  expect(refusalOfNode(), "this Node, by package.json").toBeUndefined();
});

test.each(["start.mjs", "test.mjs", "check.mjs"])(
  "%s refuses a Node too old before it does anything else",
  (script) => {
    const folder = scratchFolder();
    cpSync("package.json", join(folder, "package.json"));
    mkdirSync(join(folder, "scripts"));
    // Only these two are there: had anything else been touched first, it would show.
    for (const file of [script, "node-version.mjs"])
      cpSync(join("scripts", file), join(folder, "scripts", file));
    const old =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } })";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(old)}`, join(folder, "scripts", script)],
      { encoding: "utf8" },
    );
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringContaining("Torg needs Node 20.19 or newer; this is Node 16.20.2"),
    ]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  },
);

test.each(["start.mjs", "test.mjs", "check.mjs", "node-version.mjs"])(
  "%s needs no installed package to be read",
  (script) => {
    const statics = [
      ...readFileSync(join("scripts", script), "utf8").matchAll(/^import .* from "(.*)";$/gm),
    ].map(([, from]) => from);
    expect(statics.filter((from) => !from?.startsWith("node:") && from !== "./node-version.mjs")).toEqual([]);
  },
);

const has = (...names: string[]) => ({ hasCommand: (name: string) => names.includes(name) });

test("where there is no compiler, one line says what to type, by the machine's own package manager", () => {
  expect(compilerAdvice({ platform: "linux", ...has("apt-get") })).toBe(
    "The database driver must be compiled here, and python3, make, c++ are missing. Type (as root): apt-get install python3 make g++",
  );
  expect(compilerAdvice({ platform: "linux", ...has("dnf", "python3", "make") })).toBe(
    "The database driver must be compiled here, and c++ is missing. Type (as root): dnf install python3 make gcc-c++",
  );
  expect(compilerAdvice({ platform: "linux", ...has() })).toContain(
    "Install Python 3, make and a C++ compiler.",
  );
  expect(compilerAdvice({ platform: "darwin", ...has() })).toContain("xcode-select --install");
  expect(compilerAdvice({ platform: "win32", ...has() })).toContain("Visual Studio Build Tools");
});

test("a compiler under any of its names is one", () => {
  expect(compilerAdvice({ platform: "linux", ...has("python", "gmake", "clang++") })).toBeUndefined();
  expect(compilerAdvice({ platform: "linux", ...has("python3", "make", "g++") })).toBeUndefined();
});

/** Every package that another may want on some system has to be in the lock, or `npm ci` refuses and other systems cannot install. */
test("package-lock.json names the packages of every system", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const paths = Object.keys(lock.packages);
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !paths.some((other) => other.endsWith(`node_modules/${name}`)))
      .map(([name, version]) => `${name}@${version}, wanted by ${path}`),
  );
  expect(missing).toEqual([]);
});

test.runIf(process.platform !== "win32").each(["SIGTERM", "SIGINT"] as const)(
  "a %s to npm reaches the server, whose exit code is npm's",
  async (signal) => {
    const folder = scratchFolder();
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ name: "stand-in", scripts: { start: scripts.start } }),
    );
    mkdirSync(join(folder, "scripts"));
    writeFileSync(
      join(folder, "scripts/start.mjs"),
      `process.on("${signal}", () => { console.log("closing"); process.exit(0); }); setInterval(() => {}, 1000); console.log("open");`,
    );
    // In a group of its own, so that whatever the signal does not reach can still be ended.
    const npm = spawn("npm", ["start", "--silent"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    onTestFinished(() => {
      try {
        if (npm.pid) process.kill(-npm.pid, "SIGKILL");
      } catch {
        // Nobody is left: as it should be.
      }
    });
    let said = "";
    await new Promise<void>((resolve) => {
      npm.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes("open")) resolve();
      });
    });
    npm.kill(signal);
    expect(await once(npm, "exit")).toEqual([0, null]);
    if (!npm.stdout.closed) await once(npm.stdout, "close");
    expect(said).toContain("closing");
  },
);
