// One window at one document, as the server knows it.
import type { Namespace, Socket } from "socket.io";
import type { Member } from "~/domain/access/member";
import type { Seat } from "~/domain/documents/live-document";
import type { Caller } from "./handshake.server";
import type { Present } from "./text-carets.server";
import type { TextToClient, TextToServer } from "./text-protocol";
import type { TextRoom } from "./text-room.server";

/** What the server knows of a socket in /texts; set at the handshake, from the session. */
export interface TextSocketFacts extends Caller {
  /** By document. */
  seats: Map<string, TextSeat>;
  /** How many messages of it were no messages. */
  malformed: number;
}

export type TextSocket = Socket<TextToServer, TextToClient, Record<string, never>, TextSocketFacts>;
export type TextsNamespace = Namespace<TextToServer, TextToClient, Record<string, never>, TextSocketFacts>;

export interface TextSeat {
  socket: TextSocket;
  network: string;
  documentId: string;
  present: Present;
  /** The Yjs client ids that are theirs. */
  clientIds: number[];
  isOutdated: boolean;
  /** As they were judged last. */
  member?: Member;
  /** When the first of their roles in the network ends (ms), and what has them judged afresh then. */
  endsAt: number;
  end?: NodeJS.Timeout;
  /** One judging after the other; the last says what holds. */
  judging: Promise<void>;
  /** Set when the text is open to them. */
  room?: TextRoom;
  seat?: Seat;
}
