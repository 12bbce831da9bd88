// What members have seen and put away on their way into a network: remembered with their roles there, on every device.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";

/** The three things to do on coming in; the first steps of an empty network. */
export type Hint = "welcome" | "first-steps";

const columns = { welcome: "welcomedAt", "first-steps": "stepsHiddenAt" } as const satisfies Record<
  Hint,
  string
>;

/** Remembers that the member needs this no longer; once more changes nothing. */
export async function putAway(member: Member, hint: Hint): Promise<void> {
  await remember(member, hint, now());
}

/** Shows it again. */
export async function bringBack(member: Member, hint: Hint): Promise<void> {
  await remember(member, hint, null);
}

/** Whether this person has put it away in this network, in any role they have or had there. */
export async function hasPutAway(personId: string, network: { slug: string }, hint: Hint): Promise<boolean> {
  const found = await database().read.membership.findFirst({
    where: { personId, network: { slug: network.slug }, [columns[hint]]: { not: null } },
    select: { id: true },
  });
  return found !== null;
}

async function remember(member: Member, hint: Hint, at: Date | null): Promise<void> {
  demand(member, "see-network");
  const { personId, network } = member;
  await change(async (transaction, record) => {
    const { count } = await transaction.membership.updateMany({
      where: { personId, networkId: network.id, [columns[hint]]: at ? null : { not: null } },
      data: { [columns[hint]]: at },
    });
    if (count === 0) return;
    // As what is set in a profile, it concerns the person alone.
    await record({
      kind: "profile-changed",
      personId,
      subjectId: personId,
      after: { hint, network: network.slug, isPutAway: at !== null },
      audience: [{ room: "person", personId }],
    });
  });
}
