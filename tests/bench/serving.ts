// The servers under measurement: processes of their own, on the servers' core, each with a data folder and a free port.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../../scripts/steps.mjs";
import type { Pinning } from "./machine";

export interface Serving {
  origin: string;
  /** ms from the start of the process to the end of its first page. */
  firstPage: number;
  /** Resident memory now, in bytes. */
  residentMemory(): number;
  stop(): Promise<void>;
}

interface Program {
  /** A file for Node, relative to the project. */
  file: string;
  env: Record<string, string>;
  /** The page asked for until it answers 200. */
  firstPath: string;
}

/** The built server on this data folder, open for pages. */
export function serveTorg(pinning: Pinning, dataFolder: string): Promise<Serving> {
  const env = { TORG_DATA: dataFolder, TORG_DEMO: "on", LOG_LEVEL: "warn" };
  return serve(pinning, { file: "build/server.js", env, firstPath: "/sign-in" });
}

/** Starts a program that listens on PORT of 127.0.0.1, and resolves when its first page has come. Rejects when it ends before. */
export async function serve(pinning: Pinning, { file, env, firstPath }: Program): Promise<Serving> {
  const port = await freePort();
  const [command, args] = pinning.onServerCore(process.execPath, [join(root, file)]);
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...cleanEnvironment(), NODE_ENV: "production", PORT: String(port), ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(`${origin}${firstPath}`))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${file} ended with ${child.exitCode ?? child.signalCode}: ${complaints}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return {
    origin,
    firstPage: performance.now() - began,
    residentMemory: () => residentMemoryOf(child),
    stop: () => stop(child),
  };
}

/** Resident memory of a process in bytes; NaN where the system does not tell it in /proc. */
export function residentMemoryOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return NaN;
  }
}

/** Ends the process as a supervisor would; by force where it does not listen. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 6_000);
  await ended;
  clearTimeout(force);
}

/** This process's environment without what would change the server. */
export function cleanEnvironment(): Record<string, string | undefined> {
  const foreign = /^(TORG_|PORT$|HOST$|SMTP_URL$|LOG_LEVEL$|NODE_ENV$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** Whether the page comes with 200; false while nobody listens. */
function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    request(address, { agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode === 200));
    })
      .on("error", () => resolve(false))
      .end();
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}
