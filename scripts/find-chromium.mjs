// Finds a Chromium or Chrome for the journeys, or installs one and says so.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findCommand, isProgram } from "./find-command.mjs";
import { StepFailure, run, runInstalled, step } from "./steps.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/**
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {NodeJS.Platform} platform
 * @property {(file: string) => boolean} runs whether this file is a browser that starts
 * @property {() => Promise<string | undefined>} ofPlaywright where Playwright keeps its own, whether it is there or not
 */

/** @type {Machine} */
const thisMachine = { env: process.env, platform: process.platform, runs, ofPlaywright };

/**
 * The path of a browser that starts: the one that CHROMIUM names, else one of the PATH, of the usual folders, of Playwright's cache.
 * Refuses a CHROMIUM that names none.
 * @param {Partial<Machine>} [given]
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(given = {}) {
  const machine = { ...thisMachine, ...given };
  const { CHROMIUM: chosen } = machine.env;
  if (chosen) {
    if (machine.runs(chosen)) return chosen;
    throw new StepFailure(`CHROMIUM names ${chosen}, which is no browser that starts.`);
  }
  for (const name of commands) {
    const file = findCommand(name, machine.env);
    if (file && machine.runs(file)) return file;
  }
  const usual = usualPlaces(machine).find(machine.runs);
  if (usual) return usual;
  const own = await machine.ofPlaywright();
  return own && machine.runs(own) ? own : undefined;
}

/**
 * The path of a browser, after installing one if need be: with apt-get as root on Debian and its kin, else Playwright's own.
 * Where neither works it throws a line that says what to type.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const canUseApt =
    process.platform === "linux" && process.getuid?.() === 0 && findCommand("apt-get") !== undefined;
  let output = "";
  for (const install of canUseApt ? [installWithApt, installWithPlaywright] : [installWithPlaywright]) {
    try {
      await install();
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      output += error.output;
    }
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new StepFailure(
    "No Chromium or Chrome was found, and none could be installed. Type (as root): apt-get update && apt-get install chromium" +
      " — or: npx playwright-core install chromium — or name one: CHROMIUM=/path/to/chrome npm test",
    { output },
  );
}

async function installWithApt() {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await step(
    "No Chromium found: installing Debian's with apt-get",
    async () => {
      // It answers 0 where no mirror was reached too: why there is nothing to install is in what it printed.
      const news = await run("apt-get", ["update"], { env });
      try {
        await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env });
      } catch (error) {
        if (error instanceof StepFailure) error.output = news + error.output;
        throw error;
      }
    },
    { isAlwaysShown: true },
  );
}

async function installWithPlaywright() {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  await step(
    "No Chromium found: installing one with Playwright",
    () =>
      runInstalled("playwright-core/cli.js", ["install", "chromium"], {
        name: "playwright install chromium",
        env,
      }),
    { isAlwaysShown: true },
  );
}

/** Asked for its version, since some systems have a program of that name which only tells one to install the browser. */
function runs(/** @type {string} */ file) {
  if (!isProgram(file)) return false;
  // On Windows the question would open a window.
  if (process.platform === "win32") return true;
  return spawnSync(file, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

async function ofPlaywright() {
  try {
    const { chromium } = await import("playwright-core");
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** @param {Machine} machine @returns {string[]} */
function usualPlaces({ env, platform }) {
  if (platform === "darwin") {
    const folders = ["/Applications", join(env.HOME ?? "/", "Applications")];
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return folders.flatMap((folder) => programs.map((program) => `${folder}\\${program}`));
  }
  return ["/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium"];
}
