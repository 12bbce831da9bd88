// The one folder Torg writes to: made closed to others, refused where it cannot be written, its secret never replaced.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DataFolderRefusal, openDataFolder } from "~/platform/data-folder.server";

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** The line with which the folder is refused. */
function refusal(path: string): string {
  try {
    openDataFolder(path);
    return "not refused";
  } catch (thrown) {
    if (!(thrown instanceof DataFolderRefusal)) throw thrown;
    expect(thrown.kind).toBe("data-folder");
    return thrown.message;
  }
}

test("a folder that is not there is made, with those above it, closed to other accounts", () => {
  const path = join(scratch(), "below", "data");
  const folder = openDataFolder(path);
  expect(folder).toMatchObject({ path, databaseFile: join(path, "torg.db"), outbox: join(path, "outbox") });
  expect(readdirSync(path).sort()).toEqual(["secret", "torg.db"]);
  const modes = ["", "secret", "torg.db"].map((name) => modeOf(join(path, name)));
  expect(modes).toEqual(["700", "600", "600"]);
});

test("a folder that is there keeps what is in it, its mode, and its secret", () => {
  const path = scratch();
  mkdirSync(join(path, "outbox"));
  writeFileSync(join(path, "torg.db"), "a database");
  const mode = modeOf(path);
  const { secret } = openDataFolder(path);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(openDataFolder(path).secret).toBe(secret);
  expect(readFileSync(join(path, "torg.db"), "utf8")).toBe("a database");
  expect([modeOf(path), readdirSync(path).sort()]).toEqual([mode, ["outbox", "secret", "torg.db"]]);
});

test("every folder has a secret of its own, and there is none by default", () => {
  const secrets = Array.from({ length: 10 }, () => openDataFolder(scratch()).secret);
  expect(new Set(secrets).size).toBe(10);
});

test("a place that cannot be written is refused in one line", () => {
  const folder = scratch();
  writeFileSync(join(folder, "file"), "not a folder");
  symlinkSync(join(folder, "nowhere"), join(folder, "link"));
  // Root may write everywhere a file system lets anybody: these let nobody. /proc says that its folders are missing.
  for (const path of [
    join(folder, "file"),
    join(folder, "file/data"),
    join(folder, "link"),
    "/dev/null/data",
    "/proc/torg-data",
  ])
    expect(refusal(path)).toMatch(/^The data folder .* cannot be written \(E[A-Z]+\)\.$/);
  expect(readdirSync(folder).sort()).toEqual(["file", "link"]);
});

test("a secret that is too short or cannot be read is refused, told in its own words, and not replaced", () => {
  const short = scratch();
  writeFileSync(join(short, "secret"), "0123456789\n");
  expect(refusal(short)).toBe(`The secret ${join(short, "secret")} is too short; restore it from a backup.`);
  expect(readFileSync(join(short, "secret"), "utf8")).toBe("0123456789\n");
  const unreadable = scratch();
  mkdirSync(join(unreadable, "secret"));
  expect(refusal(unreadable)).toBe(`The secret ${join(unreadable, "secret")} cannot be read (EISDIR).`);
  expect([readdirSync(short), readdirSync(unreadable)], "nothing else is begun").toEqual([
    ["secret"],
    ["secret"],
  ]);
});

test("a longer secret that somebody put there is used as it is", () => {
  const path = scratch();
  const secret = "chosen by the town hall's own tool, long enough";
  writeFileSync(join(path, "secret"), `${secret}\n`, { mode: 0o600 });
  expect(openDataFolder(path).secret).toBe(secret);
});

test("a folder into which a backup is being restored, or was in part, is not begun as a new one", () => {
  const path = scratch();
  mkdirSync(join(path, ".restoring"));
  expect(refusal(path)).toBe(
    `A backup is being restored into the data folder ${path}, or that was broken off: then empty the folder and restore it again.`,
  );
  expect(readdirSync(path)).toEqual([".restoring"]);
});
