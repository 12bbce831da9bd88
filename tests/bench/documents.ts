// `npm run bench:documents`: how long the list of a network with 10,000 documents takes on the server. `-- --json FILE` also writes it
// down. What is missed is printed as missed.
import type { Figure } from "./figures";
import { writeMuch, type ManyDocuments } from "./many-documents";
import { bench } from "./run";
import { serveTorg } from "./serving";
import { timedPages } from "./timed-pages";
import { read, signIn, type Visitor } from "./visitor";

const [warming, rounds] = [5, 30];
/** Milliseconds, from the request to the last byte. */
const listWithin = 60;

await bench(async ({ pinning, newFolder, take }) => {
  const dataFolder = newFolder();
  const torg = await serveTorg(pinning, dataFolder);
  try {
    const written = writeMuch(dataFolder);
    for (const [account, who] of [
      ["barnsley", "lead partner"],
      ["alytus", "officer"],
      ["observer", "observer"],
    ] as const)
      await take(`Lists of the ${who}`, async () => lists(await signIn(torg.origin, account), written, who));
  } finally {
    await torg.stop();
  }
  return {};
});

async function lists(
  reader: Visitor,
  { slug, partnershipIds }: ManyDocuments,
  who: string,
): Promise<Figure[]> {
  const list = `/networks/${slug}/documents`;
  const all: Array<[string, string]> = [
    ["all documents", list],
    ["of a kind", `${list}?kind=good-practice`],
    ["of a city", `${list}?city=${partnershipIds[1]}`],
    ["about a topic", `${list}?topic=street`],
    ["changed since published", `${list}?state=changed`],
    ["of two months", `${list}?from=2025-06-01&to=2025-07-31`],
    ["by the day it is about", `${list}?sort=day`],
    ["by title", `${list}?sort=title`],
    ["by city", `${list}?sort=city`],
    ["page 50", `${list}?page=50`],
    ["waiting for them", `${list}?whose=waiting`],
  ];
  const figures: Figure[] = [];
  for (const [name, path] of all) {
    const ask = () => read(reader, path);
    figures.push(
      await timedPages({ name: `list, ${who}: ${name}`, ask, rounds, warming, atMost: listWithin }),
    );
  }
  return figures;
}
