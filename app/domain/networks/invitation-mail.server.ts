// The mail with the link of an invitation, in the language of the one invited.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import { isRole } from "../access/role";
import { partnershipIdsIn } from "./invitation";
import { invitationLink } from "./invitation-tokens.server";
import { citiesOfRole, readPlaces } from "./places.server";

/** Milliseconds for which an answer waits to say whether the mail was handed over. */
const patience = 8_000;

/**
 * Hands the mail over and notes when. False where that failed or takes long: the invitation stands all the same, and its link can be
 * passed on by hand. The note is no change by an order, so no Activity tells of it.
 */
export async function mailInvitation(id: string, token: string): Promise<boolean> {
  const sent = send(id, token).then(
    () => true,
    (error: unknown) => {
      log().error({ error, invitation: id }, "the mail with an invitation could not be sent");
      return false;
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  try {
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function send(id: string, token: string): Promise<void> {
  const { email, name, role, language, expiresAt, partnerships, network, invitedBy } =
    await database().read.invitation.findUniqueOrThrow({
      where: { id },
      select: {
        email: true,
        name: true,
        role: true,
        language: true,
        expiresAt: true,
        partnerships: true,
        network: { select: { id: true, name: true } },
        invitedBy: { select: { name: true } },
      },
    });
  const t = translate(language);
  const format = formatFor(language, "Europe/Brussels");
  const places = await readPlaces(network.id);
  if (!isRole(role)) throw new Error(`an invitation to the role ${role}`);
  const cities = citiesOfRole(places, role, partnershipIdsIn(partnerships), language);
  const word = t(`frame:role.${role}`);
  await mailer().send({
    to: email,
    subject: t("mails:invitation.subject", { network: network.name }),
    text: t("mails:invitation.text", {
      hello: name ? t("mails:invitation.helloNamed", { name }) : t("mails:invitation.hello"),
      inviter: invitedBy.name,
      network: network.name,
      role: cities.length > 0 ? t("frame:roleOfCity", { role: word, city: format.list(cities) }) : word,
      link: invitationLink(token),
      date: format.date(expiresAt),
    }),
  });
  await database().write((transaction) =>
    transaction.invitation.updateMany({ where: { id }, data: { sentAt: now() } }),
  );
}
