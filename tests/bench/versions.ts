// `npm run bench:versions`: how long the list of 500 versions takes, and comparing two versions of a plan of 100 pages. `-- --json FILE`
// also writes it down. What is missed is printed as missed.
import { writeVersions } from "./many-versions";
import { bench } from "./run";
import { serveTorg } from "./serving";
import { timedPages } from "./timed-pages";
import { read, signIn } from "./visitor";

const often = { rounds: 30, warming: 5 };
/** Milliseconds, from the request to the last byte. */
const [listWithin, comparedWithin] = [50, 300];

await bench(async ({ pinning, newFolder, take }) => {
  const dataFolder = newFolder();
  const torg = await serveTorg(pinning, dataFolder);
  try {
    const { path, versions, length } = writeVersions(dataFolder);
    const officer = await signIn(torg.origin, "alytus");
    const page = (rest: string) => () => read(officer, `${path}/versions${rest}`);
    // A pair of its own each time: what was compared once is kept for a while.
    const pairs = (from: number, apart: number) => (round: number) =>
      read(officer, `${path}/versions/compare?from=${from + round}&to=${from + round + apart}`);
    const timed = async (...args: Parameters<typeof timedPages>) => [await timedPages(...args)];
    await take("The first comparison", () =>
      timed({
        name: "the first comparison, its worker not yet started",
        ask: page("/compare?from=1&to=2"),
        ...{ rounds: 1, warming: 0 },
      }),
    );
    await take("The list", () =>
      timed({
        name: `list of ${versions} versions, the latest of them`,
        ask: page(""),
        ...often,
        atMost: listWithin,
      }),
    );
    await take("All of it", () =>
      timed({
        name: `list of ${versions} versions, all of them`,
        ask: page("?all"),
        ...often,
        atMost: listWithin,
      }),
    );
    await take("Neighbours", () =>
      timed({
        name: `comparing a version of ${length} letters with the one before`,
        ask: pairs(10, 1),
        ...often,
        atMost: comparedWithin,
      }),
    );
    await take("Far apart", () =>
      timed({
        name: "comparing it with one of 50 versions before",
        ask: pairs(100, 50),
        ...often,
        atMost: comparedWithin,
      }),
    );
    await take("The same again", () =>
      timed({ name: "the same comparison again", ask: page("/compare?from=10&to=11"), ...often }),
    );
  } finally {
    await torg.stop();
  }
  return {};
});
