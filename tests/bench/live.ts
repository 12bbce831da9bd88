// `npm run bench:live`: what writing together costs and bears: two hundred people in one document, the log, the editor; `-- --json FILE` also
// writes it down. It takes some five minutes. What a killed server loses is measured by `npm run crash-test`.
import { editorSize } from "./editor-size";
import { liveOpening } from "./live-opening";
import { liveTogether } from "./live-together";
import { bench } from "./run";

await bench(async (run) => {
  await liveTogether(run);
  await liveOpening(run);
  await run.take("The editor", async () => [editorSize()]);
  return {};
});
