// The rooms of the socket server: who hears what.
import { can, type Member } from "~/domain/access/member";
import type { Audience, TextOpening } from "~/domain/activity/activity";

/** The rooms that an audience listens in. */
export function roomsOf(audience: Audience): string[] {
  switch (audience.room) {
    case "named":
      return audience.personIds.map(personRoom);
    case "experts-working":
    case "experts-published":
      return [
        ...audience.openings.map((opening) => expertsRoom(opening, audience.partnershipId)),
        ...audience.personIds.map(personRoom),
      ];
    default:
      return [roomOf(audience)];
  }
}

/** An audience that is one room. */
type OneRoom = Exclude<Audience, { personIds: string[] }>;

/** Of those who read a text by this opening, the ones who read what is for experts alone. */
const expertsRoom = (opening: TextOpening, partnershipId: string) => `experts-${opening}:${partnershipId}`;

function roomOf(audience: OneRoom): string {
  switch (audience.room) {
    case "working":
    case "group":
    case "open":
    case "finance":
    case "deliverables":
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
  const rooms: OneRoom[] = [];
  const ofExperts: string[] = [];
  if (can(member, "see-network")) rooms.push({ room: "network", networkId });
  if (can(member, "manage-members")) rooms.push({ room: "managers", networkId });
  for (const partnershipId of partnershipIds) {
    const readsExperts = can(member, "read-expert-remarks", partnershipId);
    for (const room of openingsTo(member, partnershipId)) {
      rooms.push({ room, partnershipId });
      if (readsExperts) ofExperts.push(expertsRoom(room, partnershipId));
    }
    if (can(member, "see-finance", partnershipId)) rooms.push({ room: "finance", partnershipId });
    if (can(member, "see-deliverables", partnershipId)) rooms.push({ room: "deliverables", partnershipId });
  }
  return [...rooms.map(roomOf), ...ofExperts];
}

/** By which openings the member may read texts of this partner. */
function openingsTo(member: Member, partnershipId: string): TextOpening[] {
  const openings: TextOpening[] = [];
  if (can(member, "read-working-text", partnershipId)) openings.push("working");
  if (can(member, "read-group-text", partnershipId)) openings.push("group");
  if (can(member, "read-open-text", partnershipId)) openings.push("open");
  if (can(member, "read-published", partnershipId)) openings.push("published");
  // What is published for everybody is read by whoever is in the network at all.
  else if (can(member, "see-network")) openings.push("public");
  return openings;
}
