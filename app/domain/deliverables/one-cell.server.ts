// One partner's deliverable, as the use-cases that change it load it: within the network, made the moment something is said of it.
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { can, type Member } from "../access/member";
import type { Ability } from "../access/role";
import type { Audience } from "../activity/activity";
import { isLeading } from "../networks/network";
import { forbidden, notFound } from "../refusal";
import type { DeliverableState, Ower } from "./deliverable";
import { hasBegun } from "./partners-owing";

/** Which deliverable of which partner. */
export interface CellKey {
  deliverableId: string;
  partnershipId: string;
}

export type Cell = Awaited<ReturnType<typeof cellOf>>;

/**
 * The partner's deliverable with what its deliverable asks. Refuses `not-found` what is of another network, what is no longer asked for,
 * and what this partner does not owe in any case; what it began while it owed it goes on.
 */
export async function cellOf(transaction: Transaction, member: Member, key: CellKey) {
  const networkId = member.network.id;
  const [deliverable, partner, begun] = await Promise.all([
    transaction.deliverable.findFirst({
      where: { id: key.deliverableId, networkId, droppedAt: null },
      select: {
        title: true,
        asksExpert: true,
        goesToProgramme: true,
        owedBy: true,
        partnershipId: true,
      },
    }),
    transaction.partnership.findFirst({
      where: { id: key.partnershipId, networkId },
      select: { role: true },
    }),
    transaction.partnerDeliverable.findFirst({ where: { ...key, networkId }, select: begins }),
  ]);
  if (!deliverable || !partner) throw notFound();
  if (!mayOwe(deliverable, key.partnershipId, partner.role) && !(begun && hasBegun(begun))) throw notFound();
  const row = await transaction.partnerDeliverable.upsert({
    where: { deliverableId_partnershipId: key },
    update: {},
    create: { id: newId(), networkId, ...key },
  });
  const { title, asksExpert, goesToProgramme } = deliverable;
  return { ...row, state: row.state as DeliverableState, title, asksExpert, goesToProgramme };
}

/** Refuses who lacks the ability for this partner: `forbidden`, or `not-found` where the network has no such deliverable or partner. */
export async function demandOn(member: Member, ability: Ability, key: CellKey): Promise<void> {
  if (can(member, ability, key.partnershipId)) return;
  const networkId = member.network.id;
  const { read } = database();
  const [deliverables, partners] = await Promise.all([
    read.deliverable.count({ where: { id: key.deliverableId, networkId } }),
    read.partnership.count({ where: { id: key.partnershipId, networkId } }),
  ]);
  throw deliverables > 0 && partners > 0 ? forbidden() : notFound();
}

const begins = { state: true, notApplicable: true } as const;

function mayOwe(
  deliverable: { owedBy: string; partnershipId: string | null },
  partnershipId: string,
  role: string,
): boolean {
  const owedBy = deliverable.owedBy as Ower;
  if (owedBy === "partner") return deliverable.partnershipId === partnershipId;
  return owedBy === "partners" || isLeading({ role });
}

/** Who did something with a partner's deliverable, and who hears of it: those who see how it stands. */
export function aboutCell(member: Member, { deliverableId, partnershipId }: CellKey) {
  const audience: Audience[] = [{ room: "deliverables", partnershipId }];
  return {
    personId: member.personId,
    networkId: member.network.id,
    subjectId: deliverableId,
    partnershipId,
    audience,
  };
}
