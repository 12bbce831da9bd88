// Whole pages, asked for one after the other, from the request to the last byte.
import { figure, median, percentile, type Figure } from "./figures";

interface TimedPages {
  name: string;
  /** Asks for a page and answers its HTML; told which time this is. */
  ask(round: number): Promise<string>;
  rounds: number;
  /** Rounds before those, which do not count. */
  warming: number;
  /** Milliseconds that the middle one may take. */
  atMost?: number;
}

/** The middle one of all times in milliseconds; p95, the fastest and the page's size are said with it. */
export async function timedPages({ name, ask, rounds, warming, atMost }: TimedPages): Promise<Figure> {
  for (let round = 0; round < warming; round += 1) await ask(round);
  const times: number[] = [];
  let length = 0;
  for (let round = warming; round < warming + rounds; round += 1) {
    const began = performance.now();
    length = (await ask(round)).length;
    times.push(performance.now() - began);
  }
  const p95 = percentile(times, 0.95);
  const fastest = Math.min(...times);
  const note = `p95 ${p95.toFixed(1)} ms, fastest ${fastest.toFixed(1)} ms, ${Math.round(length / 1_000)} KB`;
  return figure({ name, value: median(times), unit: "ms", digits: 1, atMost, note, details: { p95, times } });
}
