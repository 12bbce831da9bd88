// Tells whoever was a member of a network and is none any more that, when and as what: in plain words instead of a bare 404.
import { lastRoleIn, type PersonActing } from "~/domain/access/members.server";
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
  const { role, partnershipId, network, endedAt } = last;
  const t = translate(language);
  const values = {
    network: network.name,
    role: await roleInWords(language, network.id, role, partnershipId ? [partnershipId] : []),
    date: formatFor(language, person.timeZone).date(endedAt),
  };
  return {
    title: t("members:over.title", values),
    text: t("members:over.text", values),
    next: t("members:over.next"),
    kept: t("members:over.kept"),
  };
}
