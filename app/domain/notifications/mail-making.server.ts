// Gathers what is due by mail: what comes of one text at once in one mail, what is told once a day in one. A mail is a row without
// words: what it says is made before each try to send it.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import {
  addresseeOf,
  choiceColumns,
  stillToMail,
  type Addressee,
  type Choosable,
} from "./mail-choice.server";
import { mailBy, wayOf } from "./mail-times.server";
import { isNoticeKind } from "./notice";

/** A mail to be made, and which notices it tells of. */
interface Gathered {
  way: "at-once" | "daily";
  ids: string[];
}

/** Makes the mails of all notices that are due by now. */
export async function makeMails(): Promise<void> {
  const due = await database().read.notice.findMany({
    where: { mailBy: { lte: now() } },
    select: { personId: true },
    distinct: ["personId"],
  });
  for (const { personId } of due) await makeMailsFor(personId);
}

async function makeMailsFor(personId: string): Promise<void> {
  const at = now();
  const { read } = database();
  const open = await read.notice.findMany({
    where: { personId, mailBy: { not: null } },
    select: { ...choiceColumns, mailBy: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const person = await addresseeOf(personId);
  const chosen = person ? await stillToMail(person, open) : new Set<string>();
  const toTell = open.filter(({ id }) => chosen.has(id));
  const mails = person ? gathered(person, toTell, at) : [];
  const later = person ? putOff(person, toTell, at) : new Map<string, Date>();
  const told = new Set(mails.flatMap(({ ids }) => ids));
  const left = toTell.filter(({ id }) => !told.has(id)).map(({ id }) => id);
  const settled = open.filter(({ id }) => !left.includes(id)).map(({ id }) => id);
  await database().write(async (transaction) => {
    for (const { way, ids } of mails) {
      const id = newId();
      await transaction.queuedMail.create({
        data: { id, personId, way, state: "waiting", madeAt: at, nextTryAt: at },
      });
      await transaction.notice.updateMany({ where: { id: { in: ids } }, data: { mailId: id } });
    }
    await transaction.notice.updateMany({ where: { id: { in: settled } }, data: { mailBy: null } });
    for (const [id, by] of later) await transaction.notice.update({ where: { id }, data: { mailBy: by } });
  });
}

type Open = Choosable & { mailBy: Date | null };

/** With a notice that is due goes what else is waiting to go at once of the same text; reminders of all networks go together. */
function gathered(person: Addressee, notices: readonly Open[], at: Date): Gathered[] {
  const atOnce = new Map<string, Open[]>();
  const daily: Open[] = [];
  for (const notice of notices) {
    const way = wayIn(person, notice);
    if (way === "daily" && isDue(person, notice, at)) daily.push(notice);
    if (way !== "at-once") continue;
    const text = notice.kind === "reminder" ? notice.kind : (notice.documentId ?? notice.networkId);
    atOnce.set(text, [...(atOnce.get(text) ?? []), notice]);
  }
  const ids = (of: Open[]) => of.map(({ id }) => id);
  return [
    ...[...atOnce.values()]
      .filter((ofText) => ofText.some((notice) => isDue(person, notice, at)))
      .map((ofText): Gathered => ({ way: "at-once", ids: ids(ofText) })),
    ...(daily.length > 0 ? [{ way: "daily" as const, ids: ids(daily) }] : []),
  ];
}

/** Whoever has chosen another way meanwhile hears of it at that way's time. */
function putOff(person: Addressee, notices: readonly Open[], at: Date): Map<string, Date> {
  return new Map(
    notices.flatMap((notice): Array<[string, Date]> => {
      const by = dueBy(person, notice);
      return by !== null && by > at && notice.mailBy !== null && notice.mailBy <= at ? [[notice.id, by]] : [];
    }),
  );
}

function isDue(person: Addressee, notice: Open, at: Date): boolean {
  const by = dueBy(person, notice);
  return by !== null && by <= at;
}

function dueBy(person: Addressee, { kind, at }: Open): Date | null {
  return isNoticeKind(kind) ? mailBy(kind, at, person.times) : null;
}

function wayIn(person: Addressee, { kind }: Open) {
  return isNoticeKind(kind) ? wayOf(kind, person.times) : "never";
}
