// The rooms of the socket server: who hears what.
import { can, type Member } from "~/domain/access/member";
import type { Audience } from "~/domain/activity/activity";

/** The room that an audience listens in. */
export function roomOf(audience: Audience): string {
  switch (audience.room) {
    case "working":
      return `working:${audience.partnershipId}`;
    case "published":
      return `published:${audience.partnershipId}`;
    case "network":
      return `network:${audience.networkId}`;
    case "person":
      return personRoom(audience.personId);
  }
}

export const personRoom = (personId: string) => `person:${personId}`;
export const sessionRoom = (sessionId: string) => `session:${sessionId}`;
export const documentRoom = (documentId: string) => `document:${documentId}`;

/** The rooms of a network in which this member may listen, out of its partners. */
export function roomsFor(member: Member, partnershipIds: string[]): string[] {
  const rooms = can(member, "see-network") ? [roomOf({ room: "network", networkId: member.network.id })] : [];
  for (const partnershipId of partnershipIds) {
    if (can(member, "read-working-text", partnershipId))
      rooms.push(roomOf({ room: "working", partnershipId }));
    if (can(member, "read-published", partnershipId))
      rooms.push(roomOf({ room: "published", partnershipId }));
  }
  return rooms;
}
