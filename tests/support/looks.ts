// What can be said of any screen by looking at it: whether it is accessible, and whether it fits.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, with our own policy in force: it is put in by the browser's tooling, not by the page. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Found {
      violations: Array<{ id: string; nodes: Array<{ html: string }> }>;
    }
    const { axe: found } = window as unknown as { axe: { run(options: object): Promise<Found> } };
    // Every rule is held against every element; what passed is not described, nor where a wrong stands, since nobody reads that.
    const { violations } = await found.run({ resultTypes: ["violations"], selectors: false });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

/**
 * Resolves once a change of the window's size has been drawn: until the next frame Chromium may measure the new width with the styles
 * that its media queries had given to the old one.
 */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** By how many pixels the page could be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
