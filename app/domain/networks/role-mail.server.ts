// The mails that tell people, in their own language, that a role of theirs was given, changed, ended or handed over to them.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import type { Member } from "../access/member";
import type { Role } from "../access/role";
import { authOptions } from "../accounts/auth.server";
import { cityName, placesOf } from "./places.server";

export type RoleNews = "given" | "changed" | "ended";

export interface RoleToTell {
  personId: string;
  network: Pick<Member["network"], "id" | "slug" | "name">;
  role: Role;
  partnershipIds: string[];
  until: Date | null;
}

/** Sends the mail after the commit, without waiting for it: whether it goes or not changes nothing that was done. */
export function mailAboutRole(news: RoleNews, role: RoleToTell): void {
  void send(news, role).catch((error: unknown) =>
    log().error({ error }, "the mail about a role could not be sent"),
  );
}

/** A role in this language with the cities for which it is held: "Project officer, Alytus". */
export async function roleInWords(
  language: string,
  networkId: string,
  role: Role,
  partnershipIds: readonly string[],
): Promise<string> {
  const t = translate(language);
  const word = t(`frame:role.${role}`);
  if (partnershipIds.length === 0) return word;
  const places = await placesOf(networkId);
  const cities = partnershipIds.map((id) => cityName(places.get(id), language));
  return t("frame:roleOfCity", { role: word, city: formatFor(language, "UTC").list(cities) });
}

async function send(
  news: RoleNews,
  { personId, network, role, partnershipIds, until }: RoleToTell,
): Promise<void> {
  const person = await database().read.person.findUnique({
    where: { id: personId },
    select: { email: true, name: true, language: true, timeZone: true, deactivatedAt: true },
  });
  if (!person || person.deactivatedAt) return;
  const { email, name, language, timeZone } = person;
  const t = translate(language);
  const { date } = formatFor(language, timeZone);
  const values = {
    name,
    network: network.name,
    role: await roleInWords(language, network.id, role, partnershipIds),
    link: `${authOptions().origin}/networks/${network.slug}`,
    // A role ends with its last day: the instant after it is the next day's.
    date: until ? date(news === "ended" ? until : until.getTime() - 1) : "",
  };
  const text =
    news === "ended"
      ? t("mails:role.ended.text", values)
      : t(until ? `mails:role.${news}.text` : `mails:role.${news}.textOpen`, values);
  await mailer().send({
    to: email,
    subject: t(`mails:role.${news}.subject`, values),
    text,
  });
}
