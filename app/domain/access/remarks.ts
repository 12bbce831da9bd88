// Who may do what with a remark: its text's readers first, then whom its writer wrote it for. visible-to.server.ts says the same as a query.
import {
  mayCommentOn,
  mayWrite,
  readsPublishedText,
  readsWorkingText,
  type DocumentText,
  type SharedDocument,
} from "./document-texts";
import { can, type Member } from "./member";

/** What decides about who reads a remark. */
export interface SharedRemark {
  /** "working" or "published". */
  madeOn: string;
  /** "all" or "experts". */
  readers: string;
  authorId: string;
}

type Judged = Pick<Member, "personId" | "roles" | "named"> & { network: Pick<Member["network"], "state"> };

export function readsRemark(member: Judged, remark: SharedRemark, document: SharedDocument): boolean {
  const readsItsText =
    readsWorkingText(member, document) ||
    (remark.madeOn === "published" && readsPublishedText(member, document));
  return readsItsText && isForThem(member, remark, document.partnershipId);
}

/** Whether somebody who reads the text is among those for whom the remark was written. */
export function isForThem(
  member: Judged,
  { readers, authorId }: Pick<SharedRemark, "readers" | "authorId">,
  partnershipId: string,
): boolean {
  return readers === "all" || authorId === member.personId || readsExpertRemarks(member, partnershipId);
}

/** Whether the member reads, on texts of this partner, remarks that are for experts and the lead partner alone, and so may begin them. */
export function readsExpertRemarks(member: Judged, partnershipId: string): boolean {
  return can(member, "read-expert-remarks", partnershipId);
}

/** Whether the member may resolve the thread of this first remark, and reopen it. */
export function mayResolve(
  member: Judged,
  remark: SharedRemark & { assigneeId: string | null },
  document: SharedDocument & { kind: string; sealedAt: Date | null },
): boolean {
  if (member.network.state !== "open" || !readsRemark(member, remark, document)) return false;
  return (
    [remark.authorId, remark.assigneeId].includes(member.personId) ||
    can(member, "resolve-remarks", document.partnershipId) ||
    mayWrite(member, document)
  );
}

/** Whether the member may ask somebody to see to the thread of this first remark, and take that back: whoever may answer it. */
export function mayAssign(member: Judged, remark: SharedRemark, document: SharedDocument): boolean {
  const text: DocumentText = remark.madeOn === "working" ? "working" : "published";
  return readsRemark(member, remark, document) && mayAnswer(member, text, document);
}

function mayAnswer(member: Judged, text: DocumentText, document: SharedDocument): boolean {
  // A remark on a published text shows to those who read the working one alone, too: they say something there.
  return (
    mayCommentOn(member, text, document) ||
    (text === "published" && mayCommentOn(member, "working", document))
  );
}
