// What notices about deliverables tell, made from what stands now: which deliverable of which city, and its days.
import { database } from "~/platform/db.server";
import { can, type Member } from "../access/member";
import { isOwed, isSentBack, type DeliverableState } from "../deliverables/deliverable";
import { movedIn } from "../deliverables/moves.server";
import { cityName, placesOf } from "../networks/places.server";

/** One partner's deliverable with the day it is told for; of a day that moved, also the one before. null: there is none. */
export interface NoticeLine {
  title: string;
  city: string;
  before?: string | null;
  day: string | null;
  /** A task, of that city's document. */
  isTask?: boolean;
}

/** Which deliverables of these notices are still asked for. */
export async function askedFor(
  member: Member,
  notices: ReadonlyArray<{ deliverableId: string | null }>,
): Promise<ReadonlySet<string>> {
  const ids = notices.flatMap(({ deliverableId }) => deliverableId ?? []);
  return new Set((await titlesOf(member, ids, { droppedAt: null })).keys());
}

/** By id, also of what is no longer asked for. */
export async function titlesOf(
  member: Member,
  ids: readonly string[],
  where: { droppedAt?: null } = {},
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await database().read.deliverable.findMany({
    where: { id: { in: [...new Set(ids)] }, networkId: member.network.id, ...where },
    select: { id: true, title: true },
  });
  return new Map(found.map(({ id, title }) => [id, title]));
}

/** By notice, the deliverables of which it reminds and that are still to be handed in. */
export async function remindedDeliverables(
  member: Member,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NoticeLine[]>> {
  const lines = new Map<string, NoticeLine[]>();
  if (ids.length === 0 || !can(member, "see-deliverables")) return lines;
  const { read } = database();
  const rows = await read.reminder.findMany({
    where: { noticeId: { in: [...ids] }, deliverable: { networkId: member.network.id, droppedAt: null } },
    select: {
      noticeId: true,
      day: true,
      partnershipId: true,
      deliverable: {
        select: { title: true, partners: { select: { partnershipId: true, ...standsBy } } },
      },
    },
    orderBy: [{ day: "asc" }, { deliverable: { position: "asc" } }],
  });
  const places = await placesOf(member.network.id);
  for (const { noticeId, day, partnershipId, deliverable } of rows) {
    const kept = deliverable.partners.find((one) => one.partnershipId === partnershipId);
    if (!noticeId || !isToDo(kept) || !can(member, "see-deliverables", partnershipId)) continue;
    const place = places.get(partnershipId);
    const line = { title: deliverable.title, city: place ? cityName(place, member.language) : "", day };
    lines.set(noticeId, [...(lines.get(noticeId) ?? []), line]);
  }
  return lines;
}

const standsBy = { state: true, notApplicable: true } as const;

function isToDo(kept: { state: string; notApplicable: string | null } | undefined): boolean {
  if (!kept) return true;
  const state = kept.state as DeliverableState;
  return kept.notApplicable === null && (isOwed(state) || isSentBack(state));
}

/**
 * What moved, also of what is no longer asked for since, for the cities whose business it is to the member: those they hand in for, or
 * all where they hand in for none.
 */
export async function movedLines(member: Member, after: unknown): Promise<NoticeLine[]> {
  const moved = movedIn(after);
  const ability = can(member, "hand-in-deliverables") ? "hand-in-deliverables" : "see-deliverables";
  const titles = await titlesOf(
    member,
    moved.map(({ deliverableId }) => deliverableId),
  );
  const places = await placesOf(member.network.id);
  return moved.flatMap(({ deliverableId, before, after: day, partnershipIds }): NoticeLine[] => {
    const title = titles.get(deliverableId);
    if (title === undefined) return [];
    const seen = partnershipIds.filter((id) => can(member, ability, id));
    return seen.map((id) => {
      const place = places.get(id);
      return { title, city: place ? cityName(place, member.language) : "", before, day };
    });
  });
}

/** Of one partner's deliverable: "Final plan, Alytus"; empty where it is no longer asked for. */
export async function cellTitle(
  member: Member,
  { deliverableId, partnershipId }: { deliverableId: string; partnershipId: string | null },
): Promise<string> {
  const [titles, places] = await Promise.all([
    titlesOf(member, [deliverableId], { droppedAt: null }),
    placesOf(member.network.id),
  ]);
  const place = places.get(partnershipId ?? "");
  const title = titles.get(deliverableId) ?? "";
  return place && title !== "" ? `${title}, ${cityName(place, member.language)}` : title;
}
