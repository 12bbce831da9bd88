// Slows whoever writes faster than anybody can, and takes what came meanwhile together: nothing is refused for coming too fast.

export interface Pace<Item> {
  /** Takes the item at once, or a little later together with what else this writer has handed in by then. */
  hand(writer: string, item: Item): void;
  /** How many of a writer's items wait. */
  waiting(writer: string): number;
}

export interface PaceOptions<Item> {
  /** Items a second that are taken at once, and how many more after a pause. */
  perSecond: number;
  burst: number;
  take(items: Item[]): void;
}

/** Milliseconds between two takings of a writer who is slowed. */
const slowed = 100;

interface Writer<Item> {
  tokens: number;
  at: number;
  queue: Item[] | undefined;
}

export function createPace<Item>({ perSecond, burst, take }: PaceOptions<Item>): Pace<Item> {
  const writers = new Map<string, Writer<Item>>();

  function writerOf(name: string): Writer<Item> {
    const at = performance.now();
    const writer = writers.get(name) ?? { tokens: burst, at, queue: undefined };
    writer.tokens = Math.min(burst, writer.tokens + ((at - writer.at) / 1_000) * perSecond);
    writer.at = at;
    writers.set(name, writer);
    return writer;
  }

  /** Takes what waits; who has handed in nothing since the last time is slowed no more. */
  function onClock(name: string): void {
    const writer = writerOf(name);
    const items = writer.queue ?? [];
    writer.queue = items.length > 0 ? [] : undefined;
    if (items.length === 0) return;
    setTimeout(() => onClock(name), slowed);
    take(items);
  }

  return {
    hand: (name, item) => {
      const writer = writerOf(name);
      if (writer.queue) return void writer.queue.push(item);
      if (writer.tokens >= 1) {
        writer.tokens -= 1;
        return take([item]);
      }
      writer.queue = [item];
      setTimeout(() => onClock(name), slowed);
    },
    waiting: (name) => writers.get(name)?.queue?.length ?? 0,
  };
}
