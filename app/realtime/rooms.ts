// The rooms of the socket server: who hears what.
import { can, type Member } from "~/domain/access/member";
import type { Audience } from "~/domain/activity/activity";

/** The rooms that an audience listens in. */
export function roomsOf(audience: Audience): string[] {
  return audience.room === "named" ? audience.personIds.map(personRoom) : [roomOf(audience)];
}

function roomOf(audience: Exclude<Audience, { room: "named" }>): string {
  switch (audience.room) {
    case "working":
    case "group":
    case "open":
    case "finance":
    case "published":
    case "public":
      return `${audience.room}:${audience.partnershipId}`;
    case "managers":
    case "network":
      return `${audience.room}:${audience.networkId}`;
    case "person":
      return personRoom(audience.personId);
  }
}

export const personRoom = (personId: string) => `person:${personId}`;
export const sessionRoom = (sessionId: string) => `session:${sessionId}`;
export const documentRoom = (documentId: string) => `document:${documentId}`;

/** The rooms of a network in which this member may listen, out of its partners. */
export function roomsFor(member: Member, partnershipIds: string[]): string[] {
  const networkId = member.network.id;
  const rooms: Array<Exclude<Audience, { room: "named" }>> = [];
  if (can(member, "see-network")) rooms.push({ room: "network", networkId });
  if (can(member, "manage-members")) rooms.push({ room: "managers", networkId });
  for (const partnershipId of partnershipIds) {
    if (can(member, "read-working-text", partnershipId)) rooms.push({ room: "working", partnershipId });
    if (can(member, "read-group-text", partnershipId)) rooms.push({ room: "group", partnershipId });
    if (can(member, "read-open-text", partnershipId)) rooms.push({ room: "open", partnershipId });
    if (can(member, "read-published", partnershipId)) rooms.push({ room: "published", partnershipId });
    // What is published for everybody is read by whoever is in the network at all.
    else if (can(member, "see-network")) rooms.push({ room: "public", partnershipId });
    if (can(member, "see-finance", partnershipId)) rooms.push({ room: "finance", partnershipId });
  }
  return rooms.map(roomOf);
}
