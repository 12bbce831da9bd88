// A public page: how many readers a second one core serves, and that nobody who asks after a withdrawal gets the text.
import { figure, median, type Figure } from "./figures";
import { load, type LoadResult } from "./load";
import { lastHtml, type Practice } from "./practice";
import { post, type Visitor } from "./visitor";

const rounds = 3;
const secondsOfRound = 4;

export async function publicSpeed(writer: Visitor, practice: Practice): Promise<Figure[]> {
  await practice.publish("public");
  const id = practice.path.split("/").at(-1) ?? "";
  const answer = await fetch(`${writer.origin}/public/en/${id}`, { redirect: "manual" });
  const address = `${writer.origin}${answer.headers.get("location") ?? ""}`;
  const lastWords = lastHtml(1);
  await load({ address, seconds: secondsOfRound, lastWords });
  const results: LoadResult[] = [];
  for (let round = 0; round < rounds; round += 1)
    results.push(await load({ address, seconds: secondsOfRound, lastWords }));
  const p99 = median(results.map((round) => round.p99));
  const late = await afterWithdrawing(writer, practice, address, lastWords);
  return [
    figure({
      name: "a public page of 20 KB, 10 connections",
      value: median(results.map(({ perSecond }) => perSecond)),
      unit: "requests/s",
      atLeast: 2000,
      note: `p99 ${p99.toFixed(1)} ms`,
      details: { rounds: results },
    }),
    figure({
      name: "texts given out after a withdrawal during the run",
      value: late.given,
      unit: "",
      atMost: 0,
      note: `of ${late.asked} requests begun after it`,
    }),
  ];
}

/** Ten readers ask without a pause; meanwhile the text is withdrawn. Counts what was asked for after that and given all the same. */
async function afterWithdrawing(writer: Visitor, practice: Practice, address: string, lastWords: string) {
  let withdrawnAt = Infinity;
  let [asked, given] = [0, 0];
  const until = performance.now() + 3_000;
  const reading = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      const answer = await fetch(address);
      const text = await answer.text();
      if (began <= withdrawnAt) continue;
      asked += 1;
      if (text.includes(lastWords)) given += 1;
    }
  };
  const readers = Array.from({ length: 10 }, reading);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await post(writer, `${practice.path}/withdraw`, { intent: "withdraw" });
  withdrawnAt = performance.now();
  await Promise.all(readers);
  return { asked, given };
}
