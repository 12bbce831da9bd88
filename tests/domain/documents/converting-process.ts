// Run as a process of its own by converting.test.ts: converts the texts of a database, and dies by its own hand after so many steps.
import { openDatabase } from "~/platform/db.server";
import { once } from "~/platform/once";
import { readSettings } from "~/platform/settings.server";
import { liveDocuments } from "~/domain/documents/live-documents.server";
import { convertTexts } from "~/domain/documents/texts-at-start.server";
import { openTexts } from "~/domain/documents/written-together.server";

const [, , file = "", texts = "", dieAfter = "0"] = process.argv;
let steps = 0;

/** A step is something that is on the disk when it is over. */
function counted<Work extends (...given: never[]) => Promise<unknown>>(work: Work): Work {
  return (async (...given: never[]) => {
    const value = await work(...given);
    if (++steps === Number(dieAfter)) process.kill(process.pid, "SIGKILL");
    return value;
  }) as Work;
}

once("settings", () => readSettings({ LOG_LEVEL: "error" }));
const database = await openDatabase({ file });
once("database", () => ({ ...database, write: counted(database.write) }));
const open = openTexts(texts);
const { log } = liveDocuments();
log.append = counted(log.append);
const done = await convertTexts();
process.stdout.write(JSON.stringify({ ...done, steps }));
await open.close(2_000);
await database.close();
