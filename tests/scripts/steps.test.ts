// That a step is quiet while it is quick, shows itself when it is slow, and hides nothing when it fails.
import { expect, onTestFinished, test, vi } from "vitest";
import { StepFailure, run, step } from "../../scripts/steps.mjs";
import { closingLine, countTests, together } from "../../scripts/verify.mjs";

/** What is printed from here on. */
function overhear(): string[] {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  onTestFinished(() => log.mockRestore());
  return lines;
}

const node = (script: string) => run(process.execPath, ["-e", script], { name: "the program" });

test("a quick step says nothing", async () => {
  const lines = overhear();
  expect(await step("Thinking", () => 42)).toBe(42);
  expect(lines).toEqual([]);
});

test("a step over a second is shown while it runs and when it is done", async () => {
  const lines = overhear();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let finish = () => {};
  const done = step("Thinking", () => new Promise<void>((resolve) => (finish = resolve)));
  vi.advanceTimersByTime(1_000);
  expect(lines).toEqual(["  Thinking …"]);
  vi.advanceTimersByTime(1_500);
  finish();
  await done;
  expect(lines[1]).toBe("  Thinking: done in 2.5 s");
});

test("a step that is always shown says so once, and whether it failed or was stopped for another's sake", async () => {
  const lines = overhear();
  const shown = (failure: Error) =>
    step("lint", () => Promise.reject(failure), { isAlwaysShown: true }).catch(() => undefined);
  await shown(new StepFailure("wrong"));
  await shown(new StepFailure("ended", { wasStopped: true }));
  expect(lines).toEqual([
    "  lint …",
    expect.stringContaining("failed"),
    "  lint …",
    expect.stringContaining("stopped"),
  ]);
});

test("a program's output is kept for its failure, with its exit code", async () => {
  const failure: unknown = await node(
    "console.log('half'); console.error('the reason'); process.exit(3)",
  ).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StepFailure);
  expect(failure).toMatchObject({ message: "the program failed (exit code 3).", exitCode: 3 });
  expect((failure as StepFailure).output.split("\n").sort()).toEqual(["", "half", "the reason"]);
  expect(await node("console.log('fine')")).toBe("fine\n");
});

test("a program that is not there is a failure too", async () => {
  await expect(run("no-such-program-anywhere", [])).rejects.toThrow("could not be run");
});

test("of steps done together, the first failure ends the others and is the one that is told", async () => {
  const slow = "setInterval(() => {}, 1000)";
  await expect(
    together([
      (signal) => run(process.execPath, ["-e", slow], { signal }),
      (signal) => run(process.execPath, ["-e", "process.exit(7)"], { signal, name: "lint" }),
    ]),
  ).rejects.toMatchObject({ message: "lint failed (exit code 7).", exitCode: 7 });
});

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const results = (passed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

test("the closing line sums what passed and failed, and names what was skipped only where something was", () => {
  expect(closingLine([{ passed: 3, failed: 0, skipped: 0 }])).toBe("3 passed, 0 failed");
  expect(
    closingLine([
      { passed: 3, failed: 1, skipped: 2 },
      { passed: 4, failed: 0, skipped: 0 },
    ]),
  ).toBe("7 passed, 1 failed, 2 skipped");
});

test("a file that could not be run counts as a failure, and so does a run that failed without any test failing", () => {
  expect(countTests(results(1, file("passed", "passed")), false)).toMatchObject({ passed: 1, failed: 0 });
  expect(countTests(results(1, file("failed", "passed", "failed", "failed")), true)).toMatchObject({
    passed: 1,
    failed: 2,
  });
  expect(countTests(results(1, file("passed", "passed"), file("failed")), true)).toMatchObject({ failed: 1 });
  expect(countTests(results(1, file("passed", "passed")), true)).toMatchObject({ failed: 1 });
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
