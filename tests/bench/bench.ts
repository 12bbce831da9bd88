// `npm run bench`: measures what the house promises of itself and prints it as one table; `-- --json FILE` also writes it down.
// It takes some five minutes. What is missed is printed as missed: only what cannot be run makes the command fail.
import { serveBareRoute } from "./bare-route";
import { openChromium } from "./chromium";
import { coldStart } from "./cold-start";
import { feedSpeed } from "./feed-speed";
import type { Figure } from "./figures";
import { firstVisit } from "./first-visit";
import { livePublishing } from "./live-publishing";
import { memoryAtRest } from "./memory";
import { beginPractice } from "./practice";
import { publicSpeed } from "./public-speed";
import { readingSpeed } from "./reading-speed";
import { bench, type Bench } from "./run";
import { searchSpeed } from "./search-speed";
import { serveTorg } from "./serving";
import { signIn } from "./visitor";
import { visibleText } from "./visible-text";

const network = "techrevolution";

await bench(async (run) => {
  const chromium = await theHouse(run);
  await feedSpeed(run);
  await searchSpeed(run);
  return { chromium };
});

/** The figures of the second issue; resolves with the browser's file, where there is one. */
async function theHouse({ pinning, newFolder, take }: Bench): Promise<string | undefined> {
  const dataFolder = newFolder();
  const torg = await serveTorg(pinning, dataFolder);
  const writer = await signIn(torg.origin, "alytus");
  const reader = await signIn(torg.origin, "barnsley");
  const practice = await beginPractice(writer, network);
  await practice.publish();
  const chromium = await openChromium();
  const inBrowser = async (
    name: string,
    work: (browser: NonNullable<typeof chromium>) => Promise<Figure[]>,
  ) => take(name, () => (chromium ? work(chromium) : Promise.reject(new Error("no Chromium was found"))));
  try {
    await take("Reading", async () => {
      const bare = await serveBareRoute(pinning);
      return readingSpeed(reader, practice.path, 1, bare).finally(() => bare.stop());
    });
    await inBrowser("First visit", (browser) => firstVisit(browser, reader, practice.path));
    await inBrowser("Visible text", (browser) => visibleText(browser, reader, practice.path));
    await take("Public page", async () => {
      const everybodys = await beginPractice(writer, network);
      return publicSpeed(writer, everybodys);
    });
    await inBrowser("Live publishing", (browser) => livePublishing(browser, writer, reader, practice));
  } finally {
    await chromium?.close();
    await torg.stop();
  }
  await take("Cold start", () => coldStart(pinning, dataFolder));
  await take("Memory", () => memoryAtRest(pinning, dataFolder, practice.path));
  return chromium?.executable;
}
