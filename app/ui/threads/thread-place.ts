// Where threads stand: on which document, and what the reader may do there. Given to every part of them.
import type { CommentReaders } from "~/domain/comments/comment";
import { type ThreadFilter, threadSearch } from "~/domain/comments/thread-filter";

export interface ThreadPlace {
  documentId: string;
  /** Of the document's page, without anything after it: "/networks/…/documents/…". */
  address: string;
  /** Which text the reader has before them. */
  madeOn: "working" | "published";
  /** Of the screen on which they stand, where that is another: what narrows them is kept in its address. */
  screen?: string;
  /** The text that the page's address asks for, where it asks for one. */
  text?: string;
  mayComment: boolean;
  /** They may begin remarks for experts and lead partner alone. */
  mayAddressExperts: boolean;
}

/** Where the forms of remarks are posted to, from whichever screen. */
export function remarkAction({ address }: ThreadPlace): string {
  return `${address}?index`;
}

/** Where people are asked for whom a remark for these readers may name. */
export function namesAddress({ address, madeOn }: ThreadPlace, readers: CommentReaders): string {
  return `${address}/comments/names?${new URLSearchParams({ on: madeOn, readers }).toString()}`;
}

/** Where all threads of this filter are asked for, those that the page did not bring included. */
export function everyThread({ address, madeOn }: ThreadPlace, filter: ThreadFilter): string {
  return `${address}/remarks${threadSearch({ ...filter, every: true }, madeOn)}`;
}

/** The address of the screen on which threads stand, without anything after it. */
export function screenOf({ screen, address }: ThreadPlace): string {
  return screen ?? address;
}
