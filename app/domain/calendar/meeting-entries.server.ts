// The meetings and visits that documents tell of: in a network's calendar all of which its reader may read, in somebody's own those of
// their cities.
import { translate } from "~/i18n/translate.server";
import { authOptions } from "../accounts/auth.server";
import { can, type Member } from "../access/member";
import { readMeetings, type Meeting } from "../documents/meetings.server";
import { uidOf, type CalendarEntry, type FeedScope } from "./calendar-entry";

/** By the days of the text that the member reads; documents know no times of day. Nobody is reminded: nothing is handed in. */
export async function meetingEntries(member: Member, scope: FeedScope): Promise<CalendarEntry[]> {
  if (!can(member, "see-network")) return [];
  const own = new Set(member.roles.map(({ partnershipId }) => partnershipId));
  const meetings = await readMeetings(member);
  return meetings
    .filter(({ partnershipId }) => scope === "network" || own.has(partnershipId))
    .map((meeting) => entryOf(member, meeting));
}

/** Of what is told no more nothing is said: whether its document may still be read is not known here. */
export function seesMeetingEntry(): boolean {
  return false;
}

function entryOf(
  { network, language }: Member,
  { kind, documentId, partnershipId, title, city, from, to }: Meeting,
): CalendarEntry {
  const t = translate(language);
  const url = `${authOptions().origin}/networks/${network.slug}/documents/${documentId}`;
  const isAhead = kind === "next-meeting";
  return {
    uid: uidOf(kind, documentId),
    networkId: network.id,
    partnershipId,
    day: from,
    ...(to > from && { lastDay: to }),
    title: `${isAhead ? t("timeline:meeting.next-meeting") : title} — ${city}`,
    description: [
      isAhead ? t("timeline:meeting.agreedIn", { title }) : t(`timeline:meeting.${kind}`),
      network.name,
      url,
    ].join("\n"),
    url,
    category: network.name,
    hasAlarms: false,
  };
}
