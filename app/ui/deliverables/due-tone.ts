// The shape and colour of a due day that several cities have: the worst of how they stand.
import type { TimelineDue } from "~/domain/deliverables/timeline";
import type { StateTone } from "../state-mark";
import { stateTones } from "./state-tones";

export function dueTone({
  late,
  atRisk,
  states,
}: Pick<TimelineDue, "late" | "atRisk" | "states">): StateTone {
  if (late.length > 0) return "late";
  if (atRisk.length > 0) return "soon";
  return commonTone(states.map((state) => stateTones[state]));
}

/** Of several: late or soon where one is, `ok` where all are, `quiet` where nothing has begun. */
export function commonTone(tones: readonly StateTone[]): StateTone {
  for (const tone of ["late", "soon"] as const) if (tones.includes(tone)) return tone;
  const [first = "quiet"] = tones;
  return tones.every((tone) => tone === first) ? first : "going";
}
