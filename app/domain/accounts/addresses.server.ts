// Giving an account another address: an administrator's order, for whoever changed their mailbox or was entered with a wrong one.
import { translate } from "~/i18n/translate.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import { change, tellSessionsEnded } from "../activity/activities.server";
import { conflict, invalid } from "../refusal";
import { isDemoAddress } from "./account";
import type { ChangeAddress } from "./account-orders";
import { administeredAccount, doneToAccount } from "./administered.server";
import { demandAdministrator } from "./administrator";
import { authOptions } from "./auth.server";
import type { SignedIn } from "./sessions.server";

/**
 * Changes the address with which a person signs in: their sessions and sockets end at once, links to a new password that were sent
 * to the old address open nothing, and they are told by mail at both. Refuses `not-found` nobody, and whoever is no administrator
 * (any more); `invalid` an address that has an account and one of the demo; `conflict` the address it has already.
 */
export async function changeAddress(
  own: SignedIn,
  personId: string,
  { email }: ChangeAddress,
): Promise<void> {
  demandAdministrator(own);
  const told = await change(async (transaction, record) => {
    const { email: was, name, language } = await administeredAccount(transaction, own, personId);
    if (was === email) throw conflict();
    // Its password is known to everybody, and it goes with the demo: that knows it by its address.
    if (isDemoAddress(was)) throw invalid("email", "upkeep:wrong.demoAccount");
    if (isDemoAddress(email)) throw invalid("email", "administration:wrong.demoAddress");
    if ((await transaction.person.count({ where: { email } })) > 0)
      throw invalid("email", "administration:wrong.addressTaken");
    await transaction.person.update({ where: { id: personId }, data: { email } });
    await transaction.session.deleteMany({ where: { personId } });
    await transaction.verification.deleteMany({ where: { value: personId } });
    await record({
      ...doneToAccount(own, "address-changed", personId),
      before: { email: was },
      after: { email },
    });
    return { was, name, language };
  });
  tellSessionsEnded({ personId });
  const { was, name, language } = told;
  const t = translate(language);
  const subject = t("mails:account.address.subject");
  const text = t("mails:account.address.text", { name, was, became: email, link: authOptions().origin });
  for (const to of [was, email])
    void mailer()
      .send({ to, subject, text })
      .catch((error: unknown) => log().error({ error }, "the mail about an address could not be sent"));
}
