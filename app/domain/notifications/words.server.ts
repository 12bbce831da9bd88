// What a notice tells its person, made from what stands now and never kept: only what they may read is in it.
import { database } from "~/platform/db.server";
import { plainText } from "~/text/plain";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import type { PersonActing } from "../access/members.server";
import { isRole, type Role } from "../access/role";
import { isCommentOutcome, type CommentOutcome } from "../comments/comment";
import { remarkAddress } from "../comments/remark-address";
import { cellTitle, movedLines, titlesOf, type NoticeLine } from "./deliverable-lines.server";
import { standingReminders } from "./standing-reminders.server";
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
  /** Why the remark was declined, in its first words; empty where that is not said. */
  reason: string;
  role: Role | null;
  /** Deliverables with their days, where it tells of several; `count` is how many, and not 0 where there are none. */
  lines: NoticeLine[];
  count: number;
  /** Until which day ("YYYY-MM-DD") its person is to see to it; null where that is not said. */
  dueOn: string | null;
  network: { id: string; name: string };
  documentId: string | null;
  /** Where what it is about stands. */
  to: string;
  at: Date;
}

export type NoticeSentence =
  | Exclude<NoticeKind, "role" | "deliverable">
  | DeliverableSentence
  | "assignedUntil"
  | "reminderTasks"
  | "resolvedDone"
  | "resolvedAnswered"
  | "resolvedDeclined"
  | "watchedPublished"
  | "roleGiven"
  | "roleChanged"
  | "roleEnded"
  | "handedOver";

type DeliverableSentence =
  | "deliverableHandedIn"
  | "deliverableAdvised"
  | "deliverableSentBack"
  | "deliverableAccepted"
  | "deliverableSubmitted"
  | "deliverableReturned"
  | "deliverableReturnedUntil"
  | "deliverableApproved"
  | "deliverableTakenBack"
  | "deliverableNotApplicable"
  | "deliverableApplicable"
  | "deliverableGiven"
  | "deliverableDropped"
  | "deliverableAskedAgain";

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
  deliverableId: true,
  partnershipId: true,
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
  deliverableId: string | null;
  partnershipId: string | null;
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
      select: { id: true, text: true, madeOn: true, dueOn: true, outcomeReason: true },
    }),
  ]);
  const happened = new Map(activities.map((activity) => [activity.id, activity]));
  const said = new Map(comments.map((comment) => [comment.id, comment]));
  const told = await Promise.all(
    shown.map(async (row): Promise<NoticeTold[]> => {
      const { id, kind, network, documentId, commentId, at } = row;
      if (!isNoticeKind(kind)) return [];
      const activity = happened.get(row.activityId);
      const member = known.get(id)?.member ?? null;
      const onDeliverables = await toldOfDeliverables(member, row, kind, activity);
      const remark = said.get(commentId ?? "");
      const dueOn = kind === "assigned" ? (remark?.dueOn ?? null) : null;
      const sentence = dueOn
        ? "assignedUntil"
        : kind === "resolved"
          ? resolvedWith(activity?.after)
          : sentenceOf(kind, activity?.kind ?? "", commentId !== null);
      const reason = sentence === "resolvedDeclined" ? (remark?.outcomeReason ?? "") : "";
      return [
        {
          id,
          kind,
          sentence,
          by: activity?.person ?? null,
          ...titleFor(member, row.document),
          words: plainText(remark?.text ?? "", firstWords),
          reason: plainText(reason, firstWords),
          role: roleIn(activity?.after),
          lines: [],
          count: 0,
          dueOn,
          network: { id: network.id, name: network.name },
          documentId,
          to: member ? addressIn(member, documentId, remark) : "/networks",
          at,
          ...onDeliverables,
        },
      ];
    }),
  );
  return told.flat();
}

