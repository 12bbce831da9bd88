// Installs what is missing: exactly what package-lock.json says, development tools included, and only when that is needed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilerAdvice } from "./compiler.mjs";
import { StepFailure, root, run, step } from "./steps.mjs";
import { isCurrent, takeStamp, writeStamp } from "./stamps.mjs";

/** Gone when npm empties the folder, so an interrupted install is never taken for a whole one. */
const stampFile = join(root, "node_modules/.torg-stamp");

/** The driver is compiled for one kind of Node; another one needs another install. */
const sources = {
  root,
  paths: ["package-lock.json"],
  also: `${process.platform} ${process.arch} ${process.versions.modules}`,
};

/** Makes node_modules what package-lock.json says. Refuses with one line where the database driver cannot be had. */
export async function installPackages() {
  if (isCurrent(stampFile, sources)) return;
  const stamp = takeStamp(sources);
  if (!(agreesWithLock() && whyDriverFails() === undefined)) {
    await step("Installing packages", npmInstall);
    const reason = whyDriverFails();
    if (reason !== undefined) {
      throw new StepFailure(
        compilerAdvice() ?? `The database driver was installed but does not load: ${reason}`,
      );
    }
  }
  writeStamp(stampFile, stamp);
}

async function npmInstall() {
  const { npm_execpath: npm = "" } = process.env;
  const [command, before] = /npm-cli\.[cm]?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
  try {
    await run(command, [...before, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
      name: "npm ci",
    });
  } catch (error) {
    const isDriver = error instanceof StepFailure && /better-sqlite3|gyp ERR/.test(error.output);
    const advice = isDriver ? compilerAdvice() : undefined;
    throw advice ? new StepFailure(advice) : error;
  }
}

/** Whether somebody ran npm by hand and everything that the lock names is there in its version. */
function agreesWithLock() {
  try {
    const wanted = packagesIn("package-lock.json");
    const present = packagesIn("node_modules/.package-lock.json");
    return Object.entries(wanted).every(([path, { version, optional, link }]) => {
      if (path === "" || link) return true;
      const found = present[path];
      return found ? found.version === version && existsSync(join(root, path)) : optional === true;
    });
  } catch {
    return false;
  }
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
}

/** Why the driver cannot open a database with this Node, in one line; nothing when it can. */
function whyDriverFails() {
  const script = "const D = require('better-sqlite3'); new D(':memory:').close()";
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
  if (status === 0) return undefined;
  return /^\w*Error: .*$/m.exec(stderr)?.[0] ?? "no reason given";
}
