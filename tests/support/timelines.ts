// Timelines for what is drawn of them: of one phase with what the test gives, and of a network as large as one may be.
import { dayAfter } from "~/domain/networks/calendar-day";
import type { Timeline, TimelineDue, TimelinePhase } from "~/domain/deliverables/timeline";
import type { Meeting } from "~/domain/documents/meetings.server";

export const aPhase = (more: Partial<TimelinePhase> = {}): TimelinePhase => ({
  id: "phase",
  name: "Phase 2",
  planned: { start: "2020-05-07", end: "2022-05-07" },
  actual: { start: "2020-05-07", end: "2022-08-07" },
  ...more,
});

export const aDue = (more: Partial<TimelineDue> = {}): TimelineDue => ({
  deliverableId: "due",
  title: "Final plan",
  phaseId: "phase",
  phase: "Phase 2",
  day: "2022-08-07",
  planned: "2022-05-07",
  cities: ["Alytus", "Novska"],
  partnershipId: null,
  states: ["not-started"],
  handedIn: 0,
  late: [],
  atRisk: [],
  ...more,
});

export const aMeeting = (more: Partial<Meeting> = {}): Meeting => ({
  kind: "meeting",
  documentId: "minutes",
  title: "Minutes of the kick-off",
  language: "en",
  partnershipId: "messina",
  city: "Messina",
  from: "2020-06-16",
  to: "2020-06-17",
  ...more,
});

export const aTimeline = (more: Partial<Timeline> = {}): Timeline => ({
  today: "2021-01-15",
  phases: [aPhase()],
  dues: [],
  meetings: [],
  seesDeliverables: true,
  ...more,
});

/** Six years, three phases, two hundred deliverables of ten cities, sixty meetings. */
export function aLargeTimeline(): Timeline {
  const cities = Array.from({ length: 10 }, (_, at) => `City ${at}`);
  const years = [2020, 2022, 2024];
  return aTimeline({
    phases: years.map((year, at) =>
      aPhase({
        ...{ id: `phase-${at}`, name: `Phase ${at + 1}` },
        planned: { start: `${year}-01-01`, end: `${year + 1}-09-30` },
        actual: { start: `${year}-02-01`, end: `${year + 1}-12-31` },
      }),
    ),
    dues: Array.from({ length: 200 }, (_, at) => {
      const day = dayAfter(`${years[at % 3]}-02-10`, (at * 37) % 690);
      return aDue({
        ...{ deliverableId: `due-${at}`, title: `A long title of deliverable ${at}`, cities, day },
        ...{ phaseId: `phase-${at % 3}`, phase: `Phase ${(at % 3) + 1}` },
        planned: dayAfter(day, at % 4 === 0 ? -60 : 0),
      });
    }),
    meetings: Array.from({ length: 60 }, (_, at) => {
      const from = dayAfter("2020-03-01", at * 35);
      return aMeeting({ documentId: `minutes-${at}`, title: `Minutes of meeting ${at}`, from, to: from });
    }),
  });
}