/** What differs where a notice is about deliverables. */
async function toldOfDeliverables(
  member: Member | null,
  { id, deliverableId, partnershipId }: NoticeRow,
  kind: NoticeKind,
  activity: { kind: string; after: unknown } | undefined,
): Promise<Partial<NoticeTold>> {
  if (!member) return {};
  const home = `/networks/${member.network.slug}/deliverables`;
  if (kind === "moved" && deliverableId !== null) return toldOfTurn(member, deliverableId, activity, home);
  if (kind === "moved") {
    const lines = await movedLines(member, activity?.after);
    return { lines: lines.slice(0, mostLines), count: lines.length, to: home };
  }
  if (kind === "reminder") {
    const lines = (await standingReminders(member, [{ id, kind }])).get(id) ?? [];
    const sentence = lines.some(({ isTask }) => isTask) ? ("reminderTasks" as const) : kind;
    return { sentence, lines: lines.slice(0, mostLines), count: lines.length, to: "/week" };
  }
  if (deliverableId === null) return {};
  const { reason = "", until = null } = (activity?.after ?? {}) as { reason?: string; until?: string | null };
  return {
    sentence: deliverableSentence(activity?.kind ?? "", until),
    title: await cellTitle(member, { deliverableId, partnershipId }),
    reason: plainText(reason, firstWords),
    dueOn: until,
    to: partnershipId === null ? `${home}/${deliverableId}` : `${home}/${deliverableId}/${partnershipId}`,
  };
}

/** That it is no longer asked for, or again: then with its days. */
async function toldOfTurn(
  member: Member,
  id: string,
  activity: { kind: string; after: unknown } | undefined,
  home: string,
): Promise<Partial<NoticeTold>> {
  const isDropped = activity?.kind === "deliverable-dropped";
  const lines = isDropped ? [] : (await movedLines(member, activity?.after)).map(withoutBefore);
  return {
    sentence: isDropped ? "deliverableDropped" : "deliverableAskedAgain",
    title: (await titlesOf(member, [id])).get(id) ?? "",
    lines: lines.slice(0, mostLines),
    count: lines.length,
    to: `${home}/${id}`,
  };
}

const withoutBefore = ({ before: _, ...line }: NoticeLine): NoticeLine => line;

/** Lines that a notice shows. */
const mostLines = 12;

const deliverableSentences: Partial<Record<string, DeliverableSentence>> = {
  "deliverable-handed-in": "deliverableHandedIn",
  "deliverable-advised": "deliverableAdvised",
  "deliverable-sent-back": "deliverableSentBack",
  "deliverable-accepted": "deliverableAccepted",
  "deliverable-submitted": "deliverableSubmitted",
  "deliverable-returned": "deliverableReturned",
  "deliverable-approved": "deliverableApproved",
  "deliverable-not-applicable": "deliverableNotApplicable",
  "deliverable-applicable": "deliverableApplicable",
  "deliverable-given": "deliverableGiven",
};

function deliverableSentence(happened: string, until: string | null): DeliverableSentence {
  if (happened === "deliverable-returned" && until !== null) return "deliverableReturnedUntil";
  return deliverableSentences[happened] ?? "deliverableTakenBack";
}

function sentenceOf(kind: NoticeKind, happened: string, isAboutRemark: boolean): NoticeSentence {
  if (kind === "watched") return isAboutRemark ? "watched" : "watchedPublished";
  if (kind === "deliverable") return "deliverableTakenBack";
  if (kind !== "role") return kind;
  if (happened === "handed-over") return "handedOver";
  if (happened === "role-given") return "roleGiven";
  return happened === "role-ended" ? "roleEnded" : "roleChanged";
}

const resolvedSentences = {
  done: "resolvedDone",
  answered: "resolvedAnswered",
  declined: "resolvedDeclined",
} as const satisfies Record<CommentOutcome, NoticeSentence>;

function resolvedWith(after: unknown): NoticeSentence {
  const { outcome } = (after ?? {}) as { outcome?: unknown };
  const known = typeof outcome === "string" ? outcome : null;
  return isCommentOutcome(known) ? resolvedSentences[known] : "resolved";
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
