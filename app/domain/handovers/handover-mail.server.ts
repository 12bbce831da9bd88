// The mail that tells a successor what was handed over to them, and where to read what was open.
import { translate } from "~/i18n/translate.server";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import { authOptions } from "../accounts/auth.server";
import { isToldAtOnce, roleInWords, roleWay, type RoleToTell } from "../networks/role-mail.server";

type HandoverToTell = Pick<RoleToTell, "network" | "role" | "partnershipIds"> & {
  id: string;
  fromId: string;
  toId: string;
};

/** Sends the mail after the commit, without waiting for it. */
export function mailAboutHandover(handover: HandoverToTell): void {
  void send(handover).catch((error: unknown) =>
    log().error({ error }, "the mail about a handover could not be sent"),
  );
}

async function send({ id, fromId, toId, network, role, partnershipIds }: HandoverToTell): Promise<void> {
  const [from, to] = await Promise.all(
    [fromId, toId].map((personId) =>
      database().read.person.findUniqueOrThrow({
        where: { id: personId },
        select: { name: true, email: true, language: true, noticeWays: roleWay },
      }),
    ),
  );
  if (!from || !to || !isToldAtOnce(to)) return;
  const t = translate(to.language);
  const values = {
    name: to.name,
    from: from.name,
    network: network.name,
    role: await roleInWords(to.language, network.id, role, partnershipIds),
    link: `${authOptions().origin}/networks/${network.slug}/handovers/${id}`,
  };
  await mailer().send({
    to: to.email,
    subject: t("mails:handover.subject", values),
    text: t("mails:handover.text", values),
  });
}
