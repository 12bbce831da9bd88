// What a remark on a document is, and the thread that it begins. Light enough for every screen; the orders are in comment-orders.ts.

import type { PassageStands } from "../documents/picked-passage";

/** Characters of a remark, and of the reason why one is declined. */
export const commentLimit = 20_000;
export const reasonLimit = 2_000;

/** What a thread is, as its writer sees it, in the order of the choice. */
export const commentKinds = ["question", "idea", "praise", "must-fix"] as const;
export type CommentKind = (typeof commentKinds)[number];

/** Who reads a thread of those who read its text: all of them, or experts and lead partner only. */
export const commentReaders = ["all", "experts"] as const;
export type CommentReaders = (typeof commentReaders)[number];

/** With what a thread ends, in the order of the choice; what is declined says why. */
export const commentOutcomes = ["done", "answered", "declined"] as const;
export type CommentOutcome = (typeof commentOutcomes)[number];

export interface PersonNamed {
  id: string;
  name: string;
  colour: number;
}

/** One remark as a member may read it. */
export interface CommentView {
  id: string;
  author: PersonNamed;
  isMine: boolean;
  /** Empty when deleted: a trace of who and when is all that is shown. */
  html: string;
  /** What the author wrote, for them to edit; given to nobody else. */
  source: string | null;
  madeOn: "working" | "published";
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

export interface Resolution {
  at: Date;
  by: string;
  outcome: CommentOutcome;
  /** Why it is declined; as it was typed. */
  reason: string;
}

/** The passage a thread is about: its words as they were, and where it stands in the text that is shown; null where none is. */
export interface PassageView {
  quotation: string;
  isPicture: boolean;
  stands: PassageStands | null;
}

/** A remark with what answers it and what became of it. */
export interface ThreadView extends CommentView {
  /** Null where its writer chose none, as nobody could before there were threads. */
  kind: CommentKind | null;
  readers: CommentReaders;
  /** Null: it is about the whole text. */
  passage: PassageView | null;
  resolved: Resolution | null;
  /** Who is to see to it, and until which day ("YYYY-MM-DD"). */
  assignee: PersonNamed | null;
  dueOn: string | null;
  /** The day has passed, and it is not resolved. */
  isLate: boolean;
  mayResolve: boolean;
  mayAssign: boolean;
  answers: CommentView[];
}

export function isCommentKind(text: string | null): text is CommentKind {
  return (commentKinds as readonly (string | null)[]).includes(text);
}

export function isCommentOutcome(text: string | null): text is CommentOutcome {
  return (commentOutcomes as readonly (string | null)[]).includes(text);
}

/** Whether it can be answered: of one that was deleted, as long as something that answers it stands. */
export function isAnswerable({ deletedAt, answers }: Pick<ThreadView, "deletedAt" | "answers">): boolean {
  return [{ deletedAt }, ...answers].some((one) => one.deletedAt === null);
}

/** A value that is not known is the narrower one. */
export function readersIn(text: string): CommentReaders {
  return text === "all" ? "all" : "experts";
}
