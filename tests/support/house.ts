// A whole Torg for journeys: the built server as a process of its own, with its own data folder and a free port.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";

const root = resolve(import.meta.dirname, "../..");

/** A data folder as the first start leaves it, without a secret; made once per run and copied by every house with the demo. */
const firstStart = join(root, ".cache/first-start");

export interface House {
  origin: string;
  folder: string;
  /** What the server has printed so far. */
  printed(): string;
  /** The texts of the mails in the outbox, oldest first. */
  mails(): string[];
  /** Ends the process as a supervisor would, and resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

/** Servers that a failing test left behind; they end with the process that started them. */
const running = new Set<ChildProcess>();
const endThem = () => {
  for (const child of running) child.kill("SIGKILL");
};
process
  .once("exit", endThem)
  .once("disconnect", endThem)
  .once("SIGTERM", () => {
    endThem();
    process.exit(143);
  });

/** Starts a server with these settings beside a data folder and a port of its own; resolves when it is open. */
export async function openHouse(environment: Record<string, string> = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "torg-house-"));
  if (beginsWithDemo(environment)) cpSync(firstStart, folder, { recursive: true });
  let server = start({ TORG_DATA: folder, PORT: "0", ...environment });
  let origin = await server.origin;
  await textsConverted(environment.TORG_DATA ?? folder);
  return {
    get origin() {
      return origin;
    },
    folder,
    printed: () => server.printed(),
    mails: () => mailsIn(join(folder, "outbox")),
    stop: (signal = "SIGTERM") => stopProcess(server.child, signal),
    restart: async () => {
      server = start({ TORG_DATA: folder, PORT: new URL(origin).port, ...environment });
      origin = await server.origin;
    },
    close: async () => {
      await stopProcess(server.child, "SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a server on an empty folder, once per run: migrating, loading the demo and converting its texts takes longer than the rest. */
export async function makeFirstStart(): Promise<void> {
  rmSync(firstStart, { recursive: true, force: true });
  mkdirSync(firstStart, { recursive: true });
  const server = start({ TORG_DATA: firstStart, PORT: "0" });
  await server.origin;
  await textsConverted(firstStart);
  const code = await stopProcess(server.child, "SIGTERM");
  if (code !== 0) throw new Error(`The first server ended with ${code}:\n${server.printed()}`);
  // Every house makes its own, as on any first start.
  rmSync(join(firstStart, "secret"));
}

/** Whether a server with these settings would find its folder empty and load the demo into it. */
function beginsWithDemo({ TORG_DATA, TORG_DEMO, TORG_ORIGIN, HOST }: Record<string, string>): boolean {
  if (TORG_DATA !== undefined) return false;
  return TORG_DEMO === "on" || [TORG_DEMO, TORG_ORIGIN, HOST].every((setting) => setting === undefined);
}

/** Resolves when nothing is left of what the server does beside its serving at the start: tests compare rows before and after. */
async function textsConverted(folder: string): Promise<void> {
  const rows = new Database(join(folder, "torg.db"), { readonly: true, timeout: 5_000 });
  const left = rows
    .prepare<[], number>(
      `SELECT (SELECT count(*) FROM Document WHERE publishedText IS NOT NULL) + (SELECT count(*) FROM Document)
            - (SELECT count(*) FROM FormerMarkdown WHERE outcome IS NOT NULL)`,
    )
    .pluck();
  try {
    while ((left.get() ?? 0) > 0) await new Promise((done) => setTimeout(done, 20));
  } finally {
    rows.close();
  }
}

/** Runs the server until it ends by itself; resolves with its exit code and what it printed. */
export async function runHouse(
  environment: Record<string, string>,
): Promise<{ code: number | null; printed: string }> {
  const { child, printed, origin } = start(environment);
  origin.catch(() => undefined);
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, printed: printed() };
}

function start(environment: Record<string, string>) {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(TORG_|PORT$|HOST$|SMTP_URL$|LOG_LEVEL$|NODE_ENV$|VITEST)/.test(name),
    ),
  );
  const child = spawn(process.execPath, [join(root, "build/server.js")], {
    cwd: root,
    env: { ...inherited, LOG_LEVEL: "warn", NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.on("exit", () => running.delete(child));
  let printed = "";
  const origin = new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Torg is open at (\S+)/.exec(printed)?.[1];
      if (found) done(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => fail(new Error(`The server ended with ${code}:\n${printed}`)));
  });
  return { child, origin, printed: () => printed };
}

async function stopProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

function mailsIn(outbox: string): string[] {
  try {
    return readdirSync(outbox)
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .map((name) => readFileSync(join(outbox, name), "utf8"));
  } catch {
    return [];
  }
}
