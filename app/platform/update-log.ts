// What the main thread and the log's worker say to each other, and what a frame of the log is.

/** One update as it is handed in: of which text, its bytes, who sent it, and which Yjs client ids that person has first claimed with it. */
export interface NewFrame {
  document: string;
  bytes: Uint8Array;
  /** The person who sent it; null for what the house itself writes. */
  sender: string | null;
  claims: number[];
  /** Where words in it come from that its sender has not written. */
  origins?: readonly Origin[];
  /** What of passages it has moved. */
  moves?: readonly MovedLetters[];
}

/** So many letters of a Yjs client, from this one on, are not by whose client that is. */
export interface Origin {
  client: number;
  clock: number;
  length: number;
  /** They stood there before: whose those are. */
  from?: { client: number; clock: number };
  /** Whose they are (null: nobody knows), and since when, in ms. Given where `from` is not. */
  by?: { person: string | null; at: number };
}

/** So many letters of a Yjs client that were written for those of a passage when this was moved. */
export interface MovedLetters {
  client: number;
  clock: number;
  length: number;
  from: { client: number; clock: number };
}

/** Whose a Yjs client id is, and since when, in ms. */
export interface Claim {
  person: string;
  at: number;
}

/** All that the log says about who wrote a text, as it is or as it stood. */
export interface TextHistory {
  /** Its sound updates, in their order. */
  updates: Uint8Array[];
  writers: Map<number, Claim>;
  origins: Origin[];
}

export type FrameKind = "update" | "fold";

/** A frame that is as it was written. A fold holds all updates up to and including its number. */
export interface Frame {
  number: number;
  kind: FrameKind;
  sender: string | null;
  /** Milliseconds since 1970. */
  at: number;
  bytes: Uint8Array;
}

/** A frame that is not as it was written, or is not there any more. */
export interface DamagedFrame {
  number: number;
  kind: FrameKind;
  reason: "checksum" | "length" | "unreadable" | "missing" | "malformed";
}

/** What the log holds of one text. */
export interface DocumentFrames {
  /** The number of the last update that was ever acknowledged; 0: nothing was. */
  head: number;
  /** The newest sound fold, and all sound updates after it, in their order. */
  frames: Frame[];
  /** Found now; what was set aside before is not among them. */
  damaged: DamagedFrame[];
  /** How many frames were set aside before. */
  aside: number;
  /** Whose each Yjs client id is. */
  writers: Map<number, string>;
  /** What of passages was ever moved, in the order in which it was. */
  moves: MovedLetters[];
}

/** What the worker writes in one transaction. The bytes of the frames follow each other in `bytes`. */
export interface LogJob {
  file: string;
  /** Whether the file may be made. */
  isNew: boolean;
  frames: Array<{
    document: string;
    length: number;
    sender: string | null;
    claims: number[];
    origins?: readonly Origin[];
    moves?: readonly MovedLetters[];
    at: number;
  }>;
  bytes: Uint8Array;
  upkeep: Upkeep[];
}

export type Upkeep =
  /** Puts all updates up to this number into one frame; they themselves are kept. Without effect where a later fold stands. */
  | { kind: "fold"; document: string; upTo: number; bytes: Uint8Array }
  | { kind: "set-aside"; document: string; damaged: DamagedFrame[] }
  /** Erases a text with all that was ever written of it. */
  | { kind: "erase"; document: string };

/** The numbers that the frames were given within their texts; or what is wrong: nothing of the job was written then. */
export type LogResult = { numbers: number[] } | { wrong: string };

/** Whether what is handed in reaches the disk, and what waits. */
export type LogState = { kind: "well" } | { kind: "failing"; reason: string; since: Date };
