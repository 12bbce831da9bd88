// How long the home and the feed of a network with 100,000 happenings take on the server, and what judging access costs beside
// the session. Part of `npm run bench`; `npm run bench:feed` measures it alone.
import { memberOf } from "~/domain/access/members.server";
import { openAccounts } from "~/domain/accounts/open-accounts.server";
import { signedIn } from "~/domain/accounts/sessions.server";
import { verifyChain } from "~/domain/activity/verify-chain.server";
import { openDataFolder } from "~/platform/data-folder.server";
import { openDatabase, type Database } from "~/platform/db.server";
import { forget, once } from "~/platform/once";
import { figure, median, percentile, type Figure } from "./figures";
import { liveLong, type ManyHappenings } from "./many-happenings";
import type { Bench } from "./run";
import { serveTorg } from "./serving";
import { read, signIn, type Visitor } from "./visitor";

const [warming, rounds] = [15, 60];
const [judgings, pagesWithin, judgingWithin] = [2_000, 60, 0.5];

/** Measures on a server and a data folder of its own. */
export async function feedSpeed({ pinning, newFolder, take }: Bench): Promise<void> {
  const dataFolder = newFolder();
  const torg = await serveTorg(pinning, dataFolder);
  let leadPartner: Visitor;
  let lived: ManyHappenings;
  try {
    lived = liveLong(dataFolder);
    leadPartner = await signIn(torg.origin, "barnsley");
    await take("Lead partner", () => pages(leadPartner, lived, "lead partner"));
    await take("Officer", async () => pages(await signIn(torg.origin, "alytus"), lived, "officer"));
    await take("Observer", async () => pages(await signIn(torg.origin, "observer"), lived, "observer"));
  } finally {
    await torg.stop();
  }
  await take("Judging", () => judging(dataFolder, leadPartner, lived));
}

/** Whole pages, asked for one after the other, from the request to the last byte. */
async function pages(reader: Visitor, lived: ManyHappenings, who: string): Promise<Figure[]> {
  const home = `/networks/${lived.slug}`;
  const feed = `${home}/activity`;
  const deep = `${Date.UTC(2025, 6, 1)}-50000`;
  const all: Array<[string, string]> = [
    ["home", home],
    ["feed", feed],
    ["feed of a person", `${feed}?person=${lived.personId}`],
    ["feed of a city", `${feed}?city=${lived.partnershipId}`],
    ["feed about money", `${feed}?topic=money`],
    ["feed about people", `${feed}?topic=people`],
    ["feed of two months", `${feed}?from=2025-06-01&to=2025-07-31`],
    ["feed, far back", `${feed}?older=${deep}`],
  ];
  const figures: Figure[] = [];
  for (const [name, path] of all) {
    const times = await timed(() => read(reader, path), warming, rounds);
    figures.push(milliseconds(`${who}: ${name}`, times, pagesWithin));
  }
  return figures;
}

/** In this process, on the file that the server has left: what stands before every answer to a member. */
async function judging(dataFolder: string, reader: Visitor, lived: ManyHappenings): Promise<Figure[]> {
  const folder = openDataFolder(dataFolder);
  const opened = await openDatabase({ file: folder.databaseFile });
  forget("database");
  once<Database>("database", () => opened);
  openAccounts({ origin: reader.origin, secret: folder.secret });
  try {
    const session = await signedIn(reader.cookie);
    if (!session) throw new Error("nobody is signed in");
    const ofSession = await timed(() => signedIn(reader.cookie), judgings, judgings);
    const ofMember = await timed(() => memberOf(session.person, lived.slug), judgings, judgings);
    const ofChain = await timed(() => verifyChain(lived.networkId), 0, 1);
    return [
      milliseconds("who is signed in (signedIn)", ofSession),
      milliseconds("what they may do here (memberOf)", ofMember, judgingWithin),
      figure({
        name: "verifying 100,000 rows",
        value: median(ofChain) / 1_000,
        unit: "s",
        digits: 1,
        details: { times: ofChain },
      }),
    ];
  } finally {
    await opened.close();
  }
}

async function timed(work: () => Promise<unknown>, warming: number, rounds: number): Promise<number[]> {
  for (let round = 0; round < warming; round += 1) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

function milliseconds(name: string, times: number[], atMost?: number): Figure {
  const digits = median(times) < 2 ? 3 : 1;
  const [p95, value] = [percentile(times, 0.95), median(times)];
  return figure({
    name,
    value,
    unit: "ms",
    digits,
    atMost,
    note: `p95 ${p95.toFixed(digits)} ms`,
    details: { p95 },
  });
}
