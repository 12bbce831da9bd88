// What belongs to the note of a visit besides its text: two sides who sign it, what is said beside it, and what each keeps for themselves.
import { can, type Member } from "../access/member";
import { expertRoles } from "../access/role";

/** Who signs a visit note: those who came, and the city they came to. */
export const visitSides = ["expert", "city"] as const;
export type VisitSide = (typeof visitSides)[number];

/** The city's reply, of which the latest stands; an addition to a signed note. */
export const statementKinds = ["reply", "addition"] as const;
export type StatementKind = (typeof statementKinds)[number];

/** Characters of a reply or an addition, and of a reflection. */
export const statementLimit = 20_000;
export const reflectionLimit = 50_000;

/**
 * For which sides of a note the member speaks: for the experts whoever is one of them for this city and is stated as a visitor or
 * wrote the note; for the city whoever decides about its texts. In a closed network nobody does.
 */
export function sidesOf(
  member: Member,
  note: { partnershipId: string; createdById: string; experts: readonly string[] },
): VisitSide[] {
  const isExpertHere = member.roles.some(
    ({ role, partnershipId }) =>
      expertRoles.includes(role) && (partnershipId === null || partnershipId === note.partnershipId),
  );
  const wasThere = note.experts.includes(member.personId) || note.createdById === member.personId;
  return [
    ...(member.network.state === "open" && isExpertHere && wasThere ? (["expert"] as const) : []),
    ...(can(member, "publish-document", note.partnershipId) ? (["city"] as const) : []),
  ];
}

/** Whether the member may keep a reflection on a note of this city that they read. */
export function mayReflect(member: Member, partnershipId: string): boolean {
  return can(member, "write-visit-note", partnershipId) || can(member, "write-document", partnershipId);
}
