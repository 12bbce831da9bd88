// Writes a demo text with its remarks, and tells what happened to it, to be sealed with the rest of its network.
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import type { ActivityRow } from "../activity/chain.server";
import { idOf, type DemoDocument } from "./demo";

interface Place {
  networkId: string;
  partnershipId: string;
  people: Map<string, string>;
}

type Remark = NonNullable<DemoDocument["comments"]>[number];

/** Writes the text and its remarks; answers what happened, in no order. */
export async function insertDocument(
  transaction: Transaction,
  document: DemoDocument,
  place: Place,
): Promise<ActivityRow[]> {
  const { title, text, language, createdOn, publishedOn, comments = [] } = document;
  const { networkId, partnershipId, people } = place;
  const id = newId();
  const writerId = idOf(people, document.city);
  const createdAt = new Date(`${createdOn}T09:00:00Z`);
  const publishedAt = publishedOn ? new Date(`${publishedOn}T14:00:00Z`) : null;
  await transaction.document.create({
    data: {
      id,
      networkId,
      partnershipId,
      kind: "good-practice",
      title,
      text,
      language,
      createdById: writerId,
      responsibleId: writerId,
      createdAt,
      updatedAt: createdAt,
      saves: { create: { revision: 1, title, text, language, savedById: writerId, savedAt: createdAt } },
      ...(publishedAt && {
        publishedVisibility: "network",
        publishedTitle: title,
        publishedText: text,
        publishedLanguage: language,
        publishedRevision: 1,
        publishedAt,
        publishedById: writerId,
      }),
    },
  });
  const where = { networkId, partnershipId, documentId: id };
  const done = { ...where, subjectId: id, personId: writerId, after: { title } };
  const happened: ActivityRow[] = [{ kind: "document-created", reach: "working", at: createdAt, ...done }];
  if (publishedAt)
    happened.push({ kind: "document-published", reach: "published", at: publishedAt, ...done });
  const madeOn = publishedAt ? "published" : "working";
  const remark = async ({ account, on, text: words }: Omit<Remark, "answers">, parentId: string | null) => {
    const commentId = newId();
    const authorId = idOf(people, account);
    const at = new Date(`${on}T${parentId ? 11 : 10}:30:00Z`);
    await transaction.comment.create({
      data: {
        id: commentId,
        networkId,
        documentId: id,
        parentId,
        madeOn,
        authorId,
        text: words,
        createdAt: at,
      },
    });
    const said = { ...where, subjectId: commentId, personId: authorId };
    happened.push({ kind: "comment-added", reach: madeOn, at, ...said });
    return commentId;
  };
  for (const { answers = [], ...first } of comments) {
    const parentId = await remark(first, null);
    for (const answer of answers) await remark(answer, parentId);
  }
  return happened;
}
