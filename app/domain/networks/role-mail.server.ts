// The mails that tell people, in their own language, that a role of theirs was given, changed, ended or handed over to them. They are put
// into the queue in the transaction of what they tell, and their words are made when they are sent (notifications/mail-queue.server.ts).
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import type { Mail } from "~/platform/mail.server";
import { isRole, type Role } from "../access/role";
import { tellRolesChanged } from "../activity/activities.server";
import { authOptions } from "../accounts/auth.server";
import { citiesOfRole, placesOf } from "./places.server";

export type RoleNews = "given" | "changed" | "ended";

export interface RoleToTell {
  personId: string;
  networkId: string;
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

/** What a mail tells, as the queue keeps it: of a role and what became of it, or of what was handed over by whom. */
export type RoleMail = { role: Role; networkId: string; partnershipIds: string[] } & (
  | { news: RoleNews; until: string | null; why: WhyEnded | null }
  | { news: "handed-over"; handoverId: string; fromId: string }
);

/** Lets everybody concerned be told by mail which role ends, when and why, if the transaction is committed. */
export async function mailAboutEndedRoles(
  transaction: Transaction,
  networkId: string,
  { roles, until }: EndedRoles,
  why: WhyEnded,
): Promise<void> {
  const news = until <= now() ? "ended" : "changed";
  for (const { personId, role, partnershipId } of roles) {
    const partnershipIds = partnershipId ? [partnershipId] : [];
    if (isRole(role))
      await mailAboutRole(transaction, news, { personId, networkId, role, partnershipIds, until, why });
  }
}

/** Lets open pages be judged afresh. Call after the commit. */
export function tellRolesEnded({ roles }: EndedRoles): void {
  for (const personId of new Set(roles.map((held) => held.personId))) tellRolesChanged(personId);
}

/** Puts the mail into the queue, to be sent if the transaction is committed. */
export function mailAboutRole(
  transaction: Transaction,
  news: RoleNews,
  { personId, until, why, ...held }: RoleToTell,
): Promise<void> {
  const told = { news, ...held, until: until?.toISOString() ?? null, why: why ?? null };
  return queueRoleMail(transaction, personId, told);
}

export async function queueRoleMail(
  transaction: Transaction,
  personId: string,
  role: RoleMail,
): Promise<void> {
  const at = now();
  await transaction.queuedMail.create({
    data: { id: newId(), personId, way: "at-once", state: "waiting", madeAt: at, nextTryAt: at, role },
  });
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

/** Whoever a mail about a role goes to. */
export interface RoleAddressee {
  name: string;
  email: string;
  language: string;
  timeZone: string;
}

/** The mail in its reader's language; null where what it is about is gone. */
export async function roleMailInWords(
  person: RoleAddressee,
  told: RoleMail,
): Promise<Pick<Mail, "to" | "subject" | "text"> | null> {
  const { networkId, role, partnershipIds } = told;
  const { name, email: to, language, timeZone } = person;
  const { read } = database();
  const network = await read.network.findUnique({
    where: { id: networkId },
    select: { slug: true, name: true },
  });
  if (!network) return null;
  const t = translate(language);
  const { date } = formatFor(language, timeZone);
  const link = `${authOptions().origin}/networks/${network.slug}`;
  const words = await roleInWords(language, networkId, role, partnershipIds);
  const values = { name, network: network.name, role: words, link };
  if (told.news === "handed-over") {
    const from = await read.person.findUnique({ where: { id: told.fromId }, select: { name: true } });
    if (!from) return null;
    const handed = { ...values, from: from.name, link: `${link}/handovers/${told.handoverId}` };
    return { to, subject: t("mails:handover.subject", handed), text: t("mails:handover.text", handed) };
  }
  const { news, until, why } = told;
  // A role ends with its last day: the instant after it is the next day's.
  const day = until ? date(news === "ended" ? new Date(until) : Date.parse(until) - 1) : "";
  const dated = { ...values, date: day };
  const text =
    news === "ended"
      ? t("mails:role.ended.text", dated)
      : t(until ? `mails:role.${news}.text` : `mails:role.${news}.textOpen`, dated);
  return {
    to,
    subject: t(`mails:role.${news}.subject`, dated),
    text: why ? `${text}\n${whyInWords(t, why)}\n` : text,
  };
}

function whyInWords(t: ReturnType<typeof translate>, why: WhyEnded): string {
  return why === "partner-left" ? t("mails:role.why.partner") : t("mails:role.why.group", why);
}
