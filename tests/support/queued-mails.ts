// Mails about notices in tests: by a real SMTP server, and as the rows of the queue.
import { onTestFinished } from "vitest";
import { makeNotices } from "~/domain/notifications/making.server";
import { runMailRound } from "~/domain/notifications/mail-queue.server";
import type { Member } from "~/domain/access/member";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { createMailer, mailer } from "~/platform/mail.server";
import { forget, once } from "~/platform/once";
import { foundNetwork, type FoundedNetwork } from "./found-network";
import { openPostOffice, type PostOfficeRules } from "./post-office";

export const minute = 60_000;

/** Lets the process's mails go to a server of these rules, until the end of the test. */
export async function mailBySmtp(rules?: PostOfficeRules, patience?: number) {
  const office = await openPostOffice(rules);
  mailTo(office.url, patience);
  return office;
}

/** Lets the process's mails go to this server. */
export function mailTo(smtpUrl: string, patience?: number): void {
  const before = mailer();
  forget("mailer");
  const from = "Torg <torg@torg.alytus.example>";
  const sending = once("mailer", () =>
    createMailer({ smtpUrl, outbox: "/dev/null/outbox", from, ...(patience ? { patience } : {}) }),
  );
  onTestFinished(() => {
    sending.close();
    forget("mailer");
    once("mailer", () => before);
  });
}

/** A network of which nothing is told yet, and nothing of any other waits. */
export async function foundQuietNetwork(): Promise<FoundedNetwork> {
  const network = await foundNetwork();
  await makeNotices(network.networkId);
  await database().write(async (transaction) => {
    await transaction.notice.deleteMany();
    await transaction.queuedMail.deleteMany();
  });
  return network;
}

/** A round of the queue at so many ms after the beginning of the test, all notices made before. */
export async function roundAfter(ms: number, ...members: Member[]): Promise<void> {
  onTestFinished(() => shiftClock(0));
  for (const { network } of members) await makeNotices(network.id);
  shiftClock(ms);
  await runMailRound();
}

/** The mails of this member, the oldest first. */
export function mailsOf({ personId }: Member) {
  return database().read.queuedMail.findMany({
    where: { personId },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
  });
}
