/** Nobody waits because of a text that somebody else built to be slow. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, onTestFinished, test } from "vitest";
import { createBackground } from "~/platform/background.server";
import { renderMarkdown, type Rendered } from "~/text/render";
import { createRenderer, longestInPlace, type RenderJob } from "~/text/rendering.server";
import { hostileTexts } from "./hostile";

const hundredKilobytes = 100_000;

function startRenderer({
  workerFile = new URL("../../build/workers/render.js", import.meta.url),
  timeLimit = 10_000,
} = {}) {
  const background = createBackground<RenderJob, Rendered>({ workerFile, timeLimit });
  const failures: unknown[] = [];
  const beside: string[] = [];
  const watched = {
    run(job: RenderJob) {
      beside.push(job.text);
      return background.run(job);
    },
    close: () => background.close(),
  };
  const renderer = createRenderer(watched, (failure) => failures.push(failure));
  onTestFinished(() => renderer.close());
  return { renderer, background, beside, failures };
}

/** The longest time, in milliseconds, for which the event loop did nothing else while this went on. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

/** A busy machine stalls us now and then; what stalls three times running is our own doing. */
async function leastStall(work: () => Promise<unknown>, enough: number): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least >= enough; attempt++)
    least = Math.min(least, await longestStall(work));
  return least;
}

test("no hostile text of 100 KB holds up the server for 250 ms, and each is laid out", async () => {
  const { renderer, beside, failures } = startRenderer();
  for (const [name, build] of Object.entries(hostileTexts)) {
    const text = build(hundredKilobytes);
    let attempt = 0;
    const work = async () => {
      const rendered = await renderer.render(text, { idPrefix: `a${attempt++}-` });
      expect(rendered.tooSlow, name).toBeUndefined();
    };
    expect(await leastStall(work, 250), name).toBeLessThan(250);
  }
  expect(new Set(beside).size).toBe(Object.keys(hostileTexts).length);
  expect(failures).toEqual([]);
}, 120_000);

test("no hostile text that is short enough to be rendered in place takes anything like 250 ms", () => {
  for (const [name, build] of Object.entries(hostileTexts)) {
    const text = build(longestInPlace).slice(0, longestInPlace);
    let least = Infinity;
    for (let attempt = 0; attempt < 5 && least >= 50; attempt++) {
      const start = performance.now();
      renderMarkdown(text);
      least = Math.min(least, performance.now() - start);
    }
    expect(least, name).toBeLessThan(250);
  }
});

test("hostile texts do not make huge pages", () => {
  for (const [name, build] of Object.entries(hostileTexts)) {
    const text = build(hundredKilobytes);
    expect(renderMarkdown(text).html.length / text.length, name).toBeLessThan(25);
  }
}, 60_000);

test("a text that hangs the worker is ended, shown as it was typed, and reported", async () => {
  const { renderer, failures, background } = startRenderer({
    workerFile: new URL("./hanging-worker.mjs", import.meta.url),
    timeLimit: 200,
  });
  const text = `<b>${"x".repeat(longestInPlace)}`;
  const rendered = await renderer.render(text);
  expect(rendered).toMatchObject({ tooSlow: true, outline: [] });
  expect(rendered.html).toContain('<pre class="as-typed">&lt;b&gt;xxx');
  expect(failures).toEqual([expect.objectContaining({ kind: "time-limit" })]);
  expect(background.isAwake()).toBe(false);
});

test("ordinary texts are answered while a worker hangs over a long one", async () => {
  const { renderer } = startRenderer({
    workerFile: new URL("./hanging-worker.mjs", import.meta.url),
    timeLimit: 1_000,
  });
  const order: string[] = [];
  const long = renderer.render("x".repeat(longestInPlace + 1)).then(() => order.push("long"));
  const stall = longestStall(async () => {
    for (let turn = 0; turn < 20; turn++) {
      expect((await renderer.render(`# Turn ${turn}`)).html).toContain(`Turn ${turn}</h2>`);
      await new Promise(setImmediate);
    }
    order.push("ordinary");
  });
  await Promise.all([long, stall]);
  expect(order).toEqual(["ordinary", "long"]);
});

test("a text that took too long is not tried again at once", async () => {
  const { renderer, beside } = startRenderer({
    workerFile: new URL("./hanging-worker.mjs", import.meta.url),
    timeLimit: 100,
  });
  const text = "x".repeat(longestInPlace + 1);
  await renderer.render(text);
  expect(await renderer.render(text)).toMatchObject({ tooSlow: true });
  expect(beside).toHaveLength(1);
});
