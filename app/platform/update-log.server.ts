// The log of updates as the main thread knows it: hands frames to the worker, which commits them, and tells when they are on the disk.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "./log.server";
import { root } from "./root.server";
import type { LogJob, LogResult, LogState, NewFrame, Upkeep } from "./update-log";

export interface UpdateLog {
  /**
   * Resolves with the frame's number within its text once it is on the disk, power cut included. While the disk fails the frame is kept
   * and written when it is back, in the order in which frames came; it rejects only when the log is closed before.
   */
  append(frame: NewFrame): Promise<number>;
  /** Resolves when it is committed, after all frames that came before. Unlike a frame it is tried once, and rejects when that fails. */
  keepUp(upkeep: Upkeep): Promise<void>;
  state(): LogState;
  /** What is not committed yet. */
  waiting(): { frames: number; bytes: number };
  /** Hears when the disk begins to fail, within 2 s, and when it is well again; the function answered ends that. */
  onState(listener: (state: LogState) => void): () => void;
  /** Resolves when all that was handed in before is committed; with the disk failing it waits, closed it rejects. */
  flush(): Promise<void>;
  /** Waits so many milliseconds at most for what is pending, then ends the worker. */
  close(patience: number): Promise<void>;
}

/** Milliseconds after which a batch without an answer is told as failing, and until a failed one is tried again. */
const [slow, again] = [1_400, 250];
/** What one transaction holds at most. */
const [mostFrames, mostBytes] = [5_000, 8_000_000];

/** The log was closed before this was on the disk. */
export class LogClosed extends Error {
  readonly kind = "log-closed";
}

interface Pending {
  frame?: NewFrame & { at: number };
  upkeep?: Upkeep;
  resolve(number: number): void;
  reject(error: Error): void;
}

