// Figure 1: how many readers a second one core serves with a published 20 KB document, and how near that is to a bare Remix route.
import { figure, median, type Figure } from "./figures";
import { load, type LoadResult } from "./load";
import { lastHtml } from "./practice";
import type { Serving } from "./serving";
import type { Visitor } from "./visitor";

const rounds = 5;
const secondsOfRound = 4;
/** Until V8 has compiled what a page needs; the rate no longer rises then. */
const secondsOfWarming = 12;

/** Alternates short rounds, since a machine is never as quiet in one minute as in the next, and takes the median of each side. */
export async function readingSpeed(
  reader: Visitor,
  path: string,
  edition: number,
  bare: Serving,
): Promise<Figure[]> {
  const torg = (seconds: number) =>
    load({
      address: `${reader.origin}${path}`,
      seconds,
      lastWords: lastHtml(edition),
      cookie: reader.cookie,
    });
  const alone = (seconds: number) => load({ address: `${bare.origin}/`, seconds, lastWords: lastHtml(1) });
  await torg(secondsOfWarming);
  await alone(secondsOfWarming / 2);
  const ofTorg: LoadResult[] = [];
  const ofBare: LoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ofTorg.push(await torg(secondsOfRound));
    ofBare.push(await alone(secondsOfRound));
  }
  const reading = median(ofTorg.map(({ perSecond }) => perSecond));
  const route = median(ofBare.map(({ perSecond }) => perSecond));
  const shares = ofTorg.map(({ perSecond }, round) => perSecond / (ofBare[round]?.perSecond ?? NaN));
  const p99 = median(ofTorg.map((round) => round.p99));
  const facts = { unit: "requests/s" };
  return [
    figure({
      ...facts,
      name: "reading a published 20 KB document, 10 connections",
      value: reading,
      atLeast: 300,
      note: `p99 ${p99.toFixed(0)} ms`,
      details: { rounds: ofTorg },
    }),
    figure({
      ...facts,
      name: "a bare Remix route with the same text",
      value: route,
      details: { rounds: ofBare },
    }),
    figure({
      name: "reading, as a part of the bare route",
      value: median(shares),
      unit: "",
      digits: 2,
      atLeast: 0.5,
      details: { rounds: shares },
    }),
  ];
}
