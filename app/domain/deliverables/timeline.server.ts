// Reads a network's timeline: phases and meetings for every member, what is due for those who see how deliverables stand.
import { now } from "~/platform/clock";
import { can, demand, reachOf, type Member } from "../access/member";
import { readMeetings } from "../documents/meetings.server";
import { dayOf } from "../networks/calendar-day";
import { endOf, startOf, type PhaseDays } from "../networks/phase";
import { isOwed, type DeliverableState } from "./deliverable";
import { desksOf, spansOf } from "./desks";
import { dueDays, type PhaseSpan } from "./due-day";
import { readOwedRows, type OwedRows } from "./owed-rows.server";
import { riskDaysOf } from "./standing";
import type { Timeline, TimelineDue } from "./timeline";

/** As far as the member sees it: deliverables in the reach of their ability, meetings of documents that they read. */
export async function readTimeline(member: Member): Promise<Timeline> {
  demand(member, "see-network");
  const today = dayOf(now());
  const [owed, meetings] = await Promise.all([readOwedRows(member), readMeetings(member)]);
  const seesDeliverables = can(member, "see-deliverables");
  return {
    today,
    phases: owed.phases.map((phase) => ({
      ...{ id: phase.id, name: phase.name, planned: plannedSpan(phase) },
      actual: { start: startOf(phase), end: endOf(phase) },
    })),
    dues: seesDeliverables ? duesOf(member, owed, today) : [],
    meetings,
    seesDeliverables,
  };
}

const plannedSpan = ({ plannedStart, plannedEnd }: PhaseDays): PhaseSpan => ({
  start: plannedStart,
  end: plannedEnd,
});

/** In the order of the deliverables; cities whose days are alike stand together. What does not apply to a city is left out. */
function duesOf(member: Member, owed: OwedRows, today: string): TimelineDue[] {
  const desks = desksOf({ ...owed, spans: spansOf(owed.phases) }, today, riskDaysOf(owed.riskDays));
  const planned = dueDays(owed.rules, new Map(owed.phases.map((one) => [one.id, plannedSpan(one)])));
  const phaseNames = new Map(owed.phases.map(({ id, name }) => [id, name]));
  const reached = reachOf(member, "see-deliverables");
  const partners = owed.partners.filter(
    ({ id }) => reached.everywhere || reached.partnershipIds.includes(id),
  );
  return owed.deliverables.flatMap((deliverable) => {
    const byDay = new Map<string | null, TimelineDue>();
    for (const { id, city } of partners) {
      const desk = desks.get(id);
      const row = desk?.rowOf(deliverable.id);
      if (!desk?.isOwing(deliverable) || row?.notApplicable != null) continue;
      const day = desk.due.get(deliverable.id) ?? null;
      const due = byDay.get(day) ?? {
        ...{ deliverableId: deliverable.id, title: deliverable.title, phaseId: deliverable.phaseId },
        phase: phaseNames.get(deliverable.phaseId ?? "") ?? null,
        ...{ day, planned: planned.get(deliverable.id) ?? null },
        ...{ cities: [], partnershipId: null, states: [], handedIn: 0, late: [], atRisk: [] },
      };
      byDay.set(day, due);
      const state = (row?.state ?? "not-started") as DeliverableState;
      const { kind } = desk.standing(deliverable);
      due.cities.push(city);
      due.partnershipId = due.cities.length === 1 ? id : null;
      if (!due.states.includes(state)) due.states.push(state);
      if (!isOwed(state)) due.handedIn += 1;
      if (kind === "late") due.late.push(city);
      if (kind === "at-risk") due.atRisk.push(city);
    }
    return [...byDay.values()];
  });
}
