// Tells whoever was a member of a network and is none any more that, when and as what: in plain words instead of a bare 404.
import { lastRoleIn, type PersonActing } from "~/domain/access/members.server";
import { beginningOf, dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { roleInWords } from "~/domain/networks/role-mail.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import type { MembershipOver } from "~/domain/access/membership-over";

/** The sentences, or null for whoever never was a member: to them the network does not exist. */
export async function membershipOverInWords(
  person: PersonActing,
  slug: string,
  language: string,
): Promise<MembershipOver | null> {
  const last = await lastRoleIn(person.id, slug);
  if (!last) return null;
  const { role, partnershipId, network, endedAt, endedGroup, partnerUntil } = last;
  const t = translate(language);
  const values = {
    network: network.name,
    role: await roleInWords(language, network.id, role, partnershipId ? [partnershipId] : [], dayOf(endedAt)),
    date: formatFor(language, person.timeZone).date(endedAt),
  };
  const hasPartnerLeft = partnerUntil !== null && endedAt >= beginningOf(dayAfter(partnerUntil, 1));
  const why = endedGroup
    ? t("members:over.group", { group: endedGroup })
    : hasPartnerLeft && t("members:over.partner");
  const text = t("members:over.text", values);
  return {
    title: t("members:over.title", values),
    text: why ? `${why} ${text}` : text,
    next: t("members:over.next"),
    kept: t("members:over.kept"),
  };
}
