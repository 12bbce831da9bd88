// Chooses one of each name's possible places so that they are not in each other's way: greedy first, then mending what still is.
import { doBoxesMeet, doLinesCross, doesLineMeetBox } from "./geometry";
import { acceptable, type Place } from "./label-candidates";

/** What it costs that two names meet, that a line runs through a name, that two lines cross. */
const meeting = 10_000;
const running = 600;
const crossing = 200;

/** Changes of place tried where names are in each other's way, and for how many of them a place that was left stays left. */
const steps = 160;
const stepsInVain = 50;
const leftFor = 12;

/**
 * One place for each name, of low cost: the same places give the same choice. No two names meet; lines cross names or each other
 * only where it finds no better. Null where two names would meet whatever it tried, or one has no place at all.
 */
export function findPlaces(candidates: ReadonlyArray<readonly Place[]>): Place[] | null {
  const chosen = greedy(candidates);
  if (!chosen) return null;
  let best = [...chosen];
  let least = costOf(chosen);
  const left = new Map<Place, number>();
  const draw = dice();
  let improved = 0;
  for (let step = 0; step < steps && least.trouble > 0 && step - improved < stepsInVain; step += 1) {
    const wrong: number[] = chosen.map((_, at) => at).filter((at) => troubleOf(chosen, at) > 0);
    const of = wrong[Math.floor(draw() * wrong.length)];
    if (of === undefined) break;
    const before = chosen[of];
    const next = cheapest(
      candidates[of] ?? [],
      chosen,
      of,
      (place) => (left.get(place) ?? -1) >= step || place === before,
    );
    if (!before || !next) continue;
    left.set(before, step + leftFor);
    chosen[of] = next;
    const cost = costOf(chosen);
    if (cost.whole < least.whole) [best, least, improved] = [[...chosen], cost, step];
  }
  for (let round = 0; round < 3; round += 1)
    best.forEach((place, at) => {
      best[at] = cheapest(candidates[at] ?? [], best, at) ?? place;
    });
  return costOf(best).trouble < meeting ? best : null;
}

/** Whoever has the fewest places chooses first. */
function greedy(candidates: ReadonlyArray<readonly Place[]>): Place[] | null {
  const order = candidates.map((places, at) => ({ at, count: places.length }));
  order.sort((one, other) => one.count - other.count || one.at - other.at);
  const chosen: Place[] = [];
  for (const { at } of order) {
    const place = cheapest(candidates[at] ?? [], chosen, at);
    if (!place) return null;
    chosen[at] = place;
  }
  return chosen;
}

/** The place that costs least beside the others' (of which some may not be chosen yet); the places come by cost. */
function cheapest(
  places: readonly Place[],
  chosen: readonly Place[],
  of: number,
  isLeft: (place: Place) => boolean = () => false,
): Place | undefined {
  let best: Place | undefined;
  let least = Infinity;
  for (const place of places) {
    if (place.cost >= least) break;
    if (isLeft(place)) continue;
    const cost = place.cost + trouble(place, chosen, of, least - place.cost);
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

function costOf(chosen: readonly Place[]): { whole: number; trouble: number } {
  let whole = 0;
  let sum = 0;
  chosen.forEach((place, at) => {
    whole += place.cost + trouble(place, chosen, at) / 2;
    sum += troubleOf(chosen, at);
  });
  return { whole, trouble: sum };
}

function troubleOf(chosen: readonly Place[], at: number): number {
  const place = chosen[at];
  return place ? trouble(place, chosen, at) + Math.max(0, place.cost - acceptable) : 0;
}

/** What the place costs beside the others; no more is counted once it is over the limit. */
function trouble(place: Place, chosen: readonly Place[], of: number, limit = Infinity): number {
  let sum = 0;
  // Not forEach: it asks some hundred thousand times.
  for (let at = 0; at < chosen.length && sum < limit; at += 1) {
    const other = chosen[at];
    if (other && at !== of) sum += between(place, other);
  }
  return sum;
}

function between(one: Place, other: Place): number {
  if (!doBoxesMeet(one.extent, other.extent, 1)) return 0;
  let sum = doBoxesMeet(one.box, other.box, 1) ? meeting : 0;
  if (one.leader && doesLineMeetBox(one.leader, other.box)) sum += running;
  if (other.leader && doesLineMeetBox(other.leader, one.box)) sum += running;
  if (one.leader && other.leader && doLinesCross(one.leader, other.leader)) sum += crossing;
  return sum;
}

/** Numbers from 0 to 1 in an order that nobody guesses and that is always the same. */
function dice(): () => number {
  let state = 20_261_121;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
