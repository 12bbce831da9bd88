// Figure 3: when the first words of a document are painted in a browser that has never been here, and whether the page then moves.
import type { Chromium } from "./chromium";
import { figure, median, type Figure } from "./figures";
import type { Visitor } from "./visitor";

const loads = 9;

interface Painted {
  /** ms from the start of the navigation: the first thing on the screen, and the text's first words. */
  first: number;
  words: number;
  /** Cumulative layout shift. */
  shift: number;
}

/** The median of cold loads, each in a browser context of its own. */
export async function visibleText(chromium: Chromium, reader: Visitor, path: string): Promise<Figure[]> {
  const painted: Painted[] = [];
  // The first load warms the browser and the server, as on a machine in use.
  for (let load = 0; load <= loads; load += 1) {
    const seen = await coldLoad(chromium, reader, path);
    if (load > 0) painted.push(seen);
  }
  const first = median(painted.map((load) => load.first));
  return [
    figure({
      name: "text visible in the browser",
      value: median(painted.map(({ words }) => words)),
      unit: "ms",
      atMost: 500,
      note: `first paint ${first.toFixed(0)} ms`,
      details: { loads: painted },
    }),
    figure({
      name: "layout shift of that page (CLS)",
      value: Math.max(...painted.map(({ shift }) => shift)),
      unit: "",
      digits: 3,
      atMost: 0.001,
    }),
  ];
}

async function coldLoad(chromium: Chromium, reader: Visitor, path: string): Promise<Painted> {
  const context = await chromium.as(reader);
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "load" });
  const words = await page.waitForFunction(() => window.paintedWords, undefined, { timeout: 10_000 });
  // Late shifts count, too: scripts have run and fonts have come by then.
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    shift: window.layoutShift,
  }));
  const painted = { ...seen, words: Number(await words.jsonValue()) };
  await context.close();
  return painted;
}

declare global {
  interface Window {
    /** ms at which the first paragraph of the text was painted; undefined before. */
    paintedWords: number | undefined;
    layoutShift: number;
  }
}

/** Runs in the page before its own scripts: marks the first paragraph while it is parsed, so that the browser tells when it is painted. */
function watch(): void {
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Array<PerformanceEntry & { renderTime: number }>)
      window.paintedWords ??= entry.renderTime;
  }).observe({ type: "element", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Array<PerformanceEntry & { value: number }>)
      window.layoutShift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const parsing = new MutationObserver(() => {
    const paragraph = document.querySelector(".reading p");
    if (!paragraph) return;
    paragraph.setAttribute("elementtiming", "words");
    parsing.disconnect();
  });
  parsing.observe(document, { childList: true, subtree: true });
}
