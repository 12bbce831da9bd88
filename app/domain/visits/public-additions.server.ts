// What was added to a public visit note since both sides signed it, as everybody reads it: the day and the side, no name of a person.
import { database } from "~/platform/db.server";
import { rendered } from "../documents/rendering.server";
import { factsIn } from "../documents/document-facts";
import { isRole } from "../access/role";
import { sidesOf, type VisitSide } from "./visit";

export interface PublicAddition {
  id: string;
  at: Date;
  /** For whom its writer spoke when it was written. */
  sides: VisitSide[];
  html: string;
}

/**
 * The additions to this note, the oldest first. None where it is no visit note, or is not public now. Its edition
 * (`publicState` of the documents) counts them.
 */
export async function publicAdditions(documentId: string): Promise<PublicAddition[]> {
  const { read } = database();
  const note = await read.document.findFirst({
    where: { id: documentId, kind: "visit-note", publishedVisibility: "public", trashedAt: null },
    select: {
      networkId: true,
      partnershipId: true,
      createdById: true,
      facts: true,
      publishedLanguage: true,
      statements: {
        where: { kind: "addition" },
        select: { id: true, authorId: true, text: true, at: true },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!note || note.statements.length === 0) return [];
  const memberships = await read.membership.findMany({
    where: { networkId: note.networkId, personId: { in: note.statements.map(({ authorId }) => authorId) } },
    select: { personId: true, role: true, partnershipId: true, since: true, until: true },
  });
  const { experts } = factsIn("visit-note", note.facts);
  return Promise.all(
    note.statements.map(async ({ id, authorId, text, at }) => {
      const roles = memberships
        .filter(
          ({ personId, since, until }) => personId === authorId && since <= at && (!until || until > at),
        )
        .flatMap(({ role, partnershipId }) => (isRole(role) ? [{ role, partnershipId }] : []));
      // Nobody adds in a closed network: when this was written, it was open.
      const writer = { personId: authorId, roles, network: { state: "open" as const } };
      const { html } = await rendered(
        text,
        { topHeading: 4, idPrefix: `v-${id}-`, lineBreaks: true },
        note.publishedLanguage ?? "en",
      );
      return { id, at, sides: sidesOf(writer, { ...note, experts }), html };
    }),
  );
}
