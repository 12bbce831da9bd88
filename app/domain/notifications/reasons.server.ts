// Who has a reason to hear of a happening, and the strongest one each has. A new kind of happening is one more line in `reasons`.
import { database } from "~/platform/db.server";
import type { ActivityKind } from "../activity/activity";
import { mentionedInRemark } from "../comments/remark-html.server";
import { attentionTo, type Attentive } from "./attention.server";
import { concernedByMoves, hearersOfStep, stepKindsTold } from "./deliverable-reasons.server";
import { isMirrored, movedIn } from "../deliverables/moves.server";
import { directKinds, noticeKinds, type NoticeKind } from "./notice";

/** A row of what happened, as far as it decides who hears of it. */
export interface Happened {
  id: string;
  kind: string;
  networkId: string;
  personId: string | null;
  documentId: string | null;
  partnershipId: string | null;
  subjectId: string;
  before: unknown;
  after: unknown;
  at: Date;
}

/** A reason to hear of it. */
interface Reason {
  personId: string;
  kind: NoticeKind;
}

interface Heard {
  reasons: Reason[];
  /** The remark it is about. */
  commentId?: string;
  /** The partner's deliverable it is about. */
  deliverableId?: string;
  partnershipId?: string;
  /** What it takes back: whoever has not seen that yet hears of neither. */
  undoes?: string;
}

const reasons: Partial<Record<ActivityKind, (happened: Happened) => Promise<Heard>>> = {
  "comment-added": remarkMade,
  "comment-edited": newlyMentioned,
  "comment-resolved": resolved,
  "comment-assigned": async ({ subjectId, after }) => ({
    ...(await heardBy("assigned", said(after, "assigneeId"))),
    commentId: subjectId,
  }),
  "document-named": shared,
  "document-published": published,
  "role-given": async ({ subjectId }) => heardBy("role", subjectId),
  "role-end-changed": async ({ subjectId }) => heardBy("role", subjectId),
  "role-ended": async ({ subjectId }) => heardBy("role", subjectId),
  "deliverable-given": async (happened) => ({
    ...(await heardBy("deliverable", said(happened.after, "personId"))),
    ...cellOf(happened),
  }),
  ...Object.fromEntries(stepKindsTold.map((kind) => [kind, stepTaken])),
  "deliverable-changed": daysMoved,
  "deliverable-dropped": turned,
  "deliverable-asked-again": turned,
  "deliverable-due-set": daysMoved,
  "phase-changed": daysMoved,
  "phase-extended": daysMoved,
  "phase-extension-taken-back": daysMoved,
  "phase-removed": daysMoved,
  "handed-over": async ({ after }) => heardBy("role", said(after, "toId")),
};

/** The kinds of happenings of which anybody may hear. */
export const toldKinds = Object.keys(reasons);

export interface ToTell extends Omit<Heard, "reasons"> {
  /** The strongest reason of each; never whoever did it, and of those who muted the place only who is addressed in person. */
  people: Map<string, NoticeKind>;
}

/** Who has a reason to hear of it. Whether they may is judged afterwards. */
export async function reasonsToHear(happened: Happened): Promise<ToTell> {
  const find = reasons[happened.kind as ActivityKind];
  const heard = find ? await find(happened) : { reasons: [] };
  const attentive = await attentionTo(happened);
  const people = new Map<string, NoticeKind>();
  for (const { personId, kind } of heard.reasons.sort(strongestFirst)) {
    if (personId === happened.personId || people.has(personId)) continue;
    if (attentive.get(personId) === "mute" && !directKinds.includes(kind)) continue;
    people.set(personId, kind);
  }
  const { reasons: _, ...about } = heard;
  return { ...about, people };
}

function strongestFirst(one: Reason, other: Reason): number {
  return noticeKinds.indexOf(one.kind) - noticeKinds.indexOf(other.kind);
}

async function remarkMade(happened: Happened): Promise<Heard> {
  const comment = await commentOf(happened.subjectId);
  if (!comment) return { reasons: [] };
  const { document, parent, text } = comment;
  const owner = document.responsibleId ?? document.createdById;
  return {
    commentId: comment.id,
    reasons: [
      ...(await mentionedIn(text)).map((personId) => ({ personId, kind: "mention" as const })),
      // Whoever spoke in the thread waits for what is answered there.
      ...(parent ? [parent.authorId, ...parent.answers.map(({ authorId }) => authorId)] : []).map(
        (personId) => ({ personId, kind: "reply" as const }),
      ),
      { personId: owner, kind: "remark" },
      ...watching(await attentionTo(happened)),
    ],
  };
}

/** Whoever is mentioned only since the remark was edited. Who was before has heard of it. */
async function newlyMentioned({ subjectId, before }: Happened): Promise<Heard> {
  const comment = await commentOf(subjectId);
  if (!comment) return { reasons: [] };
  const mentionedBefore = await mentionedIn(said(before, "text"));
  const told = await database().read.notice.findMany({
    where: { commentId: subjectId, kind: "mention" },
    select: { personId: true },
  });
  const known = new Set([...mentionedBefore, ...told.map(({ personId }) => personId)]);
  return {
    commentId: subjectId,
    reasons: (await mentionedIn(comment.text))
      .filter((personId) => !known.has(personId))
      .map((personId) => ({ personId, kind: "mention" })),
  };
}

