// Whether somebody may still know what a notice is about: asked when it is made, whenever it is shown, and before it goes by mail.
import { database } from "~/platform/db.server";
import { memberOf, membershipsOf, type Memberships, type PersonActing } from "../access/members.server";
import { can, type Member } from "../access/member";
import { visibleComments, visibleDocuments, visiblePublishedTexts } from "../access/visible-to.server";
import { refusalIn } from "../refusal";
import { askedFor } from "./deliverable-lines.server";
import type { NoticeKind } from "./notice";
import { standingReminders } from "./standing-reminders.server";

export interface Judged {
  id: string;
  kind: string;
  networkId: string;
  documentId: string | null;
  commentId: string | null;
  deliverableId: string | null;
  partnershipId: string | null;
}

/** What is told of somebody's own role, which they know even where it has ended. */
const ofOneself: readonly string[] = ["role"] satisfies NoticeKind[];

/** What is about a published text: whoever reads only that one may know of it. */
const ofPublished: readonly string[] = ["published", "watched"] satisfies NoticeKind[];

/**
 * Those of the notices that the person may know of now, by id, each with the member they are there; of what is about their own role,
 * also without one. A remark that was deleted or is in nobody's reach any more, a text withdrawn, narrowed or in the trash: not these.
 */
export async function readable<Notice extends Judged>(
  person: PersonActing,
  notices: readonly Notice[],
  memberships?: Promise<Memberships>,
): Promise<Map<string, { notice: Notice; member: Member | null }>> {
  const found = new Map<string, { notice: Notice; member: Member | null }>();
  if (notices.length === 0) return found;
  const members = await membersByNetwork(person, notices, memberships ?? membershipsOf(person.id));
  const known = new Set<string>();
  for (const [networkId, member] of members) {
    const there = notices.filter((notice) => notice.networkId === networkId);
    for (const id of member ? await knownTo(member, there) : []) known.add(id);
  }
  for (const notice of notices)
    if (known.has(notice.id) || ofOneself.includes(notice.kind))
      found.set(notice.id, { notice, member: members.get(notice.networkId) ?? null });
  return found;
}

async function membersByNetwork(
  person: PersonActing,
  notices: readonly Judged[],
  memberships: Promise<Memberships>,
): Promise<Map<string, Member | null>> {
  const slugs = new Map((await memberships).map(({ network }) => [network.id, network.slug]));
  const ids = [...new Set(notices.map(({ networkId }) => networkId))];
  return new Map(
    await Promise.all(
      ids.map(async (id): Promise<[string, Member | null]> => {
        const slug = slugs.get(id);
        return [id, slug === undefined ? null : await memberOrNone(person, slug, memberships)];
      }),
    ),
  );
}

async function memberOrNone(person: PersonActing, slug: string, memberships: Promise<Memberships>) {
  return memberOf(person, slug, memberships).catch((thrown: unknown) => {
    if (refusalIn(thrown)) return null;
    throw thrown;
  });
}

async function knownTo(member: Member, notices: readonly Judged[]): Promise<string[]> {
  const { read } = database();
  const onTexts = notices.filter(({ commentId, documentId }) => commentId === null && documentId !== null);
  const documentIds = (isPublished: boolean) =>
    onTexts.flatMap(({ kind, documentId }) =>
      documentId !== null && ofPublished.includes(kind) === isPublished ? [documentId] : [],
    );
  const commentIds = notices.flatMap(({ commentId }) => commentId ?? []);
  const select = { id: true } as const;
  const [comments, documents, published] = await Promise.all([
    commentIds.length === 0
      ? []
      : read.comment.findMany({
          where: { AND: [visibleComments(member), { id: { in: commentIds }, deletedAt: null }] },
          select,
        }),
    documentIds(false).length === 0
      ? []
      : read.document.findMany({
          where: { AND: [visibleDocuments(member), { id: { in: documentIds(false) } }] },
          select,
        }),
    documentIds(true).length === 0
      ? []
      : read.document.findMany({
          where: { AND: [visiblePublishedTexts(member), { id: { in: documentIds(true) } }] },
          select,
        }),
  ]);
  const ids = (rows: ReadonlyArray<{ id: string }>) => new Set(rows.map(({ id }) => id));
  const [byComment, byDocument, byPublished] = [ids(comments), ids(documents), ids(published)];
  const [asked, reminded] = await Promise.all([
    askedFor(member, notices),
    standingReminders(member, notices),
  ]);
  return notices.flatMap(({ id, kind, commentId, documentId, deliverableId, partnershipId }) => {
    if (kind === "reminder") return reminded.has(id) ? [id] : [];
    if (kind === "moved") return can(member, "see-deliverables") ? [id] : [];
    if (deliverableId !== null)
      return asked.has(deliverableId) && can(member, "see-deliverables", partnershipId ?? undefined)
        ? [id]
        : [];
    if (commentId !== null) return byComment.has(commentId) ? [id] : [];
    if (documentId === null) return [];
    return (ofPublished.includes(kind) ? byPublished : byDocument).has(documentId) ? [id] : [];
  });
}
