// The kinds of entries that calendars have: for each a function that lists a member's, and one that says who may still know of one.
import type { Member } from "../access/member";
import type { CalendarEntry, FeedScope } from "./calendar-entry";
import { deliverableEntries, seesDeliverableEntry } from "./deliverable-entries.server";
import { meetingEntries, seesMeetingEntry } from "./meeting-entries.server";
import { phaseEntries, seesPhaseEntry } from "./phase-entries.server";
import { seesTaskEntry, taskEntries } from "./task-entries.server";

interface EntryKind {
  /** In the member's network, in their language; only what they see there now. */
  entries(member: Member, scope: FeedScope): Promise<CalendarEntry[]>;
  sees(member: Member, partnershipId: string | null): boolean;
}

const entryKinds = {
  deliverable: { entries: deliverableEntries, sees: seesDeliverableEntry },
  meeting: { entries: meetingEntries, sees: seesMeetingEntry },
  phase: { entries: phaseEntries, sees: seesPhaseEntry },
  task: { entries: taskEntries, sees: seesTaskEntry },
} satisfies Record<string, EntryKind>;

type KindName = keyof typeof entryKinds;

export type EntryOfKind = CalendarEntry & { kind: KindName };

/** All of these members together, of every kind. A network that is archived has no days any more. */
export async function entriesOf(members: readonly Member[], scope: FeedScope): Promise<EntryOfKind[]> {
  const asked = members
    .filter(({ network }) => network.state !== "archived")
    .flatMap((member) =>
      Object.entries(entryKinds).map(([kind, { entries }]) => ({ kind, entries, member })),
    );
  const found = await Promise.all(
    asked.map(async ({ kind, entries, member }) =>
      (await entries(member, scope)).map((entry) => ({ ...entry, kind: kind as KindName })),
    ),
  );
  return found.flat();
}

/** Whether one of these members may still know of what was offered; nobody of a kind that there is no more. */
export function seesOffered(
  members: readonly Member[],
  { kind, networkId, partnershipId }: { kind: string; networkId: string; partnershipId: string | null },
): boolean {
  const known = (Object.keys(entryKinds) as KindName[]).find((name) => name === kind);
  const member = members.find(({ network }) => network.id === networkId);
  return known !== undefined && member !== undefined && entryKinds[known].sees(member, partnershipId);
}
