// `npm run bench:remarks`: a plan of 100 pages with 1,000 remarks on its passages: asking for them, when the page is ready, and whether
// typing drops frames. `-- --json FILE` also writes it down. What is missed is printed as missed.
import type { Page } from "playwright-core";
import { openChromium } from "./chromium";
import { figure, median, percentile, type Figure } from "./figures";
import { writeRemarks } from "./many-remarks";
import { bench } from "./run";
import { serveTorg } from "./serving";
import { timedPages } from "./timed-pages";
import { read, signIn } from "./visitor";

/** Milliseconds. */
const [queryWithin, readyWithin, frame] = [20, 1_000, 1_000 / 60];
const [letters, pause, opened] = [150, 60, 5];

await bench(async ({ pinning, newFolder, take }) => {
  const dataFolder = newFolder();
  const torg = await serveTorg(pinning, dataFolder);
  const chromium = await openChromium();
  try {
    const officer = await signIn(torg.origin, "alytus");
    const { path, remarks } = await writeRemarks(dataFolder, officer);
    await take("Asking", async () => {
      const ask = (search: string) => () => read(officer, `${path}/remarks?remarks=${search}`);
      const often = { rounds: 30, warming: 5 };
      return [
        await timedPages({
          name: `asking for ${remarks} remarks, where they stand and how many of each kind; none is written out`,
          ask: ask("resolved"),
          ...often,
          atMost: queryWithin,
        }),
        await timedPages({ name: "the same with all of them written out", ask: ask("open"), ...often }),
      ];
    });
    if (!chromium) return {};
    const context = await chromium.as(officer);
    const page = await context.newPage();
    await take("Ready", async () => [
      await ready(page, `${path}?text=working`, remarks),
      await ready(page, `${path}?text=working&in=none`, 0),
    ]);
    await take("Typing", async () => {
      const typed = await typing(page, `${path}/edit`);
      await page.getByRole("button", { name: "Comments" }).first().click();
      await page.locator(".editor-remarks").waitFor({ state: "detached" });
      const without = await typing(page);
      return [typed("with them beside the text"), without("with them put away")];
    });
    return { chromium: chromium.executable };
  } finally {
    await chromium?.close();
    await torg.stop();
  }
});

/** From the beginning of the navigation until every passage is marked and threads stand beside them. */
async function ready(page: Page, path: string, remarks: number): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < opened; round += 1) {
    await page.goto(path, { waitUntil: "commit" });
    await page.waitForFunction(
      (wanted) =>
        wanted === 0
          ? performance.getEntriesByName("awake").length > 0
          : (CSS.highlights.get("remarked")?.size ?? 0) >= wanted &&
            document.querySelector("[data-placed] .remark") !== null,
      remarks,
      { polling: "raf" },
    );
    times.push(await page.evaluate(() => performance.now()));
    // The next reader does not come while the server still writes out the rest for this one.
    await page.waitForLoadState("networkidle");
  }
  const note = `slowest ${Math.round(Math.max(...times))} ms`;
  return figure({
    name: remarks > 0 ? `${remarks} remarks ready in the browser` : "the same page without any, awake",
    ...{ value: median(times), unit: "ms", digits: 0, note, ...(remarks > 0 && { atMost: readyWithin }) },
  });
}

/** Types in the middle of the text, and looks at each frame meanwhile. */
async function typing(page: Page, path?: string): Promise<(how: string) => Figure> {
  if (path) {
    await page.goto(path);
    await page.locator(".editor-text[contenteditable=true]").waitFor();
    await page.locator(".editor-text .remarked").first().waitFor();
  }
  const paragraphs = page.locator(".editor-text p");
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    const frames: number[] = [];
    let [last, isOver] = [performance.now(), false];
    const look = (now: number) => {
      frames.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, {
      torgFrames: () => {
        isOver = true;
        return frames;
      },
    });
  });
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.type(letter % 7 === 6 ? " " : ("abcdef"[letter % 6] ?? "a"));
    await page.waitForTimeout(pause);
  }
  const frames = await page.evaluate(() =>
    (window as unknown as { torgFrames(): number[] }).torgFrames().slice(1),
  );
  // A frame that came late by half of one or more was dropped.
  const dropped = frames.reduce((sum, one) => sum + Math.max(0, Math.round(one / frame) - 1), 0);
  const note = `of ${frames.length} frames; longest ${Math.round(Math.max(...frames))} ms, p95 ${percentile(frames, 0.95).toFixed(1)} ms`;
  return (how) =>
    figure({
      name: `frames dropped while ${letters} letters are typed, ${how}`,
      value: dropped,
      unit: "",
      digits: 0,
      note,
    });
}
