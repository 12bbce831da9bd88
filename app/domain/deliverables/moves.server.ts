// What moved when days did, for the record of what happened: from there the concerned are told once.
import { now } from "~/platform/clock";
import { dayOf } from "../networks/calendar-day";
import type { Moving } from "../networks/moving.server";
import type { Member } from "../access/member";
import { isFinished, type DeliverableState } from "./deliverable";
import { movedDays } from "./moved-days";
import { readOwedRows } from "./owed-rows.server";

/** A due day that moved for these partners, or what is no longer asked of them or again, as the record keeps it; null: there is no day. */
export interface KeptMove {
  deliverableId: string;
  before: string | null;
  after: string | null;
  partnershipIds: string[];
}

/** Compares the due days of the network before and after what is written. What a city has finished concerns it no more. */
export function movesOf(member: Member): Moving {
  return async (transaction, write) => {
    const was = await readOwedRows(member, transaction);
    await write();
    const is = await readOwedRows(member, transaction);
    const moves = new Map<string, KeptMove>();
    for (const { deliverable, partner, row, before, after } of movedDays(was, is, dayOf(now()))) {
      const state = (row?.state ?? "not-started") as DeliverableState;
      if (isFinished({ state, goesToProgramme: deliverable.goesToProgramme })) continue;
      const key = [deliverable.id, before, after].join(" ");
      const known = moves.get(key);
      if (known) known.partnershipIds.push(partner.id);
      else moves.set(key, { deliverableId: deliverable.id, before, after, partnershipIds: [partner.id] });
    }
    return moves.size === 0 ? {} : { moved: [...moves.values()].map((move) => ({ ...move })) };
  };
}

/** Whether the one took back what the other did: what was a day before is the same day again, for the same partners. */
export function isMirrored(one: unknown, other: unknown): boolean {
  const said = (moves: KeptMove[], from: "before" | "after", to: "before" | "after") =>
    moves
      .map((move) => [move.deliverableId, move[from], move[to], ...[...move.partnershipIds].sort()].join(" "))
      .sort()
      .join("\n");
  return said(movedIn(one), "before", "after") === said(movedIn(other), "after", "before");
}

/** What the record says moved. */
export function movedIn(after: unknown): KeptMove[] {
  const { moved } = (after ?? {}) as { moved?: KeptMove[] };
  return moved ?? [];
}
