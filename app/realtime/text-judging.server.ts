// When what people may do with texts can have changed: their seats are judged afresh then, long before two seconds are over.
import { happenings, type SessionsEnded } from "~/domain/activity/activities.server";
import type { Announcement } from "~/domain/activity/activity";
import { personRoom, sessionRoom } from "./rooms";
import type { TextSeat, TextsNamespace } from "./text-seat.server";

/** What happens often and takes nobody's right away. Everything else, known or to come, has seats judged afresh. */
const quiet =
  /^(document-(created|saved|followed|renamed)|comment-|reflection-|element-|profile-|password-|visit-(replied|added))/;
/** What happens to one document: its `id` is the document's. */
const ofOneDocument = /^(document|visit)-/;
/** Milliseconds in which what happens together is judged together. */
const together = 30;

/** Has seats judged afresh, and cuts the sockets of sessions that end; the function answered ends that. */
export function judgingAfresh(
  texts: TextsNamespace,
  seats: ReadonlySet<TextSeat>,
  judgeAgain: (seat: TextSeat) => Promise<void>,
): () => void {
  const due = new Set<(seat: TextSeat) => boolean>();
  let clock: NodeJS.Timeout | undefined;

  function soon(concerns: (seat: TextSeat) => boolean): void {
    due.add(concerns);
    clock ??= setTimeout(() => {
      clock = undefined;
      const all = [...due];
      due.clear();
      for (const seat of seats) if (all.some((one) => one(seat))) void judgeAgain(seat);
    }, together);
  }

  const announced = ({ kind, id }: Announcement) => {
    if (quiet.test(kind)) return;
    soon(ofOneDocument.test(kind) ? (seat) => seat.documentId === id : () => true);
  };
  const rolesChanged = ({ personId }: { personId: string }) =>
    soon((seat) => seat.present.person.id === personId);
  const sessionsEnded = ({ personId, sessionId, exceptSessionId }: SessionsEnded) => {
    const ended = texts.in(sessionId ? sessionRoom(sessionId) : personRoom(personId));
    (exceptSessionId && !sessionId ? ended.except(sessionRoom(exceptSessionId)) : ended).disconnectSockets(
      true,
    );
  };
  happenings()
    .on("announced", announced)
    .on("roles-changed", rolesChanged)
    .on("sessions-ended", sessionsEnded);
  return () => {
    clearTimeout(clock);
    happenings()
      .off("announced", announced)
      .off("roles-changed", rolesChanged)
      .off("sessions-ended", sessionsEnded);
  };
}
