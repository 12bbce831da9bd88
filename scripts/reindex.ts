// `npm run reindex`: builds the search index anew from the data folder's database, beside a running server or without one. Searches go
// on meanwhile; a running server takes the new index when it is whole.
import { rebuildIndex } from "../app/domain/search/rebuild.server";
import { readSettings } from "../app/platform/settings.server";

try {
  const began = Date.now();
  let last = 0;
  const total = await rebuildIndex({
    dataFolder: readSettings(process.env).dataFolder,
    onProgress: (done, all) => {
      // What one look has read whole has no way to tell of.
      if (all === 0 || Date.now() - last < 1_000) return;
      last = Date.now();
      console.log(`  ${done} of ${all} read`);
    },
  });
  console.log(`The index is new: ${total} entries, ${((Date.now() - began) / 1_000).toFixed(1)} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
