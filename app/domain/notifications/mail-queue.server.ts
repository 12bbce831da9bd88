// Sends the mails about notices and about roles. Each is recorded as being sent before the mail server hears of it and as sent afterwards: a process
// that dies in between sends it again, as the same mail. At least once, never missing.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import { remindOfDue } from "./due.server";
import { remindByQuarters } from "./reminders.server";
import { happenings } from "../activity/activities.server";
import { roleMailInWords, type RoleMail } from "../networks/role-mail.server";
import { makeMails } from "./mail-making.server";
import { addresseeOf, choiceColumns, stillToMail } from "./mail-choice.server";
import { wayOf } from "./mail-times.server";
import { envelopeOf, mailInWords } from "./mail-words.server";
import { wakeSnoozed } from "./notices.server";
import { noticeColumns, toldOf } from "./words.server";

const minute = 60_000;

/** How long each failed try is waited after; after one more it is given up. */
export const pauses = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * minute);

/** How often it is looked for what is due, in ms. */
const interval = 20_000;

/** What changes roles: its mails are waiting from then on. */
const ofRoles = /^(role|handed-over|local-group-ended|partnership)/;

/** Mails of one round. */
const most = 200;

/** For so many days it is known what was sent, and for so many what there was to hear. */
const mailDays = 30;
const noticeDays = 365;
const day = 86_400_000;

/** So long the end of the process waits for the mail that is under way; then it goes once more at the next start. */
const patience = 1_500;

/** Failures that are the mail server's, not the mail's: the others are not tried after one of them. */
const ofServer = [
  "ECONNECTION",
  "ECONNREFUSED",
  "ESOCKET",
  "ETIMEDOUT",
  "EDNS",
  "ETLS",
  "EAUTH",
  "EPROTOCOL",
];

/** Takes up what an ended process left, and sends what is due until stopped. One process alone runs it. */
export function openMailQueue(): { stop(): Promise<void> } {
  let isStopping = false;
  const goesOn = () => !isStopping;
  let current = takeUp().catch(tell);
  const round = () => {
    current = current.then(() => (isStopping ? undefined : runMailRound(goesOn))).catch(tell);
  };
  const hear = ({ kind }: { kind: string }) => (ofRoles.test(kind) ? round() : undefined);
  round();
  happenings().on("recorded", hear);
  const timer = setInterval(round, interval).unref();
  return {
    stop: async () => {
      isStopping = true;
      happenings().off("recorded", hear);
      clearInterval(timer);
      let giveUp: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((done) => (giveUp = setTimeout(done, patience)));
      await Promise.race([current, enough]);
      clearTimeout(giveUp);
    },
  };
}

function tell(error: unknown): void {
  log().error({ error }, "the mails about notices could not be seen to");
}

/** What was being sent when a process ended may have arrived or not: it goes again, as the same mail. */
export async function takeUp(): Promise<void> {
  await database().write((transaction) =>
    transaction.queuedMail.updateMany({
      where: { state: "sending" },
      data: { state: "waiting", nextTryAt: now() },
    }),
  );
}

/** Sees once to all that is due: what was put off, mails to be made, mails to be sent, rows that are too old. */
export function runMailRound(goesOn: () => boolean = () => true): Promise<void> {
  return inTurn("mails about notices", async () => {
    await wakeSnoozed();
    await remindOfDue();
    await remindByQuarters();
    await makeMails();
    const due = await database().read.queuedMail.findMany({
      where: { state: "waiting", nextTryAt: { lte: now() } },
      orderBy: [{ nextTryAt: "asc" }, { id: "asc" }],
      take: most,
    });
    for (const mail of due) if (!goesOn() || !(await send(mail))) break;
    await tidy();
  });
}

interface Waiting {
  id: string;
  personId: string;
  way: string;
  madeAt: Date;
  tries: number;
  role: unknown;
}

/** Whether the next one may be tried. */
async function send(mail: Waiting): Promise<boolean> {
  const words = await inWords(mail);
  if (!words) {
    await settle(mail.id, "empty");
    return true;
  }
  await database().write((transaction) =>
    transaction.queuedMail.updateMany({
      where: { id: mail.id },
      data: { state: "sending", tries: mail.tries + 1, triedAt: now() },
    }),
  );
  try {
    await mailer().send(words);
  } catch (error) {
    await failed(mail, error);
    return !ofServer.includes(String((error as { code?: unknown }).code));
  }
  await settle(mail.id, "sent");
  return true;
}

/** What there is to tell now; null: nothing any more, or nobody. */
async function inWords(mail: Waiting) {
  const person = await addresseeOf(mail.personId);
  if (!person) return null;
  if (mail.role !== null) {
    // Whoever has chosen another way hears of it by the mail of the day, or reads it in Torg.
    if (wayOf("role", person.times) !== "at-once") return null;
    const words = await roleMailInWords(person, mail.role as RoleMail);
    return words && { ...words, ...envelopeOf(person.id, mail.id) };
  }
  const rows = await database().read.notice.findMany({
    where: { mailId: mail.id },
    select: { ...choiceColumns, ...noticeColumns },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const chosen = await stillToMail(person, rows);
  const told = await toldOf(
    person,
    rows.filter(({ id }) => chosen.has(id)),
  );
  return told.length === 0 ? null : mailInWords(person, mail, told);
}

async function settle(id: string, state: "sent" | "empty"): Promise<void> {
  await database().write((transaction) =>
    transaction.queuedMail.updateMany({ where: { id }, data: { state, settledAt: now(), problem: null } }),
  );
}

async function failed({ id, tries }: Waiting, error: unknown): Promise<void> {
  const pause = pauses[tries];
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const at = now();
  log().warn({ error, mail: id, tries: tries + 1, givenUp: pause === undefined }, "a mail could not be sent");
  await database().write((transaction) =>
    transaction.queuedMail.updateMany({
      where: { id },
      data:
        pause === undefined
          ? { state: "given-up", problem, settledAt: at }
          : { state: "waiting", problem, nextTryAt: new Date(at.getTime() + pause) },
    }),
  );
}

/** What is long settled is not kept for ever; a mail that was given up stays until somebody has seen to it. */
async function tidy(): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * day);
  const mails = { state: { in: ["sent", "empty"] }, settledAt: { lt: before(mailDays) } };
  const notices = { at: { lt: before(noticeDays) } };
  const { read } = database();
  if ((await read.queuedMail.count({ where: mails })) + (await read.notice.count({ where: notices })) === 0)
    return;
  await database().write(async (transaction) => {
    await transaction.queuedMail.deleteMany({ where: mails });
    await transaction.notice.deleteMany({ where: notices });
  });
}
