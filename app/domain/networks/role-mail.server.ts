// The mails that tell people, in their own language, that a role of theirs was given, changed, ended or handed over to them.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { mailer } from "~/platform/mail.server";
import type { Member } from "../access/member";
import { isRole, type Role } from "../access/role";
import { tellRolesChanged } from "../activity/activities.server";
import { authOptions } from "../accounts/auth.server";
import { citiesOfRole, placesOf } from "./places.server";

export type RoleNews = "given" | "changed" | "ended";

export interface RoleToTell {
  personId: string;
  network: Pick<Member["network"], "id" | "slug" | "name">;
  role: Role;
  partnershipIds: string[];
  until: Date | null;
  why?: WhyEnded;
}

/** A role ends by itself with what it was held in: a local group of this name, or its city's place in the network. */
export type WhyEnded = { group: string } | "partner-left";

/** Roles that end at this instant because of something else that ended. */
export interface EndedRoles {
  roles: Array<{ personId: string; role: string; partnershipId: string | null }>;
  until: Date;
}

/** Lets open pages be judged afresh, and tells everybody concerned by mail which role ends, when and why. Call after the commit. */
export function tellRolesEnded(
  network: RoleToTell["network"],
  { roles, until }: EndedRoles,
  why: WhyEnded,
): void {
  for (const personId of new Set(roles.map((held) => held.personId))) tellRolesChanged(personId);
  const news = until <= now() ? "ended" : "changed";
  for (const { personId, role, partnershipId } of roles) {
    const partnershipIds = partnershipId ? [partnershipId] : [];
    if (isRole(role)) mailAboutRole(news, { personId, network, role, partnershipIds, until, why });
  }
}

/** Sends the mail after the commit, without waiting for it: whether it goes or not changes nothing that was done. */
export function mailAboutRole(news: RoleNews, role: RoleToTell): void {
  void send(news, role).catch((error: unknown) =>
    log().error({ error }, "the mail about a role could not be sent"),
  );
}

/** A role in this language with the cities under which it stands on this day (today): "Project officer, Alytus". */
export async function roleInWords(
  language: string,
  networkId: string,
  role: Role,
  partnershipIds: readonly string[],
  day?: string,
): Promise<string> {
  const t = translate(language);
  const word = t(`frame:role.${role}`);
  const cities = citiesOfRole(await placesOf(networkId), role, partnershipIds, language, day);
  if (cities.length === 0) return word;
  return t("frame:roleOfCity", { role: word, city: formatFor(language, "UTC").list(cities) });
}

/** To be selected of whoever may be told of a role by mail: how they want to hear of it, where they have chosen. */
export const roleWay = { where: { kind: "role" }, select: { way: true } } as const;

/** Whoever wants to hear of it daily hears by the mail of the day, and who never wants a mail reads it in Torg. */
export function isToldAtOnce({ noticeWays }: { noticeWays: Array<{ way: string }> }): boolean {
  return noticeWays.every(({ way }) => way === "at-once");
}

async function send(
  news: RoleNews,
  { personId, network, role, partnershipIds, until, why }: RoleToTell,
): Promise<void> {
  const person = await database().read.person.findUnique({
    where: { id: personId },
    select: {
      email: true,
      name: true,
      language: true,
      timeZone: true,
      deactivatedAt: true,
      noticeWays: roleWay,
    },
  });
  if (!person || person.deactivatedAt || !isToldAtOnce(person)) return;
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
    text: why ? `${text}\n${whyInWords(t, why)}\n` : text,
  });
}

function whyInWords(t: ReturnType<typeof translate>, why: WhyEnded): string {
  return why === "partner-left" ? t("mails:role.why.partner") : t("mails:role.why.group", why);
}
