/** Runs heavy work beside the event loop, so that nobody waits for another's hostile or merely long input. */
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
  const { workerFile, timeLimit = 2_000, quiet = 30_000, memoryLimit = 256, longestQueue = 200 } = options;
  const waiting: Task<Job, Result>[] = [];
  let current: Task<Job, Result> | undefined;
  let worker: Worker | undefined;
  let isOnline = false;
  let isClosed = false;
  let clock: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(workerFile, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    });
    isOnline = false;
    const ifInUse = (react: () => void) => {
      if (worker === started) react();
    };
    const online = () => {
      isOnline = true;
      if (current) startClock();
    };
    started.on("online", () => ifInUse(online));
    started.on("message", (result: Result) => ifInUse(() => finish((task) => task.resolve(result))));
    started.on("error", (cause) => ifInUse(() => abandon(new BackgroundFailure("worker-failed", cause))));
    started.on("exit", () => ifInUse(() => abandon(new BackgroundFailure("worker-failed"))));
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
    await ended?.terminate();
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

  function hand(to: Worker, job: Job): void {
    try {
      to.postMessage(job);
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
