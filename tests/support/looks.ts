// What can be said of any screen by looking at it: whether it is accessible, and whether it fits.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

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
    // Off by itself: who speaks to the machine says what stands on the button.
    const rules = { "label-content-name-mismatch": { enabled: true } };
    const { violations } = await found.run({ resultTypes: ["violations"], selectors: false, rules });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

/**
 * Resolves once a change of the window's size or of the colour scheme has been drawn: until the next frame Chromium may measure the new
 * width with the styles that its media queries had given to the old one, and a colour that is inherited arrives one depth a frame.
 */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What is folded away does not go on changing until it is unfolded.
    const isChanging = () =>
      document
        .getAnimations()
        .some(
          (one) => one instanceof CSSTransition && (one.effect as KeyframeEffect).target?.checkVisibility(),
        );
    for (let frame = 0; frame < 2 || isChanging(); frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** By how many pixels the page could be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * Holds a page, once it is open, against axe in both colour schemes, at a desk's and at a phone's width, where nothing may stand
 * sideways either. Fails where the scheme that is asked for changes nothing.
 */
export async function expectGoodLooks(page: Page, what: string): Promise<void> {
  const papers = new Set<string>();
  const look = async (width: number, colorScheme: "light" | "dark") => {
    await page.setViewportSize({ width, height: width < 600 ? 700 : 900 });
    await page.emulateMedia({ colorScheme });
    const seen = [what, `${width} pixels`, colorScheme];
    expect([...seen, await sideways(page)]).toEqual([...seen, 0]);
    expect([...seen, await violationsOn(page)]).toEqual([...seen, []]);
    papers.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
  };
  await look(1280, "light");
  await look(1280, "dark");
  await look(320, "dark");
  await look(320, "light");
  expect([what, papers.size], "one paper by day and one by night").toEqual([what, 2]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
