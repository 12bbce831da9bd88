// What belongs to the note of a visit besides its text: two sides who sign it, what is said beside it, and what each keeps for themselves.
import type { DocumentText } from "../access/document-texts";
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
  member: Pick<Member, "personId" | "roles"> & { network: Pick<Member["network"], "state"> },
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

/**
 * What is said beside a text of a note for its readers, in the order given, which is that of its days: additions, and replies; of
 * several replies readers of the published text are shown the latest alone.
 */
export function saidBeside<Statement extends { kind: string }>(
  statements: readonly Statement[],
  text: DocumentText,
): Statement[] {
  const latest = statements.filter(({ kind }) => kind === "reply").at(-1);
  return statements.filter(
    (one) => one.kind === "addition" || one === latest || (one.kind === "reply" && text === "working"),
  );
}

/** Whether somebody who reads the working text reads this reflection: their own, and others' as long as these share it. */
export function readsReflection(
  personId: string,
  { authorId, sharedAt }: { authorId: string; sharedAt: Date | string | null },
): boolean {
  return authorId === personId || sharedAt !== null;
}

/** Whether the member may keep a reflection on a note of this city that they read. */
export function mayReflect(member: Member, partnershipId: string): boolean {
  return can(member, "write-visit-note", partnershipId) || can(member, "write-document", partnershipId);
}
