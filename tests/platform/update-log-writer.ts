// Run as a process of its own by update-log.test.ts: appends frames to a log and says what happens, one line each.
import { writeSync } from "node:fs";
import { openUpdateLog } from "~/platform/update-log.server";

const [, , file = "", count = "10", size = "10", user = ""] = process.argv;
// Everybody's rights are less than the administrator's, whom no file refuses.
if (user && process.getuid?.() === 0) process.setuid?.(Number(user));

const say = (line: string) => void writeSync(1, `${line}\n`);
const log = openUpdateLog(file);
log.onState((state) => say(state.kind));
for (let index = 1; index <= Number(count); index += 1) {
  const bytes = new Uint8Array(Number(size)).fill(index % 251);
  log.append({ document: "text", bytes, sender: "person", claims: [] }).then(
    (number) => say(`acknowledged ${index} as ${number}`),
    (error: Error) => say(`rejected ${index} ${error.message}`),
  );
  if (index % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
await log.flush();
say("flushed");
// Lives until it is told to go.
process.stdin.on("data", () => void log.close(1_000).then(() => process.exit(0)));
