// What is on one member's own desk: what they are to hand in, and what waits for their next step.
import { can, type Member } from "../access/member";
import { daysAhead, daysBetween } from "../networks/calendar-day";
import { handInDay } from "./deliverable";
import { readMatrix, type CellView, type Matrix } from "./matrix.server";
import type { Standing } from "./standing";

/** What the member does about it next. */
export type Turn = "hand-in" | "advise" | "accept" | "submit" | "programme";

/** One partner's deliverable on the desk. */
export interface DeskItem extends Standing {
  deliverableId: string;
  partnershipId: string;
  title: string;
  city: string;
  turn: Turn;
  state: CellView["state"];
  /** Until when it is to be handed in, in Brussels; null where there is no day, or another's turn. */
  day: string | null;
  /** From today until then; negative where it is past. */
  days: number | null;
  /** Since when it waits as it does. */
  since: Date | null;
}

/**
 * The member's part of the matrix: for officers what their cities are to hand in and nobody else sees to, for the others what waits for
 * their step. Nothing for who does not see how deliverables stand, and nothing where the network is closed.
 */
export async function readMyDesk(member: Member): Promise<DeskItem[]> {
  if (!can(member, "see-deliverables")) return [];
  return onDeskOf(member, await readMatrix(member));
}

export interface DeskAtHome {
  /** What the member's cities are to hand in: what is late or within five weeks, the earliest day first. */
  due: DeskItem[];
  /** What waits for the member's step, the longest waiting first. */
  waiting: DeskItem[];
  /** Of all that the member sees, how many are late and how many at risk. */
  late: number;
  atRisk: number;
}

/** The member's desk and how the network stands, each list at most so long; null for who does not see how deliverables stand. */
export async function readDeskAtHome(member: Member, atMost = 6): Promise<DeskAtHome | null> {
  if (!can(member, "see-deliverables")) return null;
  const matrix = await readMatrix(member);
  const items = onDeskOf(member, matrix);
  const ofKind = (wanted: CellView["kind"]) => matrix.cells.filter(({ kind }) => kind === wanted).length;
  return {
    due: items
      .filter(({ turn, days }) => turn === "hand-in" && days !== null && days <= daysAhead)
      .sort((one, other) => (one.days ?? 0) - (other.days ?? 0))
      .slice(0, atMost),
    waiting: items
      .filter(({ turn }) => turn !== "hand-in")
      .sort((one, other) => (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0))
      .slice(0, atMost),
    late: ofKind("late"),
    atRisk: ofKind("at-risk"),
  };
}

/** What `readMyDesk` answers, of a matrix that is read already. */
export function onDeskOf(member: Member, { cells, deliverables, partners, today }: Matrix): DeskItem[] {
  const titles = new Map(deliverables.map((one) => [one.id, one]));
  const cities = new Map(partners.map(({ id, city }) => [id, city]));
  return cells.flatMap((cell): DeskItem[] => {
    const deliverable = titles.get(cell.deliverableId);
    const turn = deliverable && turnOf(member, cell, deliverable.asksExpert);
    if (!turn) return [];
    const { deliverableId, partnershipId, kind, daysLate, reasons, state, since } = cell;
    const day = turn === "hand-in" && state !== "not-applicable" ? handInDay({ ...cell, state }) : null;
    return [
      {
        ...{ deliverableId, partnershipId, kind, daysLate, reasons, turn, state, day, since },
        title: deliverable.title,
        city: cities.get(partnershipId) ?? "",
        days: day === null ? null : daysBetween(today, day),
      },
    ];
  });
}

function turnOf(member: Member, cell: CellView, asksExpert: boolean): Turn | null {
  const { state, partnershipId, responsible, hasWord, isFinished } = cell;
  if (isFinished || state === "not-applicable") return null;
  const may = (ability: Parameters<typeof can>[1]) => can(member, ability, partnershipId);
  switch (state) {
    case "handed-in":
      if (asksExpert && !hasWord) return may("advise-on-deliverables") ? "advise" : null;
      return may("manage-deliverables") ? "accept" : null;
    case "accepted":
      return may("manage-deliverables") ? "submit" : null;
    case "submitted":
      // Whoever leads the network records what the programme says, but it is not their turn.
      return may("record-programme") && !may("manage-deliverables") ? "programme" : null;
    default:
      if (!may("hand-in-deliverables")) return null;
      return responsible === null || responsible.id === member.personId ? "hand-in" : null;
  }
}
