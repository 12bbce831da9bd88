// Five editors' windows over lines that are late, double, disordered and broken, with a server that stops: in the end all have one text, it
// is the stored one, and nothing was called saved that was not. The large form is `npm run soak`.
import { expect, test } from "vitest";
import { log } from "~/platform/log.server";
import { converge } from "../support/converging";
import { textHouse } from "../support/text-house";

const minutes = Number(process.env.SOAK_MINUTES ?? 0);
const first = Number(process.env.SEED ?? 20_200_403);
/** Of one round of the large form. */
const [steps, longest] = [3_000, 40_000];

test(
  "five windows over rough lines and a server that stops end with one text, the stored one",
  { timeout: minutes * 60_000 + 180_000 },
  async () => {
    const house = await textHouse();
    // A server that is stopped in the middle of writing says so, each time.
    log().level = "silent";
    const ends = performance.now() + minutes * 60_000;
    let seed = first;
    do {
      const left = minutes > 0 ? Math.min(longest, ends - performance.now()) : Infinity;
      const size = minutes > 0 ? { steps, milliseconds: left } : { steps: 400 };
      const { counts, texts, marks, lost, wrong, restless } = await converge(house, { seed, ...size });
      const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
      process.stdout.write(`seed ${seed}: ${told.join(", ")}; ${marks} marks\n`);
      const said = `failing seed ${seed}`;
      expect(restless, said).toEqual([]);
      expect(lost, `${said}: called saved, and not in the log`).toEqual([]);
      expect(wrong, `${said}: not there once`).toEqual([]);
      expect(new Set(texts).size, `${said}: replicas and the stored document differ`).toBe(1);
      seed += 1;
    } while (performance.now() < ends);
  },
);
