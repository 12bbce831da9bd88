/** Work beside the event loop: in order, within limits, and gone when there is none. */
import { expect, onTestFinished, test, vi } from "vitest";
import { type BackgroundOptions, createBackground } from "~/platform/background.server";

interface Answer {
  order: string;
  answered: number;
}

function startBackground(options: Partial<BackgroundOptions> = {}) {
  const workerFile = new URL("./obedient-worker.mjs", import.meta.url);
  const background = createBackground<unknown, Answer>({ workerFile, timeLimit: 10_000, ...options });
  onTestFinished(() => background.close());
  return background;
}

test("no thread exists before the first job, and one worker does them all in order", async () => {
  const background = startBackground();
  expect(background.isAwake()).toBe(false);
  expect(await Promise.all(["a", "b", "c"].map((order) => background.run(order)))).toEqual([
    { order: "a", answered: 1 },
    { order: "b", answered: 2 },
    { order: "c", answered: 3 },
  ]);
  expect(background.isAwake()).toBe(true);
});

test("a job over its time is ended, and the next ones get a new worker", async () => {
  const background = startBackground({ timeLimit: 200 });
  const hanging = background.run("hang");
  const next = background.run("a");
  await expect(hanging).rejects.toMatchObject({ kind: "time-limit" });
  expect(await next).toEqual({ order: "a", answered: 1 });
});

test.each(["throw", "exit", "hoard"])(
  "a worker that breaks down by %s fails its job and no other",
  async (order) => {
    const background = startBackground({ memoryLimit: 32 });
    const broken = background.run(order);
    const next = background.run("a");
    await expect(broken).rejects.toMatchObject({ kind: "worker-failed" });
    expect(await next).toEqual({ order: "a", answered: 1 });
  },
);

test("a job that cannot be handed over fails alone", async () => {
  const background = startBackground();
  const [impossible, next] = [background.run(() => {}), background.run("a")];
  await expect(impossible).rejects.toMatchObject({ kind: "worker-failed" });
  expect(await next).toEqual({ order: "a", answered: 1 });
});

test("a quiet worker ends and comes back for the next job", async () => {
  const background = startBackground({ quiet: 50 });
  await background.run("a");
  await vi.waitFor(() => expect(background.isAwake()).toBe(false));
  expect(await background.run("b")).toEqual({ order: "b", answered: 1 });
});

test("what waits is bounded", async () => {
  const background = startBackground({ longestQueue: 1 });
  const jobs = [background.run("a"), background.run("b")];
  await expect(background.run("c")).rejects.toMatchObject({ kind: "busy" });
  expect(await Promise.all(jobs)).toHaveLength(2);
});

test("closing ends the worker and fails what is under way and what comes later", async () => {
  const background = startBackground();
  const jobs = [background.run("hang"), background.run("a")];
  const failed = Promise.all(jobs.map((job) => expect(job).rejects.toMatchObject({ kind: "closed" })));
  await background.close();
  await failed;
  await expect(background.run("b")).rejects.toMatchObject({ kind: "closed" });
  expect(background.isAwake()).toBe(false);
});

test("a worker sees none of the server's environment", async () => {
  expect(await startBackground().run("environment")).toEqual([]);
});
