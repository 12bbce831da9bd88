// The door of texts that are written together: who sits down, what they hand in, what they are told. See docs/protocol.md.
import { memberOf } from "~/domain/access/members.server";
import type { LiveDocument } from "~/domain/documents/live-document";
import { updateLimit } from "~/domain/documents/live-document";
import { liveDocumentsIfOpen } from "~/domain/documents/live-documents.server";
import {
  joinText,
  judgeWriting,
  schemaInUse,
  stateVectorOf,
} from "~/domain/documents/written-together.server";
import { conflict, invalid, notFound, refusalIn } from "~/domain/refusal";
import { now } from "~/platform/clock";
import { log } from "~/platform/log.server";
import { answering } from "./answering.server";
import { isStillSignedIn, letIn } from "./handshake.server";
import { personRoom, sessionRoom } from "./rooms";
import { judgingAfresh } from "./text-judging.server";
import { writeAwareness, writeSync } from "./text-messages";
import { JoinText, LeaveText, type JoinedText } from "./text-protocol";
import { countRefusal } from "./text-refusals.server";
import { base64, fullnessTold, openTextRoom, textRoom, type TextRoom } from "./text-room.server";
import type { TextSeat, TextSocket, TextsNamespace } from "./text-seat.server";
import { takeSync } from "./text-updates.server";

/** Documents that one socket may have open. */
const mostSeats = 20;
/** Messages that are no messages until their sender is cut. */
const mostMalformed = 20;

