// A database file that another process holds: nothing can be written to it until it is let go.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

/** Resolves when the file is held; what it answers lets it go. It is let go at the end of the test in any case. */
export async function hold(file: string): Promise<() => void> {
  const holder = spawn(process.execPath, [
    "-e",
    `const database = new (require("better-sqlite3"))(${JSON.stringify(file)});
     database.exec("BEGIN EXCLUSIVE"); process.stdout.write("held"); process.stdin.on("data", () => process.exit());`,
  ]);
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, "data");
  return () => void holder.stdin.write("go");
}
