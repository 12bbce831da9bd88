// What administrators see of the mails about notices: how many wait, which were given up and why; never what they say.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { conflict, notFound } from "../refusal";
import { faultIn, type MailFault } from "./mail-fault";
import type { NameMail } from "./notice-orders";

export interface MailsSeen {
  waiting: number;
  /** When the last one was sent. */
  sentAt: Date | null;
  /** The last try that failed of those that wait: why, and how many have failed so far. */
  failing: (Failure & { count: number }) | null;
  givenUp: Array<Failure & { id: string; name: string; email: string; tries: number; at: Date }>;
}

interface Failure {
  fault: MailFault | undefined;
  /** What was said, as it was said. */
  problem: string;
}

const failure = (problem: string | null): Failure => ({
  fault: faultIn(problem ?? ""),
  problem: problem ?? "",
});

/** Mails given up that are listed; the latest ones. */
const most = 50;

/** Refuses `not-found` whoever is no administrator. */
export async function readMails(own: SignedIn): Promise<MailsSeen> {
  demandAdministrator(own);
  const { read } = database();
  const unsent = { state: { in: ["waiting", "sending"] } };
  const failing = { ...unsent, problem: { not: null } };
  const [waiting, sent, failed, last, givenUp] = await Promise.all([
    read.queuedMail.count({ where: unsent }),
    read.queuedMail.aggregate({ where: { state: "sent" }, _max: { settledAt: true } }),
    read.queuedMail.count({ where: failing }),
    read.queuedMail.findFirst({ where: failing, orderBy: { triedAt: "desc" }, select: { problem: true } }),
    read.queuedMail.findMany({
      where: { state: "given-up" },
      orderBy: { settledAt: "desc" },
      take: most,
      select: {
        id: true,
        tries: true,
        problem: true,
        settledAt: true,
        madeAt: true,
        person: { select: { name: true, email: true } },
      },
    }),
  ]);
  return {
    waiting,
    sentAt: sent._max.settledAt,
    failing: last ? { ...failure(last.problem), count: failed } : null,
    givenUp: givenUp.map(({ id, tries, problem, settledAt, madeAt, person }) => ({
      id,
      ...person,
      tries,
      ...failure(problem),
      at: settledAt ?? madeAt,
    })),
  };
}

/**
 * Lets a mail that was given up be tried anew, from the beginning. Refuses `not-found` whoever is no administrator and no mail,
 * `conflict` one that is not given up.
 */
export async function tryMailAgain(own: SignedIn, { id }: NameMail): Promise<void> {
  demandAdministrator(own);
  await database().write(async (transaction) => {
    const mail = await transaction.queuedMail.findUnique({ where: { id }, select: { state: true } });
    if (!mail) throw notFound();
    if (mail.state !== "given-up") throw conflict();
    await transaction.queuedMail.update({
      where: { id },
      data: { state: "waiting", tries: 0, nextTryAt: now(), settledAt: null },
    });
  });
}
