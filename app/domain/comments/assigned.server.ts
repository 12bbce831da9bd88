// What a member was asked to see to: the open threads that are assigned to them, for their home and the list of documents.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { plainText } from "~/text/plain";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { visibleComments } from "../access/visible-to.server";
import { dayOf, daysBetween } from "../networks/calendar-day";

export interface AssignedView {
  commentId: string;
  documentId: string;
  madeOn: "working" | "published";
  /** Of the document, as the member may know it. */
  title: string;
  /** The first words of the remark. */
  words: string;
  language: string;
  /** Until when, where there is a day; days from today in Brussels until then, negative where it is past. */
  day: string | null;
  days: number | null;
}

/** Characters of a remark that tell it from others. */
const firstWords = 90;

/** Those the member may read, the earliest day first and those without a day last; none in a network that is closed. */
export async function assignedTo(member: Member, atMost = 8): Promise<AssignedView[]> {
  demand(member, "see-network");
  const rows = await database().read.comment.findMany({
    where: ownAssignments(member),
    select: {
      id: true,
      text: true,
      madeOn: true,
      dueOn: true,
      document: {
        select: {
          ...sharedDocument,
          title: true,
          language: true,
          publishedTitle: true,
          publishedLanguage: true,
        },
      },
    },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    take: atMost,
  });
  const today = dayOf(now());
  return rows.map(({ id, text, madeOn, dueOn, document }): AssignedView => {
    const isOwnText = readsWorkingText(member, document);
    return {
      commentId: id,
      documentId: document.id,
      madeOn: madeOn === "working" ? "working" : "published",
      title: (isOwnText ? document.title : document.publishedTitle) ?? "",
      words: plainText(text, firstWords),
      language: (isOwnText ? null : document.publishedLanguage) ?? document.language,
      day: dueOn,
      days: dueOn === null ? null : daysBetween(today, dueOn),
    };
  });
}

/** The documents on which something is assigned to the member, in no order. */
export async function documentsWithAssignments(member: Member): Promise<string[]> {
  const rows = await database().read.comment.findMany({
    where: ownAssignments(member),
    select: { documentId: true },
    distinct: ["documentId"],
  });
  return rows.map(({ documentId }) => documentId);
}

/** In a closed network nobody can see to anything any more: there it matches nothing. */
function ownAssignments(member: Member): Prisma.CommentWhereInput {
  return {
    AND: [
      visibleComments(member),
      {
        assigneeId: member.network.state === "open" ? member.personId : "",
        resolvedAt: null,
        deletedAt: null,
        parentId: null,
      },
    ],
  };
}