/** Opens the namespace. Closing ends what listens; the sockets end with their server. */
export function openTextsDoor(texts: TextsNamespace): { close(): void } {
  const seats = new Set<TextSeat>();
  const rooms = new Map<LiveDocument, TextRoom>();

  function roomFor(document: LiveDocument): TextRoom {
    const known = rooms.get(document);
    if (known) return known;
    const opened = openTextRoom(texts, document, {
      onRejoin: () => {
        for (const seat of [...opened.seats]) {
          seat.socket.emit("rejoin", { document: seat.documentId });
          release(seat);
        }
      },
      onEmpty: () => void rooms.delete(document),
    });
    rooms.set(document, opened);
    return opened;
  }

  /** Gets up. Twice is once. */
  function release(seat: TextSeat): void {
    if (!seats.delete(seat)) return;
    clearTimeout(seat.end);
    const { socket, documentId } = seat;
    if (socket.data.seats.get(documentId) === seat) {
      socket.data.seats.delete(documentId);
      void socket.leave(textRoom(documentId));
    }
    seat.room?.remove(seat);
    seat.seat?.leave();
  }

  /** Judges the seat as its person is now. Refuses who may not be there. Answers whether their right to write is another than before. */
  function judge(seat: TextSeat): Promise<boolean> {
    const judged = seat.judging.then(async () => {
      const member = await memberOf(seat.socket.data.person, seat.network);
      const { mayWrite } = await judgeWriting(member, seat.documentId);
      const isOther = seat.present.mayWrite !== mayWrite;
      seat.present.mayWrite = mayWrite;
      seat.member = member;
      seat.endsAt = member.nextEnd?.getTime() ?? Infinity;
      clearTimeout(seat.end);
      if (seats.has(seat) && member.nextEnd) {
        const wait = Math.min(seat.endsAt - now().getTime(), 2 ** 31 - 1);
        seat.end = setTimeout(() => void judgeAgain(seat), Math.max(0, wait)).unref();
      }
      return isOther;
    });
    seat.judging = judged.then(
      () => undefined,
      () => undefined,
    );
    return judged;
  }

  /** Who may not be there any more leaves; who may write no more, or may now, is told. */
  async function judgeAgain(seat: TextSeat): Promise<void> {
    const { socket, documentId: document } = seat;
    try {
      const isOther = await judge(seat);
      if (!isOther || !seat.room || !seats.has(seat)) return;
      socket.emit("rights", { document, mayWrite: seat.present.mayWrite });
      seat.room.carets.stamp(seat.present);
    } catch (thrown) {
      const refusal = refusalIn(thrown);
      if (!refusal) log().error({ error: thrown, document }, "a seat could not be judged");
      if (seat.room && seats.has(seat)) {
        if (refusal) socket.emit("left", { document, refusal: refusal.kind });
        else socket.emit("rejoin", { document });
      }
      release(seat);
    }
  }

  async function join(socket: TextSocket, order: ReturnType<typeof JoinText.parse>): Promise<JoinedText> {
    const { network, document: documentId, schema, client, earlier } = order;
    const before = socket.data.seats.get(documentId);
    if (before) release(before);
    if (socket.data.seats.size >= mostSeats) throw invalid("form", "malformed");
    const { id, name, colour } = socket.data.person;
    const seat: TextSeat = {
      socket,
      network,
      documentId,
      present: { client, person: { id, name, colour }, mayWrite: false },
      clientIds: [...new Set([client, ...earlier])],
      isOutdated: schema !== schemaInUse,
      endsAt: 0,
      judging: Promise.resolve(),
    };
    seats.add(seat);
    socket.data.seats.set(documentId, seat);
    try {
      await judge(seat);
      if (!seat.member) throw notFound();
      const taken = await joinText(seat.member, documentId);
      // Meanwhile they may have gone, or been judged afresh and sent away.
      if (!seats.has(seat) || !socket.connected) {
        taken.leave();
        throw notFound();
      }
      seat.seat = taken;
      const room = roomFor(taken.document);
      if (room.carets.isTaken(client, id)) throw conflict();
      seat.room = room;
      room.add(seat);
      if (!seat.isOutdated) await socket.join(textRoom(documentId));
      return {
        schema: schemaInUse,
        isOutdated: seat.isOutdated,
        mayWrite: seat.present.mayWrite,
        isSaving: liveDocumentsIfOpen()?.log.state().kind !== "failing",
        has: base64(writeSync({ step: "has", bytes: stateVectorOf(taken.document) })),
        awareness: base64(seat.isOutdated ? writeAwareness([]) : room.carets.all()),
        fullness: seat.isOutdated ? null : fullnessTold(documentId, taken.document.fullness()),
        updateLimit,
      };
    } catch (error) {
      release(seat);
      throw error;
    }
  }

  /** A message that is none. Who sends many is cut. */
  function count(socket: TextSocket, documentId: unknown): void {
    countRefusal("malformed", socket.data.person.id, typeof documentId === "string" ? documentId : "");
    socket.data.malformed += 1;
    if (socket.data.malformed > mostMalformed) socket.disconnect(true);
  }

  async function welcome(socket: TextSocket): Promise<void> {
    const { sessionId, person } = socket.data;
    const answer = answering(socket);
    socket.data.seats = new Map();
    socket.data.malformed = 0;
    const seatAt = (documentId: unknown) =>
      typeof documentId === "string" ? socket.data.seats.get(documentId) : undefined;
    socket.on("join", (message, ack) => answer(JoinText, message, ack, (order) => join(socket, order)));
    socket.on("leave", (message, ack) =>
      answer(LeaveText, message, ack, async ({ document }) => {
        const seat = seatAt(document);
        if (seat) release(seat);
        return true as const;
      }),
    );
    socket.on("sync", (document: unknown, message: unknown, ack: unknown) =>
      takeSync(
        { seat: seatAt(document), message, ack },
        { answer, release, count: () => count(socket, document) },
      ),
    );
    socket.on("awareness", (document: unknown, message: unknown) => {
      const seat = seatAt(document);
      // Who has just got up, or was sent away, may still be saying where their caret is.
      if (!seat?.room || seat.isOutdated) return;
      if (!(message instanceof Uint8Array) || !seat.room.carets.say(seat.present, message))
        count(socket, document);
    });
    socket.on("disconnect", () => [...socket.data.seats.values()].forEach(release));
    await socket.join([personRoom(person.id), sessionRoom(sessionId)]);
    if (!(await isStillSignedIn(socket))) socket.disconnect(true);
  }

  texts.use((socket, next) => letIn(socket, next));
  texts.on("connection", (socket) => void welcome(socket));
  const stopHearing = liveDocumentsIfOpen()?.onLogState(({ kind }) =>
    texts.emit("saving", { isSaving: kind === "well" }),
  );
  const stopJudging = judgingAfresh(texts, seats, judgeAgain);
  return {
    close: () => {
      stopHearing?.();
      stopJudging();
    },
  };
}
