// Tells when a document has become quiet, or has been written in for too long without a pause, so that its projections follow.

/** Milliseconds without an edit that are quiet, and after which constant writing is interrupted. */
const [quiet, atMost] = [1_000, 2_000];

export interface Quiet {
  /** Something was written. */
  touch(): void;
  /** Runs what is due, and resolves when nothing is left to do. */
  settle(): Promise<void>;
  isDue(): boolean;
  stop(): void;
}

/** Milliseconds after which work that failed is tried again, if the document is still open then. */
const again = 5_000;

/** Runs the work one at a time; what is written meanwhile makes it due again. */
export function createQuiet(work: () => Promise<void>, onFailure: (error: unknown) => void): Quiet {
  let since: number | undefined;
  let clock: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  function run(): Promise<void> {
    clearTimeout(clock);
    since = undefined;
    let isFailed = false;
    running ??= work()
      .catch((error: unknown) => {
        isFailed = true;
        onFailure(error);
      })
      .then(() => {
        running = undefined;
        if (since !== undefined) plan();
        else if (isFailed) clock = setTimeout(() => void (running ?? run()), again);
      });
    return running;
  }

  function plan(): void {
    clearTimeout(clock);
    const rest = (since ?? Date.now()) + atMost - Date.now();
    clock = setTimeout(() => void (running ?? run()), Math.max(0, Math.min(quiet, rest)));
  }

  return {
    touch: () => {
      since ??= Date.now();
      if (!running) plan();
    },
    settle: async () => {
      while (running || since !== undefined) await (running ?? run());
    },
    isDue: () => running !== undefined || since !== undefined,
    stop: () => clearTimeout(clock),
  };
}
