// Who may begin what: officers everything for their city, experts visit notes of the cities they work with.
import { can, type Member } from "../access/member";
import { documentKinds, type DocumentKind } from "./document";

type Judged = Pick<Member, "roles"> & { network: Pick<Member["network"], "state"> };

/** The kinds of documents that the member may begin at all, for one city or another. */
export function kindsToBegin(member: Judged): DocumentKind[] {
  if (can(member, "write-document")) return [...documentKinds];
  return can(member, "write-visit-note") ? ["visit-note"] : [];
}

/** Whether the member may begin documents of this kind; without one, of any. */
export function mayBegin(member: Judged, kind?: DocumentKind): boolean {
  const kinds = kindsToBegin(member);
  return kind === undefined ? kinds.length > 0 : kinds.includes(kind);
}

/** How a document of this city would begin: as its draft, or as a note that is private until it is shared; null: not at all. */
export function beginningFor(member: Judged, partnershipId: string): "draft" | "private" | null {
  if (can(member, "write-document", partnershipId)) return "draft";
  return can(member, "write-visit-note", partnershipId) ? "private" : null;
}
