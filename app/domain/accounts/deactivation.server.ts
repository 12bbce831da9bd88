// Deactivating people and letting them back in: an administrator's order. Roles and work stay as they are, under the person's name.
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import { change, tellSessionsEnded } from "../activity/activities.server";
import { invalid } from "../refusal";
import { administeredAccount, doneToAccount } from "./administered.server";
import { demandAdministrator } from "./administrator";
import { authOptions } from "./auth.server";
import type { SignedIn } from "./sessions.server";

/**
 * Closes a person's account at once: their sessions and sockets end, they sign in nowhere. Told to them by mail. Refuses
 * `not-found` nobody, and whoever is no administrator (any more); `invalid` oneself and the last administrator.
 */
export async function deactivatePerson(own: SignedIn, personId: string): Promise<void> {
  demandAdministrator(own);
  const isDone = await change(async (transaction, record) => {
    const { deactivatedAt } = await administeredAccount(transaction, own, personId);
    if (personId === own.person.id) throw invalid("form", "members:wrong.notOneself");
    const others = await transaction.person.count({
      where: { isAdministrator: true, deactivatedAt: null, id: { not: personId } },
    });
    if (others === 0) throw invalid("form", "members:wrong.lastAdministrator");
    if (deactivatedAt) return false;
    await transaction.person.update({ where: { id: personId }, data: { deactivatedAt: now() } });
    await transaction.session.deleteMany({ where: { personId } });
    // A link to a new password, asked for before, opens nothing any more.
    await transaction.verification.deleteMany({ where: { value: personId } });
    // Nor do the addresses of their calendars: whoever is let back in makes new ones.
    await transaction.calendarFeed.deleteMany({ where: { personId } });
    // Up to where they had read concerns nobody any more.
    await transaction.readText.deleteMany({ where: { personId } });
    await record(doneToAccount(own, "person-deactivated", personId));
    return true;
  });
  tellSessionsEnded({ personId });
  if (isDone) mailAboutAccount("deactivated", personId);
}

/** Opens a deactivated account again, with the roles that have not ended meanwhile. Refuses as `deactivatePerson`. */
export async function reactivatePerson(own: SignedIn, personId: string): Promise<void> {
  demandAdministrator(own);
  const isDone = await change(async (transaction, record) => {
    const { deactivatedAt } = await administeredAccount(transaction, own, personId);
    if (!deactivatedAt) return false;
    await transaction.person.update({ where: { id: personId }, data: { deactivatedAt: null } });
    await record(doneToAccount(own, "person-reactivated", personId));
    return true;
  });
  if (isDone) mailAboutAccount("reactivated", personId);
}

function mailAboutAccount(news: "deactivated" | "reactivated", personId: string): void {
  void send(news, personId).catch((error: unknown) =>
    log().error({ error }, "the mail about an account could not be sent"),
  );
}

async function send(news: "deactivated" | "reactivated", personId: string): Promise<void> {
  const { email, name, language } = await database().read.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, name: true, language: true },
  });
  const t = translate(language);
  await mailer().send({
    to: email,
    subject: t(`mails:account.${news}.subject`),
    text: t(`mails:account.${news}.text`, { name, link: authOptions().origin }),
  });
}