/** Opens the log; the file is made if it is not there. One batch is on its way at a time, and what comes meanwhile is the next one. */
export function openUpdateLog(file: string): UpdateLog {
  let mayBeMade = !existsSync(file);
  let state: LogState = { kind: "well" };
  let worker: Worker | undefined;
  let queue: Pending[] = [];
  let underWay: Pending[] | undefined;
  /** Asked for with every update: counted as it comes and goes. */
  let waiting = { frames: 0, bytes: 0 };
  let clock: NodeJS.Timeout | undefined;
  let isSent = false;
  let isClosed = false;
  const listeners = new Set<(state: LogState) => void>();

  function start(): Worker {
    const started = new Worker(join(root(), "build/workers/update-log.js"), {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const broken = (error?: unknown) => {
      if (worker !== started) return;
      worker = undefined;
      log().error({ error }, "the writer of the update log broke down");
      if (isSent) settle({ wrong: "worker-failed" });
    };
    started.on("message", (result: LogResult) => worker === started && settle(result));
    started.on("error", broken);
    started.on("exit", () => broken());
    return started;
  }

  /** Puts what waits into one transaction. */
  function send(): void {
    if (isSent) return;
    clearTimeout(clock);
    // With nothing left to write an empty batch asks whether the disk is back.
    if (!underWay?.length) underWay = next();
    isSent = true;
    worker ??= start();
    worker.ref();
    clock = setTimeout(() => tell("slow"), slow).unref();
    const job = jobOf(underWay, { file, isNew: mayBeMade });
    worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
  }

  function next(): Pending[] {
    let [count, bytes] = [0, 0];
    for (const { frame } of queue) {
      bytes += frame?.bytes.length ?? 0;
      if (count > 0 && (count >= mostFrames || bytes > mostBytes)) break;
      count += 1;
    }
    const taken = queue.slice(0, count);
    queue = queue.slice(count);
    return taken;
  }

  function settle(result: LogResult): void {
    isSent = false;
    clearTimeout(clock);
    const batch = underWay ?? [];
    if ("wrong" in result) {
      tell(result.wrong);
      for (const { upkeep, reject } of batch) if (upkeep) reject(new Error(`not kept up: ${result.wrong}`));
      underWay = batch.filter(({ frame }) => frame);
      clock = setTimeout(send, again);
      return;
    }
    underWay = undefined;
    mayBeMade = false;
    const numbers = result.numbers.values();
    for (const { frame, resolve } of batch) {
      if (frame) waiting = { frames: waiting.frames - 1, bytes: waiting.bytes - frame.bytes.length };
      resolve(frame ? (numbers.next().value ?? 0) : 0);
    }
    tell(undefined);
    if (queue.length > 0) send();
    else worker?.unref();
  }

  function tell(reason: string | undefined): void {
    if (reason === undefined) {
      if (state.kind === "well") return;
      state = { kind: "well" };
      log().info("the update log is written again");
    } else {
      if (state.kind === "failing") return;
      state = { kind: "failing", reason, since: new Date() };
      log().error({ reason }, "the update log cannot be written");
    }
    for (const listener of [...listeners]) listener(state);
  }

  const hand = (what: Pick<Pending, "frame" | "upkeep">) =>
    new Promise<number>((resolve, reject) => {
      if (isClosed) return reject(new LogClosed("The log is closed."));
      const { frame } = what;
      if (frame) waiting = { frames: waiting.frames + 1, bytes: waiting.bytes + frame.bytes.length };
      queue.push({ ...what, resolve, reject });
      // With a failed batch waiting for its next turn, nothing overtakes it.
      if (!underWay) send();
    });

  const opened: UpdateLog = {
    append: (frame) => hand({ frame: { ...frame, at: Date.now() } }),
    keepUp: async (upkeep) => void (await hand({ upkeep })),
    state: () => state,
    waiting: () => waiting,
    onState: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: async () => {
      const isFrame = ({ frame }: Pending) => frame !== undefined;
      const last = queue.findLast(isFrame) ?? underWay?.findLast(isFrame);
      if (last) await settled(last);
    },
    close: async (patience) => {
      if (isClosed) return;
      const inTime = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
      const flushed = opened.flush().catch(() => undefined);
      isClosed = true;
      await Promise.race([flushed, inTime]);
      clearTimeout(clock);
      for (const { reject } of [...(underWay ?? []), ...queue]) reject(new LogClosed("The log was closed."));
      queue = [];
      underWay = undefined;
      const ended = worker;
      worker = undefined;
      if (!ended) return;
      const exited = new Promise<void>((resolve) => ended.once("exit", () => resolve()));
      ended.ref();
      ended.postMessage("close");
      await Promise.race([exited, inTime]);
      await ended.terminate();
    },
  };
  // The first batch is empty: it makes the file, or tells at once that it cannot be written.
  hand({ upkeep: { kind: "set-aside", document: "", damaged: [] } }).catch(() => undefined);
  return opened;
}

/** Resolves or rejects together with what is pending. */
function settled(pending: Pending): Promise<void> {
  return new Promise((resolve, reject) => {
    const { resolve: done, reject: failed } = pending;
    pending.resolve = (number) => {
      done(number);
      resolve();
    };
    pending.reject = (error) => {
      failed(error);
      reject(error);
    };
  });
}

function jobOf(batch: Pending[], { file, isNew }: Pick<LogJob, "file" | "isNew">): LogJob {
  const given = batch.flatMap(({ frame }) => frame ?? []);
  // Copied into memory of its own: an update is often a slice of a far larger buffer, which would be sent whole.
  const bytes = new Uint8Array(given.reduce((sum, frame) => sum + frame.bytes.length, 0));
  let start = 0;
  const frames = given.map(({ document, bytes: update, sender, claims, origins, moves, at }) => {
    bytes.set(update, start);
    start += update.length;
    return { document, length: update.length, sender, claims, origins, moves, at };
  });
  return { file, isNew, frames, bytes, upkeep: batch.flatMap(({ upkeep }) => upkeep ?? []) };
}
