// The steps that tell whether the house stands, shared by `npm test` and `npm run check`.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StepFailure, runInstalled, step } from "./steps.mjs";

const shown = { isAlwaysShown: true };

/** @param {AbortSignal} [signal] */
export function checkTypes(signal) {
  const args = ["--pretty", "false", "--incremental", "--tsBuildInfoFile", ".cache/types.tsbuildinfo"];
  return step("Types", () => runInstalled("typescript/bin/tsc", args, { name: "types", signal }), shown);
}

/**
 * A remembered result is quicker, but rules that look at types do not notice when another file's types changed.
 * @param {{ isRemembering?: boolean, signal?: AbortSignal }} [options]
 */
export function lint({ isRemembering = false, signal } = {}) {
  const memory = isRemembering ? ["--cache", "--cache-location", ".cache/eslint"] : [];
  const args = [".", "--max-warnings", "0", ...memory];
  return step("Lint", () => runInstalled("eslint/bin/eslint.js", args, { name: "lint", signal }), shown);
}

/**
 * Does all at once; the first that fails ends the others and is thrown.
 * @param {Array<(signal: AbortSignal) => Promise<unknown>>} works
 */
export async function together(works) {
  const controller = new globalThis.AbortController();
  const results = await Promise.allSettled(
    works.map(async (work) => {
      try {
        await work(controller.signal);
      } catch (error) {
        // Those ended for this one's sake fail too, later; the first one's reason is what counts.
        controller.abort(error);
        throw error;
      }
    }),
  );
  if (results.some(({ status }) => status === "rejected")) throw controller.signal.reason;
}

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Runs one of vitest's projects, showing what it prints, and answers the count; `failed` is at least 1 when anything was wrong.
 * @param {string} project
 * @param {{ args?: string[], env?: Record<string, string> }} [options]
 * @returns {Promise<Count>}
 */
export async function runTests(project, { args = [], env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "torg-tests-"));
  const file = join(folder, "results.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  let failure;
  try {
    await step(
      `Tests: ${project}`,
      () =>
        runInstalled("vitest/vitest.mjs", ["run", "--project", project, ...reporters, ...args], {
          name: project,
          isShown: true,
          env: { NODE_ENV: "test", ...env },
        }),
      shown,
    );
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    failure = error;
  }
  try {
    return countTests(readResults(file), failure !== undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Results what vitest's json reporter writes, as far as it is read here
 * @property {number} numPassedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {Array<{ status: string, assertionResults: Array<{ status: string }> }>} testResults
 */

/**
 * Counts tests, and as one failure each: a file that could not be run, and whatever else made the run fail without any test doing so.
 * @param {Results | undefined} results
 * @param {boolean} hasFailed
 * @returns {Count}
 */
export function countTests(results, hasFailed) {
  const files = results?.testResults ?? [];
  const failedIn = files.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter((result) => result.status === "failed").length;
    return tests > 0 ? tests : Number(status === "failed");
  });
  const failed = failedIn.reduce((sum, count) => sum + count, 0);
  return {
    passed: results?.numPassedTests ?? 0,
    failed: Math.max(failed, Number(hasFailed)),
    skipped: (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0),
  };
}

/** @param {Count[]} counts @returns {string} the plain closing line */
export function closingLine(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/** @param {string} file @returns {Results | undefined} */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
