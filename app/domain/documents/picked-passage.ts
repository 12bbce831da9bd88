// A passage as somebody picks it on a screen, and as it stands in the text that a screen shows.
import type { ToldWords } from "./found-words";

/** What somebody has marked in a text that they read or write. */
export type PickedPassage =
  /** In an editor: the Yjs ids of its letters, too. */
  | ({ kind: "words"; letters?: Array<[client: number, clock: number, length: number]> } & ToldWords)
  /** The picture of this file; where it stands several times, the one of this number. In an editor: its Yjs id, too. */
  | { kind: "picture"; file: string; number: number; element?: PictureElement };

/** The Yjs id of a picture in the shared document. */
export type PictureElement = [client: number, clock: number];

/** Where a passage stands in one text. */
export type PassageStands =
  | ({
      kind: "words";
      /** Word by word as it was picked: its words need not be said then. */
      isAsItWas: boolean;
      letters: Array<[client: number, clock: number, length: number]>;
    } & ToldWords & { section: SectionOf | null })
  | {
      kind: "picture";
      file: string;
      number: number;
      /** For an editor: the number may be another one before the server hears of what is written there. */
      element?: PictureElement;
      at: number;
      section: SectionOf | null;
    }
  /** It is not in it, or cannot be told with certainty. */
  | { kind: "gone"; why: "deleted" | "rewritten" | "unsure" };

/** The heading above a passage: its words, and which it is of those with the same words, from 0. */
export interface SectionOf {
  words: string;
  number: number;
}
