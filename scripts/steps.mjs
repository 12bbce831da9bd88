// How a step of a script is run and shown: quiet while it is quick, a line when it takes over a second, all it said when it fails.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A step that failed: one line, and what its program printed. */
export class StepFailure extends Error {
  /** @param {string} message @param {{ output?: string, exitCode?: number, wasStopped?: boolean }} [details] */
  constructor(message, { output = "", exitCode = 1, wasStopped = false } = {}) {
    super(message);
    this.output = output;
    this.exitCode = exitCode;
    /** Not its own fault: it was ended because another step failed. */
    this.wasStopped = wasStopped;
  }
}

/**
 * Does the work and shows it: with `isAlwaysShown` in any case, otherwise once it has taken a second.
 * @template Value
 * @param {string} title
 * @param {() => Value | Promise<Value>} work
 * @param {{ isAlwaysShown?: boolean }} [options]
 * @returns {Promise<Value>}
 */
export async function step(title, work, { isAlwaysShown = false } = {}) {
  const start = Date.now();
  let isShown = false;
  const show = () => {
    isShown = true;
    console.log(`  ${title} …`);
  };
  const timer = isAlwaysShown ? undefined : setTimeout(show, 1_000);
  if (isAlwaysShown) show();
  const seconds = () => `${((Date.now() - start) / 1_000).toFixed(1)} s`;
  try {
    const value = await work();
    if (isShown || Date.now() - start > 1_000) console.log(`  ${title}: done in ${seconds()}`);
    return value;
  } catch (error) {
    const how = error instanceof StepFailure && error.wasStopped ? "stopped" : "failed";
    if (isShown) console.log(`  ${title}: ${how} after ${seconds()}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to this process's
 * @property {boolean} [isShown] lets the program print as it goes, instead of only when it fails
 * @property {AbortSignal} [signal] ends it
 * @property {string} [name] what to call it in the one line about its failure
 */

/**
 * Runs a program in the project's folder, without standard input, and answers what it printed. Throws a `StepFailure` when it ends
 * badly. While it runs, a SIGINT or SIGTERM to this process ends it too.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { env = {}, isShown = false, signal, name = command } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", isShown ? "inherit" : "pipe", isShown ? "inherit" : "pipe"],
      shell: process.platform === "win32" && !command.endsWith(".exe"),
      signal,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
    }
    /** @param {NodeJS.Signals} received */
    const pass = (received) => {
      child.kill(received);
      process.exit(received === "SIGINT" ? 130 : 143);
    };
    process.on("SIGINT", pass).on("SIGTERM", pass);
    const settle = () => process.off("SIGINT", pass).off("SIGTERM", pass);
    child.on("error", (error) => {
      settle();
      const wasStopped = error.name === "AbortError";
      reject(
        new StepFailure(`${name} ${wasStopped ? "was stopped" : "could not be run"}: ${error.message}`, {
          output,
          wasStopped,
        }),
      );
    });
    child.on("close", (code, killedBy) => {
      settle();
      if (code === 0) resolve(output);
      else
        reject(
          new StepFailure(`${name} failed (${killedBy ?? `exit code ${code}`}).`, {
            output,
            exitCode: code ?? 1,
          }),
        );
    });
  });
}

/**
 * Runs a script of an installed package with this Node, without the second that `npx` takes.
 * @param {string} script path under node_modules
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runInstalled(script, args, options) {
  return run(process.execPath, [join(root, "node_modules", script), ...args], { name: script, ...options });
}

/**
 * Runs a script's main work; a step's failure is printed with what its program said, and gives the exit code.
 * @param {() => Promise<unknown>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    if (error.output.trim()) console.error(`\n${error.output.trim()}\n`);
    console.error(error.message);
    process.exitCode = error.exitCode || 1;
  }
}

/**
 * Whether this file is what Node was asked to run.
 * @param {string} url the file's import.meta.url
 */
export function isMain(url) {
  return process.argv[1] === fileURLToPath(url);
}
