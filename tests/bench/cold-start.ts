// Figure 4: how long a restart keeps people waiting: from the start of the process to the end of its first page.
import { figure, median, type Figure } from "./figures";
import type { Pinning } from "./machine";
import { serveTorg } from "./serving";

const starts = 9;

/** The median of starts on a data folder that holds the demo networks. Files are in the system's cache, as after a restart. */
export async function coldStart(pinning: Pinning, dataFolder: string): Promise<Figure[]> {
  const took: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const torg = await serveTorg(pinning, dataFolder);
    took.push(torg.firstPage);
    await torg.stop();
  }
  return [
    figure({
      name: "cold start to first page (built)",
      value: median(took),
      unit: "ms",
      atMost: 1000,
      note: `slowest of ${starts}: ${Math.max(...took).toFixed(0)} ms`,
      details: { starts: took },
    }),
  ];
}
