// What the two ends of the socket say to each other. docs/protocol.md says the same in prose.
import { z } from "zod";
import type { Announcement } from "~/domain/activity/activity";

/**
 * A member opens a network's screens: from now on what happens there, as far as they may know of it, is announced. `announced` is what
 * the page was given: where something was announced since, `missed` is said at once.
 */
export const Watch = z.object({
  network: z.string().min(1).max(100),
  announced: z.string().max(60).optional(),
});
export type Watch = z.infer<typeof Watch>;

/** A member has a document before them; everybody else who has sees that. One document at a time per socket. */
export const Open = z.object({ network: z.string().min(1).max(100), document: z.string().min(1).max(40) });
export type Open = z.infer<typeof Open>;

export const Close = z.object({});

/** The answer to every message: done, or refused in one of the domain's words (or for coming too fast). */
export type Ack<Value = true> =
  | { ok: true; value: Value }
  | { ok: false; refusal: "not-found" | "forbidden" | "invalid" | "conflict" | "too-fast" | "failed" };

/** Somebody who has the document open. Name and colour come from the server. */
export interface PresentPerson {
  id: string;
  name: string;
  colour: number;
}

export interface ToServer {
  watch(message: Watch, ack: (answer: Ack) => void): void;
  open(message: Open, ack: (answer: Ack<PresentPerson[]>) => void): void;
  close(message: z.infer<typeof Close>, ack: (answer: Ack) => void): void;
}

export interface ToBrowser {
  happened(announcement: Announcement): void;
  /** Something was announced between the page's answer and its watching; nothing is said of what it was, or to whom. */
  missed(): void;
  present(message: { document: string; people: PresentPerson[] }): void;
}

/** The names of all messages a browser may send; the access tests walk this list. */
export const messageNames = ["watch", "open", "close"] as const satisfies ReadonlyArray<keyof ToServer>;
