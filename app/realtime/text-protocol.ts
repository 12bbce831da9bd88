// What the two ends say to each other in the namespace /texts, where documents are written together. docs/protocol.md says it in prose.
import { z } from "zod";
import type { Ack } from "./protocol";

const documentId = z.string().min(1).max(40);
const clientId = z.number().int().min(0).max(0xffff_ffff);

/** Somebody sits down at a document. Sent again after every reconnection. */
export const JoinText = z.object({
  network: z.string().min(1).max(100),
  document: documentId,
  /** `documentSchemaVersion` of the editor. */
  schema: z.number().int().min(0).max(1_000_000),
  /** The Yjs client id of this editor. */
  client: clientId,
  /** Client ids under which the person wrote what this device still holds. */
  earlier: z.array(clientId).max(500).default([]),
});
export type JoinText = z.input<typeof JoinText>;

export const LeaveText = z.object({ document: documentId });
export type LeaveText = z.infer<typeof LeaveText>;

/** How full a document is, and the bytes it may have; `isNear` from 80 % of either. */
export interface FullnessTold {
  document: string;
  state: number;
  text: number;
  stateLimit: number;
  textLimit: number;
  isNear: boolean;
}

export interface JoinedText {
  /** The server's schema. */
  schema: number;
  /** The editor's is another: it hands in what it holds, gets nothing, and reloads. */
  isOutdated: boolean;
  mayWrite: boolean;
  /** The disk takes what is written. */
  isSaving: boolean;
  /** A y-protocols sync message, step 1, in base64: what the server has. */
  has: string;
  /** Who else is here: a y-protocols awareness update in base64; empty for an outdated editor. */
  awareness: string;
  fullness: FullnessTold | null;
  /** Bytes of one update. */
  updateLimit: number;
}

export type TextRefusal =
  | Extract<Ack, { ok: false }>["refusal"]
  /** Join first. */
  | "not-joined"
  | "malformed"
  | "update-too-large"
  | "state-too-large"
  | "text-too-large"
  | "client-id-taken"
  /** Join again with all you have: the server gave its copy up for another. */
  | "closed"
  /** The disk fails and too much waits: keep it and send it again. */
  | "not-now"
  /** Nothing is given to an editor of another schema. */
  | "outdated";

export type TextAck<Value> = { ok: true; value: Value } | { ok: false; refusal: TextRefusal };

/** What an accepted sync message is answered by: the number of the frame in the log, or what was asked for (step 2, base64). */
export type SyncAnswer = { number: number } | { message: string };

export interface TextToServer {
  join(message: JoinText, ack: (answer: TextAck<JoinedText>) => void): void;
  leave(message: LeaveText, ack: (answer: TextAck<true>) => void): void;
  sync(document: string, message: Uint8Array, ack: (answer: TextAck<SyncAnswer>) => void): void;
  awareness(document: string, message: Uint8Array): void;
}

export interface TextToClient {
  /** A y-protocols sync message (an update, several merged in it) in base64. */
  sync(document: string, message: string): void;
  /** A y-protocols awareness update in base64; names, colours and ids in it are the server's. */
  awareness(document: string, message: string): void;
  /** From now on the person may write, or may not. */
  rights(message: { document: string; mayWrite: boolean }): void;
  /** Something was refused: begin anew with what the server has. The seat is over. */
  reset(message: { document: string; refusal: TextRefusal }): void;
  /** Join again with all you have. The seat is over. */
  rejoin(message: { document: string }): void;
  /** The person may not be here any more: the local copy goes. The seat is over. */
  left(message: { document: string; refusal: TextRefusal }): void;
  /** The disk takes what is written, or does not. */
  saving(message: { isSaving: boolean }): void;
  /** To writers: the document comes near a limit, or no longer is. */
  fullness(message: FullnessTold): void;
}

/** What the server says of a person in awareness. The caret is the client's own, and null for who may not write. */
export interface Caret {
  user: { id: string; name: string; colour: number };
  mayWrite: boolean;
  cursor: unknown;
}
