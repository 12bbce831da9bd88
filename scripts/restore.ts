// `npm run restore -- FILE`: lays a backup into the data folder, which has to be empty. With `--verify` it only compares the archive with
// itself. Ends with 1 and one line where it could not; the folder is as it was then.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restoreBackup } from "../app/platform/backup/restore-backup.server";
import { thisTorg } from "../app/platform/backup/this-torg.server";
import { readSettings } from "../app/platform/settings.server";
import { contents, removeWhenBrokenOff, tell, verify } from "./backup";

await tell(async () => {
  const { values, positionals } = parseArgs({
    options: { verify: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error("Say which: npm run restore -- FILE, or npm run restore -- FILE --verify");
  if (values.verify) return verify(resolve(file));
  const { dataFolder } = readSettings(process.env);
  const manifest = await restoreBackup({
    archive: resolve(file),
    dataFolder,
    own: thisTorg(),
    onBegun: removeWhenBrokenOff(),
  });
  return [
    `Restored into ${dataFolder}. Start Torg on it; everybody signs in anew, and the search index is built anew.`,
    ...contents(manifest),
  ];
});
