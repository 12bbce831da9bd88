// After a loss the line is back sooner than the pages: nothing is asked for before they are.

/** Waits until the server answers pages again: a loader asked while it still starts would replace the screen by an error. */
export async function serverAnswers(): Promise<void> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
    const isWell = await fetch("/healthz").then(
      ({ ok }) => ok,
      () => false,
    );
    if (isWell) return;
    await new Promise((done) => setTimeout(done, wait));
  }
}
