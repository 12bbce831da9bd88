// Who hears that something happened to a document: the same people who may read the text it happened to.
import { isSharedWithGroup, type DocumentText, type SharedDocument } from "../access/document-texts";
import type { Audience } from "../activity/activity";

/** What happens to a published text concerns the readers of its working text, too, and never the other way round. */
export function audienceOf(
  document: Pick<SharedDocument, "partnershipId" | "visibility">,
  text: DocumentText,
): Audience[] {
  const { partnershipId } = document;
  return [
    { room: "working", partnershipId },
    ...(isSharedWithGroup(document) ? [{ room: "group" as const, partnershipId }] : []),
    ...(text === "published" ? [{ room: "published" as const, partnershipId }] : []),
  ];
}
