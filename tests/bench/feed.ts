// `npm run bench:feed`: the feed's part of `npm run bench` alone; `-- --json FILE` also writes it down.
import { feedSpeed } from "./feed-speed";
import { bench } from "./run";

await bench(async (run) => {
  await feedSpeed(run);
  return {};
});
