// Who waits for a member: remarks that have had no answer from them, or from their city, yet.
import { database } from "~/platform/db.server";
import { plainText } from "~/text/plain";
import { readsWorkingText, sharedDocument, type SharedDocument } from "../access/document-texts";
import { reachOf, type Member } from "../access/member";
import { readsExpertRemarks, readsRemark } from "../access/remarks";
import { rolesWith } from "../access/role";

export interface WaitingView {
  commentId: string;
  documentId: string;
  /** On which text it was made. */
  madeOn: "working" | "published";
  title: string;
  /** The first of the last words. */
  words: string;
  language: string;
  by: { name: string; colour: number };
  /** An answer to a remark of the member's own; otherwise a remark on a text of their city. */
  isReply: boolean;
  at: Date;
}

/** A thread of which the last word is somebody else's. */
interface Waiting {
  commentId: string;
  documentId: string;
  madeOn: "working" | "published";
  /** The last word: the thread's first remark or its latest answer. */
  lastId: string;
  isReply: boolean;
  /** The member was asked to see to it. */
  isAssigned: boolean;
  at: Date;
}

interface ThreadRow extends SharedDocument {
  thread: string;
  madeOn: string;
  readers: string;
  authorId: string;
  assigneeId: string | null;
  createdAt: Date;
  lastId: string | null;
  lastAuthorId: string | null;
  lastAt: Date | null;
}

/** Characters of a remark that tell it from others. */
const firstWords = 90;

/** How many remarks are looked at: older ones that nobody answered wait no more. */
const mostThreads = 500;

/**
 * Threads of which the last word is somebody else's: on texts the member writes or looks after, or begun by the member; none that is
 * resolved, and none that they were asked to see to: those are due. Oldest first.
 */
export async function whoWaits(member: Member, atMost = 8): Promise<WaitingView[]> {
  const waiting = (await threadsThatWait(member)).filter(({ isAssigned }) => !isAssigned).slice(0, atMost);
  const said = await database().read.comment.findMany({
    where: { networkId: member.network.id, id: { in: waiting.map(({ lastId }) => lastId) } },
    select: {
      id: true,
      text: true,
      author: { select: { name: true, colour: true } },
      document: { select: { ...sharedDocument, title: true, language: true, publishedTitle: true } },
    },
  });
  const byId = new Map(said.map((one) => [one.id, one]));
  return waiting.flatMap(({ lastId, ...thread }): WaitingView[] => {
    const last = byId.get(lastId);
    if (!last) return [];
    const title = readsWorkingText(member, last.document)
      ? last.document.title
      : last.document.publishedTitle;
    const { language } = last.document;
    return [
      { ...thread, title: title ?? "", words: plainText(last.text, firstWords), language, by: last.author },
    ];
  });
}

/** The documents of all those threads. */
export async function documentsWithAnswersDue(member: Member): Promise<string[]> {
  return (await threadsThatWait(member)).map(({ documentId }) => documentId);
}

async function threadsThatWait(member: Member): Promise<Waiting[]> {
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
  return (await threadsOf(member, ownPartners))
    .flatMap(
      ({ thread, authorId, assigneeId, createdAt, lastId, lastAuthorId, lastAt, id, ...row }): Waiting[] => {
        if (colleagues.has(lastAuthorId ?? authorId)) return [];
        const isReply = authorId === member.personId;
        const isAssigned = assigneeId === member.personId;
        const at = lastAt ?? createdAt;
        const madeOn = row.madeOn === "working" ? "working" : "published";
        return [
          { commentId: thread, documentId: id, madeOn, lastId: lastId ?? thread, isReply, isAssigned, at },
        ];
      },
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * The latest threads on the member's own texts and begun by them, of those they may read. Own ones are looked up by index, part by
 * part, and judged afterwards: with the judging in the question SQLite goes through every text of the network, whoever asks.
 */
async function threadsOf(member: Member, ownPartners: string[]): Promise<ThreadRow[]> {
  const { personId, network } = member;
  const rows = await database().read.$queryRaw<ThreadRow[]>`
    WITH own AS (
      SELECT id FROM Document WHERE partnershipId IN (SELECT value FROM json_each(${JSON.stringify(ownPartners)}))
      UNION SELECT id FROM Document WHERE responsibleId = ${personId}
      UNION SELECT id FROM Document WHERE createdById = ${personId}
    ), thread AS (
      SELECT id, documentId, madeOn, readers, authorId, assigneeId, createdAt FROM Comment
      WHERE authorId = ${personId} AND +networkId = ${network.id} AND +parentId IS NULL AND deletedAt IS NULL AND resolvedAt IS NULL
      UNION
      SELECT c.id, c.documentId, c.madeOn, c.readers, c.authorId, c.assigneeId, c.createdAt FROM own CROSS JOIN Comment c ON c.documentId = own.id
      WHERE +c.networkId = ${network.id} AND +c.parentId IS NULL AND c.deletedAt IS NULL AND c.resolvedAt IS NULL
      ORDER BY createdAt DESC LIMIT ${mostThreads}
    )
    SELECT thread.id AS thread, thread.madeOn, thread.readers, thread.authorId, thread.assigneeId, thread.createdAt,
      d.id, d.partnershipId, d.visibility, d.publishedVisibility, d.trashedAt,
      last.id AS lastId, last.authorId AS lastAuthorId, last.createdAt AS lastAt
    FROM thread CROSS JOIN Document d ON d.id = thread.documentId
    LEFT JOIN Comment last ON last.id = (
      SELECT id FROM Comment WHERE parentId = thread.id AND deletedAt IS NULL ORDER BY createdAt DESC LIMIT 1)`;
  // Whoever wrote a remark for experts and is none any more reads their own words there and no answer: nobody waits for them.
  return rows.filter(
    (row) =>
      readsRemark(member, row, row) &&
      (row.readers === "all" || readsExpertRemarks(member, row.partnershipId)),
  );
}
