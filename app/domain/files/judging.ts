// What is asked about a file that came in, and what the judging process beside the server answers.

export interface JudgingJob {
  /** Where the file lies. */
  path: string;
  /** Paths at which a picture's sizes may be written, the largest first; those not needed stay empty. */
  targets: string[];
}

/** One content that is to be kept. */
export interface JudgedContent {
  path: string;
  /** In pixels; 0: the file as it was given. */
  width: number;
  hash: string;
  bytes: number;
}

export type Judgement =
  /** Kept as it is, never shown inside a page. */
  | { is: "file"; type: string; content: JudgedContent }
  /** Encoded anew, in each size that is needed, the largest first. */
  | { is: "picture"; type: string; ending: string; width: number; height: number; contents: JudgedContent[] }
  | { is: "refused"; why: PictureRefusal };

/** Why a picture is not taken: one of the keys of the `files` catalogue's `wrong`. */
export type PictureRefusal = "tooManyPixels" | "unreadable" | "otherPicture";

/** Pixels of the largest picture that is decoded: 50 million, four times what phones usually take. */
export const pixelLimit = 50_000_000;

/** In pixels, the longer side of the largest size that is kept. */
export const longestSide = 2_560;
