// Makes notices out of what happened. The record of what happened is where they come from, so none is lost: after a crash the making
// goes on behind the last row from which they were made, and what it made and how far it came is one transaction.
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { inTurn } from "~/platform/in-turn";
import { log } from "~/platform/log.server";
import { happenings } from "../activity/activities.server";
import type { Transaction } from "~/platform/db.server";
import { houseChain } from "../activity/chain.server";
import { readable } from "./judging.server";
import { mailBy, mailTimes, wayOf } from "./mail-times.server";
import { mailedByItself, type NoticeKind } from "./notice";
import { reasonsToHear, toldKinds, type Happened } from "./reasons.server";
import { tellPeople } from "./telling.server";

/** Rows of what happened that are looked at together. */
const page = 50;

/** So many rows of which nobody hears may lie behind the mark before it is moved for them alone. */
const idle = 500;

/** Follows what happens from now on, and makes what was left to make when the process ended. */
export function followHappenings(): { stop(): Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const follow = (networkId: string) => {
    const made = makeNotices(networkId)
      .catch((error: unknown) => log().error({ error }, "notices could not be made"))
      .finally(() => underWay.delete(made));
    underWay.add(made);
  };
  const hear = ({ kind, networkId }: { kind: string; networkId?: string }) => {
    if (networkId !== undefined && toldKinds.includes(kind)) follow(networkId);
  };
  happenings().on("recorded", hear);
  const caughtUp = leftToMake()
    .then((networkIds) => networkIds.forEach(follow))
    .catch((error: unknown) => log().error({ error }, "notices could not be made"));
  return {
    stop: async () => {
      happenings().off("recorded", hear);
      await caughtUp;
      await Promise.all(underWay);
    },
  };
}

/** Makes the notices of all that has happened in the network and was not looked at yet. Resolves when they are on the disk. */
export async function makeNotices(networkId: string): Promise<void> {
  await inTurn(`notices ${networkId}`, async () => {
    while (await makeSome(networkId));
  });
}

/** A network whose past is no news, as that of the demo: notices are made only of what happens there from now on. */
export async function passOver(transaction: Transaction, chain: string): Promise<void> {
  const head = await transaction.chainHead.findUnique({ where: { chain }, select: { position: true } });
  await moveMark(transaction, chain, head?.position ?? 0);
}

/** The networks with rows behind the mark. */
async function leftToMake(): Promise<string[]> {
  const { read } = database();
  const [heads, marks] = await Promise.all([
    read.chainHead.findMany({ select: { chain: true, position: true } }),
    read.noticeMark.findMany(),
  ]);
  const made = new Map(marks.map(({ chain, position }) => [chain, position]));
  return heads.flatMap(({ chain, position }) =>
    chain !== houseChain && position > (made.get(chain) ?? 0) ? [chain] : [],
  );
}

/** Whether there may be more. */
async function makeSome(networkId: string): Promise<boolean> {
  const { read } = database();
  const mark = await read.noticeMark.findUnique({ where: { chain: networkId } });
  const from = mark?.position ?? 0;
  const rows = await read.activity.findMany({
    where: { chain: networkId, position: { gt: from }, kind: { in: toldKinds } },
    orderBy: { position: "asc" },
    take: page,
  });
  const last = rows.at(-1);
  if (!last) {
    const head = await read.chainHead.findUnique({ where: { chain: networkId }, select: { position: true } });
    const to = head?.position ?? 0;
    if (to - from > idle) await keep(networkId, from, to, []);
    return false;
  }
  let made: NewNotice[] = [];
  const untold: Withdrawn[] = [];
  for (const row of rows) {
    const { notices, withdrawn } = await noticesOf({ ...row, networkId }, made);
    made = [...made.filter(({ id }) => !withdrawn.some((one) => one.id === id)), ...notices];
    untold.push(...withdrawn);
  }
  if (await keep(networkId, from, last.position, made, untold))
    tellPeople([...new Set([...made, ...untold].map(({ personId }) => personId))]);
  return true;
}

