// A role that ended, in words: to whoever has no other in the network instead of its pages, to whoever has on their home and open pages.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { demand, type Member } from "../access/member";
import { rolesEndedAfter, type EndedRole } from "../access/members.server";
import { beginningOf, dayAfter, dayOf } from "./calendar-day";
import { describeMember } from "./networks.server";
import { cityOfRole, placesOf } from "./places.server";
import { roleInWords } from "./role-mail.server";

/** Milliseconds for which a member is told on the home: whoever comes once a week reads it. */
const toldFor = 14 * 86_400_000;

export interface EndedInWords {
  /** "Local group member, Alytus", with the city under which it stood then. */
  role: string;
  /** With what it ended, as a sentence; empty where it ended by itself. */
  why: string;
  /** Why, which, when, and what stays. */
  text: string;
}

export interface RoleOver extends EndedInWords {
  id: string;
}

/**
 * The member's roles in the network that ended in the last 14 days, the latest first, in the member's language. A role that they hold
 * again, or still, is left out, unless it was one in a local group that has ended.
 */
export async function rolesOverLately(member: Member): Promise<RoleOver[]> {
  demand(member, "see-network");
  const ended = await rolesEndedAfter(member, new Date(now().getTime() - toldFor));
  if (ended.length === 0) return [];
  const { language, timeZone } = member;
  const places = await placesOf(member.network.id);
  const held = await describeMember(member);
  const isHeld = (over: EndedRole) => {
    const city = cityOfRole(places, over, language, dayOf(over.endedAt));
    return held.some((one) => one.role === over.role && one.city === city);
  };
  const lost = ended.filter((over) => over.endedGroup !== null || !isHeld(over));
  return Promise.all(
    lost.map(async (over) => ({ id: over.id, ...(await endedInWords(over, language, timeZone)) })),
  );
}

/** Who was the partner: its city may stay in the network by another institution. */
async function institutionOf(networkId: string, [partnershipId = ""]: readonly string[]): Promise<string> {
  return (await placesOf(networkId)).get(partnershipId)?.institution ?? "";
}

/** A role that ended, as it is told in this language and time zone. */
export async function endedInWords(
  { role, partnershipId, network, endedAt, endedGroup, partnerUntil }: EndedRole,
  language: string,
  timeZone: string,
): Promise<EndedInWords> {
  const t = translate(language);
  const partnershipIds = partnershipId ? [partnershipId] : [];
  const words = await roleInWords(language, network.id, role, partnershipIds, dayOf(endedAt));
  const hasPartnerLeft = partnerUntil !== null && endedAt >= beginningOf(dayAfter(partnerUntil, 1));
  const why = endedGroup
    ? t("members:over.group", { group: endedGroup })
    : hasPartnerLeft
      ? t("members:over.partner", { institution: await institutionOf(network.id, partnershipIds) })
      : "";
  const date = formatFor(language, timeZone).date(endedAt);
  const text = t("members:over.text", { network: network.name, role: words, date });
  return { role: words, why, text: why ? `${why} ${text}` : text };
}
