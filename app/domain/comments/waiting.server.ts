// Who waits for a member: remarks that have had no answer from them, or from their city, yet.
import { database } from "~/platform/db.server";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { reachOf, type Member } from "../access/member";
import { rolesWith } from "../access/role";
import { visibleComments } from "../access/visible-to.server";

export interface WaitingView {
  commentId: string;
  documentId: string;
  title: string;
  by: { name: string; colour: number };
  /** An answer to a remark of the member's own; otherwise a remark on a text of their city. */
  isReply: boolean;
  at: Date;
}

/** How many remarks are looked at: older ones that nobody answered wait no more. */
const mostThreads = 500;

/**
 * Threads of which the last word is somebody else's: on texts the member writes or looks after, or begun by the member. Oldest first.
 */
export async function whoWaits(member: Member, atMost = 8): Promise<WaitingView[]> {
  const written = reachOf(member, "write-document");
  const ownPartners = written.everywhere ? [] : written.partnershipIds;
  // Whoever writes the city's texts; its local group and its experts are people who wait for an answer.
  const ownCity = await database().read.membership.findMany({
    where: {
      networkId: member.network.id,
      partnershipId: { in: ownPartners },
      role: { in: rolesWith("write-document") },
    },
    select: { personId: true },
  });
  const colleagues = new Set([member.personId, ...ownCity.map(({ personId }) => personId)]);
  const threads = await database().read.comment.findMany({
    where: {
      AND: [
        visibleComments(member),
        { parentId: null, deletedAt: null },
        {
          OR: [
            { authorId: member.personId },
            {
              document: {
                OR: [
                  { partnershipId: { in: ownPartners } },
                  { responsibleId: member.personId },
                  { createdById: member.personId },
                ],
              },
            },
          ],
        },
      ],
    },
    select: {
      id: true,
      documentId: true,
      authorId: true,
      createdAt: true,
      author: { select: { name: true, colour: true } },
      document: { select: { ...sharedDocument, title: true, publishedTitle: true } },
      answers: {
        where: { deletedAt: null },
        select: { authorId: true, createdAt: true, author: { select: { name: true, colour: true } } },
        orderBy: { createdAt: "desc" },
        take: 1,
      },
    },
    orderBy: { createdAt: "desc" },
    take: mostThreads,
  });
  return threads
    .flatMap(({ id, documentId, document, answers, ...thread }): WaitingView[] => {
      const last = answers[0] ?? thread;
      if (colleagues.has(last.authorId)) return [];
      const isOwn = readsWorkingText(member, document);
      const title = (isOwn ? document.title : document.publishedTitle) ?? "";
      const isReply = thread.authorId === member.personId;
      return [{ commentId: id, documentId, title, by: last.author, isReply, at: last.createdAt }];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .slice(0, atMost);
}
