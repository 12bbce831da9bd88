// The due days of what partners owe: in somebody's own calendar what they hand in or see to, in a network's all that they see of it.
import { authOptions } from "../accounts/auth.server";
import { asWhileOpen, can, reachOf, type Member } from "../access/member";
import { readMatrix, type CellView, type Matrix } from "../deliverables/matrix.server";
import { isSentBack } from "../deliverables/deliverable";
import { uidOf, type CalendarEntry, type FeedScope } from "./calendar-entry";
import { deliverableLines, isAwaited } from "./deliverable-lines.server";

/** None where the member does not see how deliverables stand. What has no day, and what does not apply, is in no calendar. */
export async function deliverableEntries(member: Member, scope: FeedScope): Promise<CalendarEntry[]> {
  if (!can(member, "see-deliverables")) return [];
  const matrix = await readMatrix(member);
  const { network } = member;
  const isOwn = ownIn(member, matrix);
  const titles = new Map(matrix.deliverables.map(({ id, title }) => [id, title]));
  const linesOf = (cell: CellView, day: string) => deliverableLines(cell, day, matrix.today, member.language);
  const cities = new Map(matrix.partners.map(({ id, city }) => [id, city]));
  return matrix.cells.flatMap((cell) => {
    const { deliverableId, partnershipId } = cell;
    const day = dayOn(cell);
    if (day === null || cell.state === "not-applicable") return [];
    if (scope === "mine" && !isOwn(cell)) return [];
    const path = `/networks/${network.slug}/deliverables/${deliverableId}/${partnershipId}`;
    const url = `${authOptions().origin}${path}`;
    const isAhead = day >= matrix.today && network.state === "open";
    return [
      {
        uid: uidOf("deliverable", deliverableId, partnershipId),
        networkId: network.id,
        partnershipId,
        day,
        title: `${titles.get(deliverableId) ?? ""} — ${cities.get(partnershipId) ?? ""}`,
        description: [...linesOf(cell, day), network.name, url].join("\n"),
        url,
        category: network.name,
        hasAlarms: isAhead && isAwaited(cell) && isOwn(cell),
      },
    ];
  });
}

/** Whether the member may still know of one that was offered. */
export function seesDeliverableEntry(member: Member, partnershipId: string | null): boolean {
  return can(member, "see-deliverables", partnershipId ?? undefined);
}

/** After a request for changes the day that was set with it. */
function dayOn({ state, until, due }: CellView): string | null {
  const isAnew = state !== "not-applicable" && isSentBack(state);
  return (isAnew ? until : null) ?? due;
}

/** What the member hands in or sees to and, for whoever leads the network, what its lead partner owes. */
function ownIn(member: Member, { partners }: Matrix): (cell: CellView) => boolean {
  // A closed network's due days stay where they are, though nobody hands anything in there.
  const whileOpen = asWhileOpen(member);
  const handsIn = reachOf(whileOpen, "hand-in-deliverables");
  const leads = can(whileOpen, "manage-deliverables")
    ? partners.flatMap(({ id, isLead }) => (isLead ? [id] : []))
    : [];
  return ({ partnershipId, responsible }) =>
    handsIn.everywhere ||
    handsIn.partnershipIds.includes(partnershipId) ||
    leads.includes(partnershipId) ||
    responsible?.id === member.personId;
}
