// `npm run bench:live-opening`: the opening of live documents alone; `-- --json FILE` also writes it down.
import { bench } from "./run";
import { liveOpening } from "./live-opening";

await bench(async (run) => {
  await liveOpening(run);
  return {};
});
