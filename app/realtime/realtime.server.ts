// The second door: the sockets. Who calls comes from the same cookie as on the pages, and is never read from a message.
import type { IncomingMessage, Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { memberOf } from "~/domain/access/members.server";
import { announcedSoFar, happenings, type SessionsEnded } from "~/domain/activity/activities.server";
import { narrowingKinds, type Announcement, type Audience } from "~/domain/activity/activity";
import { documentPartner } from "~/domain/documents/reading.server";
import { partnershipIdsOf } from "~/domain/networks/networks.server";
import { now } from "~/platform/clock";
import { answering } from "./answering.server";
import { isStillSignedIn, letIn, type Caller } from "./handshake.server";
import { boundMessages, largestMessage } from "./message-bounds.server";
import { leaveDocument, presentIn, tellPresence } from "./presence.server";
import { Close, Open, Watch, type ToBrowser, type ToServer } from "./protocol";
import { openTextsDoor } from "./texts.server";
import { textsNamespace } from "./text-namespace";
import type { TextsNamespace } from "./text-seat.server";
import { documentRoom, personRoom, roomsFor, roomsOf, sessionRoom } from "./rooms";

/** What the server knows of a socket; set at the handshake, from the session. */
export interface SocketFacts extends Caller {
  /** The document this socket has open. */
  documentId?: string;
  /** When the first of the roles ends by which this socket hears anything (ms), and what cuts it then. */
  endsAt?: number;
  end?: NodeJS.Timeout;
}

export type TorgServer = Server<ToServer, ToBrowser, Record<string, never>, SocketFacts>;
export type TorgSocket = Socket<ToServer, ToBrowser, Record<string, never>, SocketFacts>;

export interface Realtime {
  close(): Promise<void>;
}

/** Opens the sockets on the HTTP server. `isOurs` judges the Host and Origin of a handshake: CORS does not guard a WebSocket. */
export function openRealtime(
  httpServer: HttpServer,
  isOurs: (request: IncomingMessage) => boolean,
): Realtime {
  const io: TorgServer = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: largestMessage,
    allowRequest: (request, decide) => decide(null, isOurs(request)),
  });
  boundMessages(io);
  io.use((socket, next) => letIn(socket, next));
  const texts = openTextsDoor(io.of(textsNamespace) as unknown as TextsNamespace);
  io.on("connection", (socket) => void welcome(io, socket));
  const announce = (announcement: Announcement, audience: Audience[]) => {
    const { kind, id } = announcement;
    if (audience.length > 0) io.to(audience.flatMap(roomsOf)).emit("happened", announcement);
    // Who may no longer read a text must not go on seeing who reads it: all who have it open are judged afresh.
    if (narrowingKinds.includes(kind)) io.in(documentRoom(id)).disconnectSockets(true);
  };
  const cut = ({ personId, sessionId, exceptSessionId }: SessionsEnded) => {
    if (sessionId) io.in(sessionRoom(sessionId)).disconnectSockets(true);
    else if (exceptSessionId)
      io.in(personRoom(personId)).except(sessionRoom(exceptSessionId)).disconnectSockets(true);
    else io.in(personRoom(personId)).disconnectSockets(true);
  };
  const judgeAfresh = ({ personId }: { personId: string }) =>
    io.in(personRoom(personId)).disconnectSockets(true);
  happenings().on("announced", announce).on("sessions-ended", cut).on("roles-changed", judgeAfresh);
  return {
    close: async () => {
      happenings().off("announced", announce).off("sessions-ended", cut).off("roles-changed", judgeAfresh);
      texts.close();
      await io.close();
    },
  };
}

async function welcome(io: TorgServer, socket: TorgSocket): Promise<void> {
  const { sessionId, person } = socket.data;
  const answer = answering(socket);
  socket.on("watch", (message, ack) => answer(Watch, message, ack, (order) => watch(socket, order)));
  socket.on("open", (message, ack) => answer(Open, message, ack, (order) => open(io, socket, order)));
  socket.on("close", (message, ack) =>
    answer(Close, message, ack, async () => {
      await leaveDocument(io, socket);
      return true as const;
    }),
  );
  socket.on("disconnect", () => {
    clearTimeout(socket.data.end);
    if (socket.data.documentId) void tellPresence(io, socket.data.documentId);
  });
  await socket.join([personRoom(person.id), sessionRoom(sessionId)]);
  // A session that ended between the handshake and the joining was not cut with the others: look again.
  if (!(await isStillSignedIn(socket))) socket.disconnect(true);
}

async function watch(socket: TorgSocket, { network, announced }: Watch): Promise<true> {
  const member = await memberOf(socket.data.person, network);
  const rooms = roomsFor(member, await partnershipIdsOf(member));
  if (!socket.connected) return true;
  await socket.join(rooms);
  cutAt(socket, member.nextEnd);
  if (announced !== undefined && announced !== announcedSoFar()) socket.emit("missed");
  return true;
}

async function open(io: TorgServer, socket: TorgSocket, { network, document }: Open) {
  const member = await memberOf(socket.data.person, network);
  await documentPartner(member, document);
  if (socket.connected && socket.data.documentId !== document) {
    await leaveDocument(io, socket);
    socket.data.documentId = document;
    await socket.join(documentRoom(document));
    // A text that was closed to them between the judging and the joining has cut who was there then, and not this one.
    await documentPartner(member, document).catch(async (thrown: unknown) => {
      await leaveDocument(io, socket);
      throw thrown;
    });
    await tellPresence(io, document);
    cutAt(socket, member.nextEnd);
  }
  return presentIn(io, document);
}

/** Cuts the socket at that instant at the latest; its browser comes back and is judged afresh. */
function cutAt(socket: TorgSocket, instant: Date | null): void {
  if (!instant) return;
  const at = Math.min(instant.getTime(), socket.data.endsAt ?? Infinity);
  socket.data.endsAt = at;
  clearTimeout(socket.data.end);
  const wait = Math.min(at - now().getTime(), 2 ** 31 - 1);
  socket.data.end = setTimeout(() => socket.disconnect(true), Math.max(0, wait)).unref();
}
