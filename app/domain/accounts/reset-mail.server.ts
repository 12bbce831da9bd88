// The mail with the one-time link to a new password.
import { translate } from "~/i18n/translate.server";
import { database } from "~/platform/db.server";
import { mailer } from "~/platform/mail.server";
import { authOptions } from "./auth.server";

/** Sends the link in the person's language. Its address comes from our settings, never from the request. */
export async function sendResetMail(personId: string, token: string): Promise<void> {
  const person = await database().read.person.findUnique({
    where: { id: personId },
    select: { email: true, name: true, language: true, deactivatedAt: true },
  });
  if (!person || person.deactivatedAt) return;
  const t = translate(person.language);
  const link = `${authOptions().origin}/reset-password/${token}`;
  await mailer().send({
    to: person.email,
    subject: t("mails:reset.subject"),
    text: t("mails:reset.text", { name: person.name, link }),
  });
}
