// Notices in tests: made of what has happened so far, and read as their person reads them.
import type { Member } from "~/domain/access/member";
import { addComment } from "~/domain/comments/comments.server";
import { makeNotices } from "~/domain/notifications/making.server";
import type { NoticeShelf } from "~/domain/notifications/notice";
import { countUnread, listNotices, type NoticeView } from "~/domain/notifications/notices.server";
import { newId } from "~/platform/id";
import { signedInPerson } from "./signed-in";

/** A mention of this member, as the editor writes it. */
export const mentionOf = ({ name, personId }: Member) => `[@${name}](/people/${personId})`;

/** A remark on the published text, or on the working one. */
export async function remark(
  member: Member,
  documentId: string,
  text: string,
  more: { parentId?: string; madeOn?: "working" | "published" } = {},
): Promise<string> {
  const { id } = await addComment(member, documentId, { id: newId(), text, madeOn: "published", ...more });
  return id;
}

/** What this member has on the shelf now, the notices of all that has happened made before. */
export async function noticesFor(member: Member, shelf: NoticeShelf = "open"): Promise<NoticeView[]> {
  await makeNotices(member.network.id);
  const own = await signedInPerson(member.personId);
  return (await listNotices(own, shelf)).notices;
}

/** What the bell says to this member. */
export async function unreadFor(member: Member): Promise<number> {
  await makeNotices(member.network.id);
  return countUnread(await signedInPerson(member.personId));
}
