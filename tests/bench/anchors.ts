// `npm run bench:anchors`: made-up scripts of edits around a passage, and where its remark stands in the end. `-- --scripts 200` plays
// fewer, `-- --stock 15` makes 15 sentences of a hundred stand in several places of a text (headings and cells more), `-- --show 3` prints so many of each kind that went wrong or were lost.
import { parseArgs } from "node:util";
import { fates, playScript, type Outcome } from "../support/passage-scripts";

const { values } = parseArgs({
  options: {
    scripts: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    stock: { type: "string", default: "3" },
    show: { type: "string", default: "0" },
  },
});
const [scripts, seed] = [Number(values.scripts), Number(values.seed)];
const outcomes: Outcome[] = Array.from({ length: scripts }, (_, index) =>
  playScript(seed + index, fates[index % fates.length] ?? "around", Number(values.stock) / 100),
);
const count = (list: readonly Outcome[], verdict: Outcome["verdict"]) =>
  list.filter((one) => one.verdict === verdict).length;
for (const fate of fates) {
  const own = outcomes.filter((one) => one.fate === fate);
  const surviving = own.filter(({ survives }) => survives);
  const gone = own.filter(({ survives }) => !survives);
  const part = surviving.length > 0 ? (100 * count(surviving, "right")) / surviving.length : 100;
  console.log(
    `${fate}: ${own.length} scripts, ${surviving.length} survive, ${count(surviving, "right")} right (${part.toFixed(2)} %), ` +
      `${count(surviving, "detached")} detached, ${count(own, "wrong")} wrong; ${count(gone, "detached")} of ${gone.length} that do not are detached`,
  );
}
const show = Number(values.show);
const lost = outcomes.filter(({ survives, verdict }) => survives && verdict === "detached");
for (const one of [
  ...outcomes.filter(({ verdict }) => verdict === "wrong").slice(0, show),
  ...lost.slice(0, show),
])
  console.log(JSON.stringify(one, undefined, 1));
const reasons = new Map<string, number>();
for (const { place } of lost)
  if ("gone" in place) reasons.set(place.gone, (reasons.get(place.gone) ?? 0) + 1);
console.log("lost although they survive:", Object.fromEntries(reasons));
const surviving = outcomes.filter(({ survives }) => survives);
console.log(
  `${surviving.length} survive: ${((100 * count(surviving, "right")) / Math.max(1, surviving.length)).toFixed(2)} % right`,
);
console.log(
  `right ${count(outcomes, "right")}, detached ${count(outcomes, "detached")}, wrong ${count(outcomes, "wrong")}`,
);
