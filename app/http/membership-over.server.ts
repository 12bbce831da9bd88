// Tells whoever was a member of a network and is none any more that, when and as what: in plain words instead of a bare 404.
import { lastRoleIn, type PersonActing } from "~/domain/access/members.server";
import { endedInWords } from "~/domain/networks/roles-over.server";
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
  const t = translate(language);
  const { role, text } = await endedInWords(last, language, person.timeZone);
  const values = { network: last.network.name, role };
  return {
    title: t("members:over.title", values),
    text,
    next: t("members:over.next"),
    kept: t("members:over.kept"),
  };
}
