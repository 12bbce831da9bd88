// What a window shows of a text that is written together, and where its words are kept.
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { FullnessTold, TextRefusal } from "~/realtime/text-protocol";
import type { OwnEdits } from "./own-edits";

/** Where the text is kept right now. `changes` are one's own that the server does not have. */
export type TextKeeping =
  { kind: "saved" } | { kind: "saving" } | { kind: "on-this-device"; changes: number } | { kind: "failed" };

/** Words that the server refused or that could not be handed in any more, as Markdown, for copying. */
export interface AsideWords {
  /** In the device's copy; null where it stands here only. */
  key: number | null;
  words: string;
}

export interface TextView {
  /** Another one after a refusal. */
  shared: Y.Doc;
  awareness: Awareness;
  /**
   * `opening`: nothing to show yet; `ready`; `outdated`: this editor is older than the server and gets nothing, reload; `gone`: the text may
   * not be read any more, or is no more; `too-long`: it is read only, since as one that is written together it would be too large.
   */
  phase: "opening" | "ready" | "outdated" | "gone" | "too-long";
  mayWrite: boolean;
  keeping: TextKeeping;
  /** Whether the line stands and one has sat down. */
  isSeated: boolean;
  /** As far as the server said: its disk takes what is written. */
  isDiskWell: boolean;
  fullness: FullnessTold | null;
  aside: readonly AsideWords[];
  /** Why something was refused; null until something is, or when it was seen. */
  refusal: TextRefusal | null;
}

/** Milliseconds until what is handed in and not acknowledged is no longer called *saving*. */
export const savingPatience = 5_000;

/** Where one's own words are. `isTaking`: there is a seat, and the server takes what is handed in. `left`: how long it may be called so. */
export function keepingOf(own: OwnEdits, isTaking: boolean): { keeping: TextKeeping; left?: number } {
  if (own.isEmpty) return { keeping: { kind: "saved" } };
  const waited = Date.now() - (own.waitingSince ?? Date.now());
  if (isTaking && waited < savingPatience)
    return { keeping: { kind: "saving" }, left: savingPatience - waited };
  if (own.areKept === undefined) return { keeping: { kind: "saving" } };
  return { keeping: own.areKept ? { kind: "on-this-device", changes: own.changes } : { kind: "failed" } };
}
