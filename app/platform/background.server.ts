/** Runs heavy work beside the event loop, so that nobody waits for another's hostile or merely long input. */
import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { Worker } from "node:worker_threads";

export interface BackgroundOptions {
  /** A bundled module that answers each message from its parent with exactly one message. */
  workerFile: string | URL;
  /** How long one job may take, in milliseconds, from the moment the worker has it. */
  timeLimit?: number;
  /** After how many milliseconds without a job the worker ends and gives its memory back. */
  quiet?: number;
  /** How much the worker's heap may hold, in megabytes; a job that needs more fails, the process goes on. */
  memoryLimit?: number;
  /** How many jobs may wait; further ones are refused at once. */
  longestQueue?: number;
  /**
   * "process": for work done by native code, which a thread's limits do not hold and which could take the whole process down with it.
   * It gives way to everything else on the machine.
   */
  in?: "thread" | "process";
}

export interface Background<Job, Result> {
  /** Resolves with the worker's answer. Rejects with a `BackgroundFailure`, also when the worker breaks down. */
  run(job: Job): Promise<Result>;
  /** Whether a worker thread exists right now. */
  isAwake(): boolean;
  /** Ends the worker and rejects what is under way; later jobs are refused. */
  close(): Promise<void>;
}

/** Told apart by `kind`: over the time limit, broken down, too many waiting, or closed. */
export class BackgroundFailure extends Error {
  readonly kind: "time-limit" | "worker-failed" | "busy" | "closed";
  constructor(kind: BackgroundFailure["kind"], cause?: unknown) {
    super(`Background work ended: ${kind}`, { cause });
    this.kind = kind;
  }
}

interface Task<Job, Result> {
  job: Job;
  resolve(result: Result): void;
  reject(failure: BackgroundFailure): void;
}

/**
 * A worker thread that is started by the first job, does one job at a time in the order they came, is ended and
 * replaced when a job exceeds its limits, and ends by itself when it is quiet. It sees no environment variables. While
 * idle it does not keep the process alive.
 */
export function createBackground<Job, Result>(options: BackgroundOptions): Background<Job, Result> {
  const { timeLimit = 2_000, quiet = 30_000, longestQueue = 200 } = options;
  const waiting: Task<Job, Result>[] = [];
  let current: Task<Job, Result> | undefined;
  let worker: Hand | undefined;
  let isOnline = false;
  let isClosed = false;
  let clock: NodeJS.Timeout | undefined;

  function start(): Hand {
    const started = options.in === "process" ? startProcess(options) : startThread(options);
    isOnline = false;
    const ifInUse = (react: () => void) => {
      if (worker === started) react();
    };
    const online = () => {
      isOnline = true;
      if (current) startClock();
    };
    started.hear({
      online: () => ifInUse(online),
      message: (result) => ifInUse(() => finish((task) => task.resolve(result as Result))),
      failed: (cause) => ifInUse(() => abandon(new BackgroundFailure("worker-failed", cause))),
    });
    return started;
  }

  function startClock(): void {
    clock = setTimeout(() => abandon(new BackgroundFailure("time-limit")), timeLimit);
  }

  function finish(settle: (task: Task<Job, Result>) => void): void {
    clearTimeout(clock);
    const task = current;
    current = undefined;
    if (task) settle(task);
    next();
  }

  /** Ends this worker; the job it was at fails, the next one gets a new worker. */
  function abandon(failure: BackgroundFailure): void {
    void end();
    finish((task) => task.reject(failure));
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = undefined;
    await ended?.end();
  }

  function next(): void {
    if (current || isClosed) return;
    clearTimeout(clock);
    current = waiting.shift();
    if (current) {
      worker ??= start();
      worker.ref();
      if (isOnline) startClock();
      hand(worker, current.job);
    } else if (worker) {
      worker.unref();
      clock = setTimeout(() => void end(), quiet).unref();
    }
  }

  function hand(to: Hand, job: Job): void {
    try {
      to.give(job);
    } catch (notCloneable) {
      finish((task) => task.reject(new BackgroundFailure("worker-failed", notCloneable)));
    }
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new BackgroundFailure("closed"));
        if (waiting.length >= longestQueue) return reject(new BackgroundFailure("busy"));
        waiting.push({ job, resolve, reject });
        next();
      }),
    isAwake: () => worker !== undefined,
    async close() {
      isClosed = true;
      clearTimeout(clock);
      for (const task of [current, ...waiting.splice(0)]) task?.reject(new BackgroundFailure("closed"));
      current = undefined;
      await end();
    },
  };
}

/** A thread or a process, as the work sees it. */
interface Hand {
  hear(ears: { online(): void; message(result: unknown): void; failed(cause?: unknown): void }): void;
  give(job: unknown): void;
  ref(): void;
  unref(): void;
  end(): Promise<unknown>;
}

function startThread({ workerFile, memoryLimit = 256 }: BackgroundOptions): Hand {
  const thread = new Worker(workerFile, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  return {
    hear: ({ online, message, failed }) =>
      thread
        .on("online", online)
        .on("message", message)
        .on("error", failed)
        .on("exit", () => failed()),
    give: (job) => thread.postMessage(job),
    ref: () => thread.ref(),
    unref: () => thread.unref(),
    end: () => thread.terminate(),
  };
}

function startProcess({ workerFile, memoryLimit = 256 }: BackgroundOptions): Hand {
  const child = fork(workerFile, {
    // Two pools of memory are enough for one job at a time; with one for each thread little of it is ever given back.
    env: { NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: "2" },
    execArgv: [`--max-old-space-size=${memoryLimit}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.once("spawn", () => {
    try {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It ended at once, or the system does not let us: then it works as everything else does.
    }
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()).once("error", () => done()));
  return {
    hear: ({ online, message, failed }) =>
      child
        .on("spawn", online)
        .on("message", message)
        .on("error", failed)
        .on("exit", () => failed()),
    give: (job) => child.send(job as object),
    ref: () => {
      child.ref();
      child.channel?.ref();
    },
    unref: () => {
      child.unref();
      child.channel?.unref();
    },
    end: () => {
      // Whoever closes it outlives it: what it was writing is written, or is not, before anybody else looks into the folder.
      child.ref();
      child.kill("SIGKILL");
      return gone;
    },
  };
}
