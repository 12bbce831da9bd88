// `npm run bench:search`: the search's part of `npm run bench` alone; `-- --json FILE` also writes it down.
import { bench } from "./run";
import { searchSpeed } from "./search-speed";

await bench(async (run) => {
  await searchSpeed(run);
  return {};
});
