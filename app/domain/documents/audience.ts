// Who hears that something happened to a document: the same people who may read the text it happened to.
import { isSharedWithGroup, type DocumentText, type SharedDocument } from "../access/document-texts";
import type { Audience } from "../activity/activity";

/**
 * What happens to a published text concerns the readers of its working text, too, and never the other way round. Those named on the
 * document hear of everything.
 */
export function audienceOf(
  document: Pick<SharedDocument, "partnershipId" | "visibility"> & {
    publishedVisibility?: string | null;
    named: Array<{ personId: string }>;
  },
  text: DocumentText,
): Audience[] {
  const { partnershipId, visibility, named } = document;
  return [
    ...(named.length > 0
      ? [{ room: "named" as const, partnershipId, personIds: named.map(({ personId }) => personId) }]
      : []),
    ...(visibility === "private" ? [] : [{ room: "working" as const, partnershipId }]),
    ...(isSharedWithGroup(document) ? [{ room: "group" as const, partnershipId }] : []),
    ...(visibility === "network" ? [{ room: "open" as const, partnershipId }] : []),
    ...(text === "published" ? [{ room: "published" as const, partnershipId }] : []),
    ...(text === "published" && document.publishedVisibility === "public"
      ? [{ room: "public" as const, partnershipId }]
      : []),
  ];
}
