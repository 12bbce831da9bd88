// What a client hands in of a text: judged, taken, and acknowledged when it is on the disk and not before.
import { z } from "zod";
import { updateLimit } from "~/domain/documents/live-document";
import { liveDocumentsIfOpen } from "~/domain/documents/live-documents.server";
import { lackedBy, refusedUpdate, writeText } from "~/domain/documents/written-together.server";
import { now } from "~/platform/clock";
import { log } from "~/platform/log.server";
import type { answering } from "./answering.server";
import { readNoFurther, type Transport } from "./reading-pause.server";
import { readSync, writeSync } from "./text-messages";
import type { SyncAnswer, TextAck, TextRefusal } from "./text-protocol";
import { countRefusal } from "./text-refusals.server";
import { base64 } from "./text-room.server";
import type { TextSeat } from "./text-seat.server";

/** Updates of one person that wait because they came too fast: from the first number on nothing is read, until the second. */
const [tooMany, fewEnough] = [200, 50];

interface Handed {
  seat: TextSeat | undefined;
  message: unknown;
  ack: unknown;
}

interface Door {
  answer: ReturnType<typeof answering>;
  release(seat: TextSeat): void;
  /** Counts a message that is none. */
  count(): void;
}

/** Takes one sync message. Each is answered once; a refused update ends the seat, since what follows it would lean on it. */
export function takeSync({ seat, message, ack }: Handed, { answer, release, count }: Door): void {
  const reply = (given: TextAck<SyncAnswer>) => {
    if (typeof ack === "function") (ack as (given: TextAck<SyncAnswer>) => void)(given);
  };
  const refuse = (refusal: TextRefusal) => {
    reply({ ok: false, refusal });
    if (!seat) return;
    if (refusal === "malformed") count();
    else countRefusal(refusal, seat.present.person.id, seat.documentId);
    if (seat.socket.data.seats.get(seat.documentId) !== seat) return;
    // One that the server has given up is told so by "rejoin".
    if (refusal !== "closed") seat.socket.emit("reset", { document: seat.documentId, refusal });
    release(seat);
  };
  if (!(message instanceof Uint8Array)) {
    reply({ ok: false, refusal: "malformed" });
    return count();
  }
  if (!seat?.room || !seat.member) return reply({ ok: false, refusal: "not-joined" });
  if (message.length > updateLimit + 10) return refuse("update-too-large");
  const read = readSync(message);
  if (!read) return refuse("malformed");
  const { document } = seat.room;
  if (read.step === "has") {
    if (seat.isOutdated) return reply({ ok: false, refusal: "outdated" });
    const lacked = async () => {
      const bytes = lackedBy(document, read.bytes);
      return { message: base64(writeSync({ step: "lacks", bytes })) };
    };
    return answer(z.object({}), {}, ack, lacked);
  }
  if (!seat.present.mayWrite || now().getTime() >= seat.endsAt) return refuse("forbidden");
  if (liveDocumentsIfOpen()?.isFull()) return reply({ ok: false, refusal: "not-now" });
  const from = { clientIds: seat.clientIds, origin: seat.socket.id };
  writeText(seat.member, document, read.bytes, from).then(
    (number) => reply({ ok: true, value: { number } }),
    (error: unknown) => {
      const reason = refusedUpdate(error);
      if (reason) return refuse(reason);
      log().error({ error, document: document.id }, "an update could not be kept");
      reply({ ok: false, refusal: "failed" });
    },
  );
  const waiting = () => document.waiting(seat.present.person.id);
  if (waiting() >= tooMany)
    readNoFurther(seat.socket.conn.transport as unknown as Transport, () => waiting() <= fewEnough);
}