/** Whoever began the thread hears what became of it. */
async function resolved({ subjectId }: Happened): Promise<Heard> {
  const thread = await database().read.comment.findUnique({
    where: { id: subjectId },
    select: { authorId: true },
  });
  return { ...(await heardBy("resolved", thread?.authorId ?? "")), commentId: subjectId };
}

/** Somebody is named on a document who was not; that they may do more than before is told by the page itself. */
async function shared({ subjectId, before, after }: Happened): Promise<Heard> {
  const isNew = said(before, "level") === "" && said(after, "level") !== "";
  return isNew ? heardBy("shared", subjectId) : { reasons: [] };
}

async function published(happened: Happened): Promise<Heard> {
  const { networkId } = happened;
  const wanting = await database().read.noticeWay.findMany({
    where: { kind: "published", way: { not: "off" }, person: { memberships: { some: { networkId } } } },
    select: { personId: true },
  });
  return {
    reasons: [
      ...watching(await attentionTo(happened)),
      ...wanting.map(({ personId }) => ({ personId, kind: "published" as const })),
    ],
  };
}

function watching(attentive: Attentive): Reason[] {
  return [...attentive].flatMap(([personId, wish]) =>
    wish === "watch" ? [{ personId, kind: "watched" as const }] : [],
  );
}

async function stepTaken(happened: Happened): Promise<Heard> {
  const about = cellOf(happened);
  if (!about) return { reasons: [] };
  const people = await hearersOfStep(
    happened.kind,
    { networkId: happened.networkId, ...about },
    happened.after,
  );
  return { reasons: people.map((personId) => ({ personId, kind: "deliverable" })), ...about };
}

/** Told once, however many days moved; that they are moved back where they were, to whoever had not heard that they moved, not at all. */
async function daysMoved(happened: Happened): Promise<Heard> {
  const { networkId, after } = happened;
  const people = await concernedByMoves(networkId, after);
  const undoes = said(after, "undoes") || (await movedBackFrom(happened));
  return {
    reasons: people.map((personId) => ({ personId, kind: "moved" })),
    ...(undoes !== "" && { undoes }),
  };
}

/** What moves days without being a decision of its own, which is told in any case. */
const plainMoves = [
  "deliverable-changed",
  "deliverable-due-set",
  "phase-changed",
] as const satisfies readonly ActivityKind[];

const isPlainMove = (kind: string) => (plainMoves as readonly string[]).includes(kind);

/** Rows that are looked at for the one that is taken back: what lies further behind was a while ago. */
const behind = 20;

/** The id of what moved the very days that are moved back now, where nothing else moved one of them since; or "". */
async function movedBackFrom({ id, kind, networkId, after }: Happened): Promise<string> {
  const keysOf = (row: unknown) =>
    movedIn(row).flatMap(({ deliverableId, partnershipIds }) =>
      partnershipIds.map((partnershipId) => `${deliverableId} ${partnershipId}`),
    );
  const keys = new Set(keysOf(after));
  if (!isPlainMove(kind) || keys.size === 0) return "";
  const { read } = database();
  const { position } = await read.activity.findUniqueOrThrow({ where: { id }, select: { position: true } });
  const rows = await read.activity.findMany({
    where: { chain: networkId, position: { lt: position }, kind: { in: movingKinds } },
    select: { id: true, kind: true, after: true },
    orderBy: { position: "desc" },
    take: behind,
  });
  const last = rows.find((row) => keysOf(row.after).some((key) => keys.has(key)));
  return last && isPlainMove(last.kind) && isMirrored(last.after, after) ? last.id : "";
}

/** No longer asked for, or again: told to those whose days these are. */
async function turned(happened: Happened): Promise<Heard> {
  return { ...(await daysMoved(happened)), deliverableId: happened.subjectId };
}

/** The kinds of happenings whose row may say what moved. */
const movingKinds = Object.entries(reasons).flatMap(([kind, find]) =>
  find === daysMoved || find === turned ? [kind] : [],
);

function cellOf({ subjectId, partnershipId }: Happened) {
  return partnershipId === null ? undefined : { deliverableId: subjectId, partnershipId };
}

async function heardBy(kind: NoticeKind, personId: string): Promise<Heard> {
  return { reasons: personId === "" ? [] : [{ personId, kind }] };
}

async function commentOf(id: string) {
  const comment = await database().read.comment.findUnique({
    where: { id },
    select: {
      id: true,
      text: true,
      deletedAt: true,
      parent: { select: { authorId: true, answers: { select: { authorId: true } } } },
      document: { select: { responsibleId: true, createdById: true } },
    },
  });
  return comment?.deletedAt === null ? comment : null;
}

/** More people than this are not told of one remark. */
const mostMentions = 50;

async function mentionedIn(text: string): Promise<string[]> {
  return (await mentionedInRemark(text)).slice(0, mostMentions);
}

/** What the row says there, or "". */
function said(row: unknown, field: string): string {
  const value = (row as Record<string, unknown> | null)?.[field];
  return typeof value === "string" ? value : "";
}
