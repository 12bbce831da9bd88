// The first and the last days of a network's phases, as they are now, for its calendar.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { authOptions } from "../accounts/auth.server";
import { can, type Member } from "../access/member";
import { readPhases, type PhaseRead } from "../networks/phases-read.server";
import { uidOf, type CalendarEntry, type FeedScope } from "./calendar-entry";

/** None in a calendar of what somebody owes: a phase is owed by nobody. */
export async function phaseEntries(member: Member, scope: FeedScope): Promise<CalendarEntry[]> {
  if (scope !== "network" || !can(member, "see-network")) return [];
  const { phases } = await readPhases(member);
  return phases.flatMap((phase) => [
    ...entryOf(member, phase, "start", phase.start, phase.plannedStart),
    ...entryOf(member, phase, "end", phase.end, phase.plannedEnd),
  ]);
}

/** Whether the member may still know of one that was offered. */
export function seesPhaseEntry(member: Member): boolean {
  return can(member, "see-network");
}

function entryOf(
  { network, language }: Member,
  { id, name }: PhaseRead,
  edge: "start" | "end",
  day: string | null,
  planned: string | null,
): CalendarEntry[] {
  if (day === null) return [];
  const t = translate(language);
  const url = `${authOptions().origin}/networks/${network.slug}/phases`;
  const wasPlanned =
    planned === null || planned === day
      ? []
      : [t("calendar:planned", { day: formatFor(language, "UTC").day(planned) })];
  return [
    {
      uid: uidOf("phase", id, edge),
      networkId: network.id,
      partnershipId: null,
      day,
      title: t(`calendar:phase.${edge}`, { phase: name }),
      description: [...wasPlanned, network.name, url].join("\n"),
      url,
      category: network.name,
      hasAlarms: false,
    },
  ];
}
