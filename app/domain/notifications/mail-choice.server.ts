// Which notices still go by mail: those that nobody has read, put off or dealt with meanwhile, that their person wants by mail now, and
// may know of now. Asked when a mail is made and again before each try to send it.
import { database } from "~/platform/db.server";
import type { PersonActing } from "../access/members.server";
import { attentionTo } from "./attention.server";
import { readable, type Judged } from "./judging.server";
import { mailTimes, wayOf, type MailTimes } from "./mail-times.server";
import { directKinds, isNoticeKind } from "./notice";

/** Whoever a mail goes to. */
export interface Addressee extends PersonActing {
  email: string;
  times: MailTimes;
}

/** What a query has to select so that its notices can be chosen here. */
export const choiceColumns = {
  id: true,
  kind: true,
  networkId: true,
  documentId: true,
  commentId: true,
  deliverableId: true,
  partnershipId: true,
  at: true,
  readAt: true,
  doneAt: true,
  snoozedUntil: true,
} as const;

export interface Choosable extends Judged {
  at: Date;
  readAt: Date | null;
  doneAt: Date | null;
  snoozedUntil: Date | null;
}

/** The person as mails are written to them; null where there is none any more, or the account is closed. */
export async function addresseeOf(personId: string): Promise<Addressee | null> {
  const person = await database().read.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      language: true,
      timeZone: true,
      deactivatedAt: true,
      noticeWays: { select: { kind: true, way: true } },
    },
  });
  if (!person || person.deactivatedAt) return null;
  return { ...person, times: mailTimes(person) };
}

/** The ids of those of the notices that go by mail now. */
export async function stillToMail(
  person: Addressee,
  notices: readonly Choosable[],
): Promise<ReadonlySet<string>> {
  const wanted = notices.filter(({ kind, readAt, doneAt, snoozedUntil }) => {
    if (readAt !== null || doneAt !== null || snoozedUntil !== null || !isNoticeKind(kind)) return false;
    return ["at-once", "daily"].includes(wayOf(kind, person.times));
  });
  const heard = await Promise.all(
    wanted.map(async (notice) => {
      if (directKinds.some((kind) => kind === notice.kind)) return [notice];
      return (await attentionTo(notice)).get(person.id) === "mute" ? [] : [notice];
    }),
  );
  return new Set((await readable(person, heard.flat())).keys());
}
