// Many questions at once, but never so many that the one asked has to queue them.

/** Runs the work for each of the things, so many at a time. */
export async function inParallel<Thing>(
  things: Iterable<Thing>,
  atOnce: number,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rest = [...things].values();
  const worker = async () => {
    for (const thing of rest) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
