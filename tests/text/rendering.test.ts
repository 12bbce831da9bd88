/** The server's renderer: each text once, long ones beside the event loop, and always an answer. */
import { expect, test } from "vitest";
import { renderMarkdown } from "~/text/render";
import { createRenderer, longestInPlace, type RenderJob } from "~/text/rendering.server";

/** Does jobs when told to, and tells which it was given. */
function patientBackground() {
  const jobs: RenderJob[] = [];
  const gates: (() => void)[] = [];
  return {
    jobs,
    open: () => gates.splice(0).forEach((gate) => gate()),
    run: async (job: RenderJob) => {
      jobs.push(job);
      await new Promise<void>((gate) => gates.push(gate));
      return renderMarkdown(job.text, job.options);
    },
    close: async () => {},
  };
}

const long = `# Plan\n\n${"word ".repeat(longestInPlace)}`;

test("a short text is rendered in place and kept", async () => {
  const background = patientBackground();
  const renderer = createRenderer(background, () => {});
  const first = await renderer.render("# Plan");
  expect(first).toEqual(renderMarkdown("# Plan"));
  expect(await renderer.render("# Plan")).toBe(first);
  expect(background.jobs).toEqual([]);
});

test("a long text asked for by many at once is rendered once, beside the event loop", async () => {
  const background = patientBackground();
  const renderer = createRenderer(background, () => {});
  const asked = [renderer.render(long), renderer.render(long), renderer.render(long)];
  expect(background.jobs).toEqual([{ text: long, options: undefined }]);
  background.open();
  const [first, ...others] = await Promise.all(asked);
  expect(first).toEqual(renderMarkdown(long));
  for (const other of others) expect(other).toBe(first);
  expect(await renderer.render(long)).toBe(first);
  expect(background.jobs).toHaveLength(1);
});

test("other options are another rendering", async () => {
  const renderer = createRenderer(patientBackground(), () => {});
  expect((await renderer.render("# Plan")).outline).toMatchObject([{ id: "h-plan" }]);
  expect((await renderer.render("# Plan", { idPrefix: "c1-" })).outline).toMatchObject([{ id: "c1-h-plan" }]);
});

test("when the background breaks down the text is shown as it was typed, the reason reported, and tried again later", async () => {
  const broken = new Error("out of order");
  let calls = 0;
  const failures: unknown[] = [];
  const run = () => (calls++ === 0 ? Promise.reject(broken) : Promise.resolve(renderMarkdown(long)));
  const renderer = createRenderer({ run, close: async () => {} }, (failure) => failures.push(failure));
  expect(await renderer.render(long)).toMatchObject({ tooSlow: true });
  expect(failures).toEqual([broken]);
  expect((await renderer.render(long)).tooSlow).toBeUndefined();
});