interface NewNotice {
  id: string;
  personId: string;
  networkId: string;
  kind: NoticeKind;
  activityId: string;
  documentId: string | null;
  commentId: string | null;
  deliverableId: string | null;
  partnershipId: string | null;
  at: Date;
  mailBy: Date | null;
}

/** The notices of what happened, and those of what it takes back that nobody has seen: these go. */
interface Made {
  notices: NewNotice[];
  withdrawn: Withdrawn[];
}

type Withdrawn = Pick<NewNotice, "id" | "personId">;

async function noticesOf(happened: Happened, before: readonly NewNotice[]): Promise<Made> {
  const { people, undoes, ...about } = await reasonsToHear(happened);
  if (people.size === 0) return { notices: [], withdrawn: [] };
  const { commentId = null, deliverableId = null, partnershipId = null } = about;
  const unseen = undoes === undefined ? [] : await unseenOf(undoes, before);
  for (const { personId } of unseen) people.delete(personId);
  const { id: activityId, networkId, documentId, at } = happened;
  const persons = await database().read.person.findMany({
    where: { id: { in: [...people.keys()] }, deactivatedAt: null },
    select: {
      id: true,
      name: true,
      language: true,
      timeZone: true,
      noticeWays: { select: { kind: true, way: true } },
    },
  });
  const made = await Promise.all(
    persons.map(async (person): Promise<NewNotice[]> => {
      const kind = people.get(person.id);
      if (!kind || isToldAlready(before, { personId: person.id, kind, commentId })) return [];
      const notice = { id: newId(), kind, networkId, documentId, commentId, deliverableId, partnershipId };
      if (!(await readable(person, [notice])).has(notice.id)) return [];
      const times = mailTimes(person);
      const isMailed = kind === mailedByItself && wayOf(kind, times) === "at-once";
      const by = isMailed ? null : mailBy(kind, at, times);
      return [{ ...notice, personId: person.id, activityId, at, mailBy: by }];
    }),
  );
  return { notices: made.flat(), withdrawn: unseen };
}

/** The notices of a happening that nobody has read, and that have gone by no mail. */
async function unseenOf(activityId: string, before: readonly NewNotice[]): Promise<Withdrawn[]> {
  const kept = await database().read.notice.findMany({
    where: { activityId, readAt: null, doneAt: null, mailId: null },
    select: { id: true, personId: true },
  });
  return [...kept, ...before.filter((one) => one.activityId === activityId)];
}

/** A remark that is edited at once has not told of its mentions yet when the second row is looked at. */
function isToldAlready(
  before: readonly NewNotice[],
  { personId, kind, commentId }: Pick<NewNotice, "personId" | "kind" | "commentId">,
): boolean {
  return (
    kind === "mention" &&
    before.some((one) => one.personId === personId && one.commentId === commentId && one.kind === kind)
  );
}

/** Writes the notices and how far they go, together. False: somebody else has meanwhile. */
async function keep(
  chain: string,
  from: number,
  to: number,
  notices: NewNotice[],
  withdrawn: readonly Withdrawn[] = [],
): Promise<boolean> {
  return database().write(async (transaction) => {
    const mark = await transaction.noticeMark.findUnique({ where: { chain } });
    if ((mark?.position ?? 0) !== from) return false;
    if (withdrawn.length > 0)
      await transaction.notice.deleteMany({ where: { id: { in: withdrawn.map(({ id }) => id) } } });
    if (notices.length > 0) await transaction.notice.createMany({ data: notices });
    await moveMark(transaction, chain, to);
    return true;
  });
}

async function moveMark(transaction: Transaction, chain: string, position: number): Promise<void> {
  await transaction.noticeMark.upsert({
    where: { chain },
    create: { chain, position },
    update: { position },
  });
}
