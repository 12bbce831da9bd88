// `npm run bench:deliverables`: the matrix of ten partners and forty deliverables, the portfolio of thirty such networks, and how soon a
// step is seen in another's matrix. `-- --json FILE` also writes it down. What is missed is printed as missed.
import { newId } from "~/platform/id";
import { openChromium, type Chromium } from "./chromium";
import { figure, median, percentile, type Figure } from "./figures";
import { askForMany, type ManyDeliverables } from "./many-deliverables";
import { bench } from "./run";
import { serveTorg } from "./serving";
import { timedPages } from "./timed-pages";
import { post, read, signIn, type Visitor } from "./visitor";

/** Milliseconds. */
const [matrixWithin, portfolioWithin, seenWithin] = [150, 300, 200];
const steps = 20;

await bench(async ({ pinning, newFolder, take }) => {
  const dataFolder = newFolder();
  const torg = await serveTorg(pinning, dataFolder);
  const chromium = await openChromium();
  try {
    const many = askForMany(dataFolder);
    const [lead, officer, observer] = await Promise.all(
      ["barnsley", "alytus", "observer"].map((account) => signIn(torg.origin, account)),
    );
    if (!lead || !officer || !observer) throw new Error("nobody is signed in");
    const matrix = `/networks/${many.slug}/deliverables`;
    const page = (name: string, visitor: Visitor, path: string, atMost?: number) =>
      timedPages({ name, ask: () => read(visitor, path), rounds: 30, warming: 5, atMost });
    await take("Pages", async () => [
      await page("the matrix, as the lead partner", lead, matrix, matrixWithin),
      await page("the matrix, as an officer", officer, matrix, matrixWithin),
      await page(`the portfolio, ${many.cells} of them`, observer, "/portfolio", portfolioWithin),
      await page("an officer's week", officer, "/week"),
      await page("the observer's week", observer, "/week"),
    ]);
    if (!chromium) return {};
    await take("Seen", async () => [await seen(chromium, { lead, officer, matrix, many })]);
    return { chromium: chromium.executable };
  } finally {
    await chromium?.close();
    await torg.stop();
  }
});

interface Seen {
  lead: Visitor;
  officer: Visitor;
  matrix: string;
  many: ManyDeliverables;
}

/** From when the officer sends a step until it stands in the lead partner's open matrix. */
async function seen(chromium: Chromium, { lead, officer, matrix, many }: Seen): Promise<Figure> {
  const page = await (await chromium.as(lead)).newPage();
  await page.goto(matrix, { waitUntil: "networkidle" });
  const times: number[] = [];
  for (const id of many.deliverableIds.slice(-steps)) {
    const path = `${matrix}/${id}/${many.partnershipId}`;
    const shown = page.waitForFunction(
      (to) => document.querySelector(`a[href="${to}"]`)?.textContent?.includes("Drafting"),
      path,
      { polling: "raf" },
    );
    const began = performance.now();
    await post(officer, path, { intent: "begin", id: newId(), seen: "0" });
    await shown;
    times.push(performance.now() - began);
    await page.waitForTimeout(500);
  }
  const value = percentile(times, 0.95);
  const note = `median ${median(times).toFixed(0)} ms`;
  return figure({
    name: "a step seen in another's matrix, p95",
    ...{ value, unit: "ms", digits: 0, atMost: seenWithin, note, details: { times } },
  });
}
