// What a notice tells its person, made from what stands now and never kept: only what they may read is in it.
import { database } from "~/platform/db.server";
import { plainText } from "~/text/plain";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import type { PersonActing } from "../access/members.server";
import { isRole, type Role } from "../access/role";
import { remarkAddress } from "../comments/remark-address";
import { readable } from "./judging.server";
import { isNoticeKind, type NoticeKind } from "./notice";

export interface NoticeTold {
  id: string;
  kind: NoticeKind;
  /** Which sentence says it: a key of the catalogue `notices`, below `sentence`. */
  sentence: NoticeSentence;
  /** Who did it; null: Torg itself, or an account that is gone. */
  by: { name: string; colour: number } | null;
  /** Of the text, as the person may know it; empty where it is about none. */
  title: string;
  titleLanguage: string;
  /** The first words of the remark; empty where it is about none. */
  words: string;
  role: Role | null;
  /** Until which day ("YYYY-MM-DD") its person is to see to the remark; null where that is not said. */
  dueOn: string | null;
  network: { id: string; name: string };
  documentId: string | null;
  /** Where what it is about stands. */
  to: string;
  at: Date;
}

export type NoticeSentence =
  | Exclude<NoticeKind, "role">
  | "assignedUntil"
  | "watchedPublished"
  | "roleGiven"
  | "roleChanged"
  | "roleEnded"
  | "handedOver";

/** What a query has to select so that its notices can be told. */
export const noticeColumns = {
  id: true,
  kind: true,
  networkId: true,
  network: { select: { id: true, name: true, slug: true } },
  activityId: true,
  documentId: true,
  document: {
    select: {
      ...sharedDocument,
      title: true,
      language: true,
      publishedTitle: true,
      publishedLanguage: true,
    },
  },
  commentId: true,
  at: true,
} as const;

interface NoticeRow {
  id: string;
  kind: string;
  networkId: string;
  network: { id: string; name: string; slug: string };
  activityId: string;
  documentId: string | null;
  document:
    | (Parameters<typeof readsWorkingText>[1] & {
        title: string;
        language: string;
        publishedTitle: string | null;
        publishedLanguage: string | null;
      })
    | null;
  commentId: string | null;
  at: Date;
}

/** Characters of a remark that a notice tells. */
const firstWords = 160;

/** Those of the notices that the person may know of now, in their order, in full. */
export async function toldOf(person: PersonActing, rows: readonly NoticeRow[]): Promise<NoticeTold[]> {
  const known = await readable(person, rows);
  const shown = rows.filter(({ id }) => known.has(id));
  const { read } = database();
  const [activities, comments] = await Promise.all([
    read.activity.findMany({
      where: { id: { in: shown.map(({ activityId }) => activityId) } },
      select: { id: true, kind: true, after: true, person: { select: { name: true, colour: true } } },
    }),
    read.comment.findMany({
      where: { id: { in: shown.flatMap(({ commentId }) => commentId ?? []) } },
      select: { id: true, text: true, madeOn: true, dueOn: true },
    }),
  ]);
  const happened = new Map(activities.map((activity) => [activity.id, activity]));
  const said = new Map(comments.map((comment) => [comment.id, comment]));
  return shown.flatMap((row): NoticeTold[] => {
    const { id, kind, network, documentId, commentId, at } = row;
    if (!isNoticeKind(kind)) return [];
    const activity = happened.get(row.activityId);
    const member = known.get(id)?.member ?? null;
    const remark = said.get(commentId ?? "");
    const dueOn = kind === "assigned" ? (remark?.dueOn ?? null) : null;
    return [
      {
        id,
        kind,
        sentence: dueOn ? "assignedUntil" : sentenceOf(kind, activity?.kind ?? "", commentId !== null),
        by: activity?.person ?? null,
        ...titleFor(member, row.document),
        words: plainText(remark?.text ?? "", firstWords),
        role: roleIn(activity?.after),
        dueOn,
        network: { id: network.id, name: network.name },
        documentId,
        to: member ? addressIn(member, documentId, remark) : "/networks",
        at,
      },
    ];
  });
}

function sentenceOf(kind: NoticeKind, happened: string, isAboutRemark: boolean): NoticeSentence {
  if (kind === "watched") return isAboutRemark ? "watched" : "watchedPublished";
  if (kind !== "role") return kind;
  if (happened === "handed-over") return "handedOver";
  if (happened === "role-given") return "roleGiven";
  return happened === "role-ended" ? "roleEnded" : "roleChanged";
}

function titleFor(
  member: Member | null,
  document: NoticeRow["document"],
): Pick<NoticeTold, "title" | "titleLanguage"> {
  if (!member || !document) return { title: "", titleLanguage: "" };
  return readsWorkingText(member, document)
    ? { title: document.title, titleLanguage: document.language }
    : {
        title: document.publishedTitle ?? "",
        titleLanguage: document.publishedLanguage ?? document.language,
      };
}

/** A network of which one is no member any more leads nowhere but to the list of one's own. */
function addressIn(
  { network }: Member,
  documentId: string | null,
  remark: { id: string; madeOn: string } | undefined,
): string {
  if (documentId === null) return `/networks/${network.slug}`;
  const document = `/networks/${network.slug}/documents/${documentId}`;
  if (!remark) return document;
  return remarkAddress(document, remark.id, remark.madeOn === "working" ? "working" : undefined);
}

function roleIn(after: unknown): Role | null {
  const held = (after as { role?: unknown } | null | undefined)?.role;
  return typeof held === "string" && isRole(held) ? held : null;
}
