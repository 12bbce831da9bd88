// All who sit at one open document: what it relays reaches them as one string, and what each of them says is stamped.
import type { LiveDocument } from "~/domain/documents/live-document";
import { stateLimit, type Fullness } from "~/domain/documents/live-document";
import { textLimit } from "~/domain/documents/document";
import { createCarets, type Carets } from "./text-carets.server";
import { writeSync } from "./text-messages";
import type { FullnessTold } from "./text-protocol";
import type { TextSeat, TextsNamespace } from "./text-seat.server";

export interface TextRoom {
  document: LiveDocument;
  carets: Carets;
  seats: ReadonlySet<TextSeat>;
  add(seat: TextSeat): void;
  /** The last who goes ends the room. */
  remove(seat: TextSeat): void;
}

/** The name in which those listen who are given what is written. */
export const textRoom = (documentId: string) => `text:${documentId}`;

export const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

export function fullnessTold(document: string, { state, text, isNear }: Fullness): FullnessTold {
  return { document, state, text, isNear, stateLimit, textLimit };
}

/** Opens the room of this open document. `onRejoin` hears when the server gives this copy up; `onEmpty` when the last has gone. */
export function openTextRoom(
  texts: TextsNamespace,
  document: LiveDocument,
  { onRejoin, onEmpty }: { onRejoin(): void; onEmpty(): void },
): TextRoom {
  const { id } = document;
  const seats = new Set<TextSeat>();
  const carets = createCarets((message) => texts.to(textRoom(id)).emit("awareness", id, base64(message)));
  const stops = [
    document.onRelay(({ update, origin }) => {
      const message = base64(writeSync({ step: "update", bytes: update }));
      const to = texts.to(textRoom(id));
      (typeof origin === "string" ? to.except(origin) : to).emit("sync", id, message);
    }),
    document.onFullness((fullness) => {
      for (const { socket, present } of seats)
        if (present.mayWrite) socket.emit("fullness", fullnessTold(id, fullness));
    }),
    document.onReset(onRejoin),
  ];
  return {
    document,
    carets,
    seats,
    add: (seat) => void seats.add(seat),
    remove: (seat) => {
      if (!seats.delete(seat)) return;
      carets.leave(seat.present);
      if (seats.size > 0) return;
      for (const stop of stops) stop();
      carets.stop();
      onEmpty();
    },
  };
}
