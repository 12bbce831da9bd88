// Who else is on this document: read from the rooms, so that it cannot drift from the truth.
import type { PresentPerson } from "./protocol";
import type { TorgServer, TorgSocket } from "./realtime.server";
import { documentRoom } from "./rooms";

/** The people who have the document open, each once however many windows they have, by name. */
export async function presentIn(io: TorgServer, documentId: string): Promise<PresentPerson[]> {
  const sockets = await io.in(documentRoom(documentId)).fetchSockets();
  const people = new Map<string, PresentPerson>();
  for (const { data } of sockets) {
    const { id, name, colour } = data.person;
    people.set(id, { id, name, colour });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** Tells all who have the document open who they are. */
export async function tellPresence(io: TorgServer, documentId: string): Promise<void> {
  io.to(documentRoom(documentId)).emit("present", {
    document: documentId,
    people: await presentIn(io, documentId),
  });
}

/** Takes the socket off the document it has open, if it has one, and tells the others. */
export async function leaveDocument(io: TorgServer, socket: TorgSocket): Promise<void> {
  const { documentId } = socket.data;
  if (!documentId) return;
  delete socket.data.documentId;
  await socket.leave(documentRoom(documentId));
  await tellPresence(io, documentId);
}
