// What a new network still lacks, for its lead partner: shown on its home until all is there.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { can, type Member } from "../access/member";
import { isLeading } from "./network";
import { placesOf } from "./places.server";
import { hasPutAway } from "./put-away.server";

export const firstSteps = ["describe", "phases", "leader", "partners", "people"] as const;
export type FirstStep = (typeof firstSteps)[number];

export interface FirstStepsView {
  steps: Array<{ step: FirstStep; isDone: boolean }>;
  /** The member has put them away. */
  isHidden: boolean;
}

/** The first steps with their state; null for whoever does not manage the network, and once all are done. */
export async function readFirstSteps(member: Member): Promise<FirstStepsView | null> {
  if (!can(member, "manage-network")) return null;
  const networkId = member.network.id;
  const { read } = database();
  const network = await read.network.findUniqueOrThrow({
    where: { id: networkId },
    select: {
      theme: true,
      startsOn: true,
      endsOn: true,
      _count: {
        select: {
          phases: true,
          partnerships: true,
          // What brought the member in is not somebody they invited.
          invitations: {
            where: { OR: [{ acceptedById: null }, { acceptedById: { not: member.personId } }] },
          },
        },
      },
    },
  });
  const others = await read.membership.findFirst({
    where: {
      networkId,
      personId: { not: member.personId },
      since: { lte: now() },
      OR: [{ until: null }, { until: { gt: now() } }],
    },
    select: { id: true },
  });
  const { theme, startsOn, endsOn, _count: count } = network;
  const isDone: Record<FirstStep, boolean> = {
    describe: theme !== "" && startsOn !== null && endsOn !== null,
    phases: count.phases > 0,
    leader: await hasLeader(networkId),
    partners: count.partnerships > 1,
    people: count.invitations > 0 || others !== null,
  };
  if (firstSteps.every((step) => isDone[step])) return null;
  return {
    steps: firstSteps.map((step) => ({ step, isDone: isDone[step] })),
    isHidden: await hasPutAway(member.personId, member.network, "first-steps"),
  };
}

/** Whether a city is, was or will be the lead partner: without one, whoever leads the network stands under no city. */
export async function hasLeader(networkId: string): Promise<boolean> {
  return [...(await placesOf(networkId)).values()].some(isLeading);
}
