// Deactivating people and letting them back in: an administrator's order. Roles and work stay as they are, under the person's name.
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import { change, tellSessionsEnded, type NewActivity } from "../activity/activities.server";
import { invalid, notFound } from "../refusal";
import { authOptions } from "./auth.server";
import type { SignedIn } from "./sessions.server";

/**
 * Closes a person's account at once: their sessions and sockets end, they sign in nowhere. Told to them by mail. Refuses
 * `not-found` nobody, and whoever is no administrator (any more); `invalid` oneself and the last administrator.
 */
export async function deactivatePerson(own: SignedIn, personId: string): Promise<void> {
  demandAdministrator(own);
  const isDone = await change(async (transaction, record) => {
    const { deactivatedAt } = await accountOf(transaction, own, personId);
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
    await record(happened(own, "person-deactivated", personId));
    return true;
  });
  tellSessionsEnded({ personId });
  if (isDone) mailAboutAccount("deactivated", personId);
}

/** Opens a deactivated account again, with the roles that have not ended meanwhile. Refuses as `deactivatePerson`. */
export async function reactivatePerson(own: SignedIn, personId: string): Promise<void> {
  demandAdministrator(own);
  const isDone = await change(async (transaction, record) => {
    const { deactivatedAt } = await accountOf(transaction, own, personId);
    if (!deactivatedAt) return false;
    await transaction.person.update({ where: { id: personId }, data: { deactivatedAt: null } });
    await record(happened(own, "person-reactivated", personId));
    return true;
  });
  if (isDone) mailAboutAccount("reactivated", personId);
}

function demandAdministrator(own: SignedIn): void {
  if (!own.person.isAdministrator) throw notFound();
}

/** The account to change. The one who acts must still be an active administrator when the transaction runs. */
async function accountOf(transaction: Transaction, own: SignedIn, personId: string) {
  const acting = await transaction.person.findFirst({
    where: { id: own.person.id, isAdministrator: true, deactivatedAt: null },
    select: { id: true },
  });
  if (!acting) throw notFound();
  const person = await transaction.person.findUnique({
    where: { id: personId },
    select: { deactivatedAt: true },
  });
  if (!person) throw notFound();
  return person;
}

function happened(own: SignedIn, kind: NewActivity["kind"], personId: string): NewActivity {
  return {
    kind,
    personId: own.person.id,
    subjectId: personId,
    audience: [{ room: "person", personId }],
  };
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
