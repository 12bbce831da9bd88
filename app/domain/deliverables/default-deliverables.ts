// What the networks of each type owe by the programme's own timetable (URBACT III); the words are in the catalogues.
import { newId } from "~/platform/id";
import type { NetworkType } from "../networks/network";

export interface DefaultDeliverable {
  /** Of its words in the catalogue. */
  key:
    | "visit"
    | "cityProfile"
    | "baselineStudy"
    | "application"
    | "kickOff"
    | "roadmap"
    | "smallScale"
    | "midTermReflection"
    | "draftPlan"
    | "finalPlan"
    | "results"
    | "finalEvent"
    | "transferPlan"
    | "midPoint"
    | "diary"
    | "sharing"
    | "transferabilityPlan"
    | "draftInvestment"
    | "revisedPlan"
    | "networkReport";
  /** Counts from 1. */
  phase: number;
  anchor: "start" | "end";
  months: number;
  owedBy: "partners" | "lead-partner";
  asksExpert: boolean;
  goesToProgramme: boolean;
}

type Rest = Partial<Pick<DefaultDeliverable, "owedBy" | "asksExpert" | "goesToProgramme">>;

function one(
  key: DefaultDeliverable["key"],
  phase: number,
  anchor: "start" | "end",
  months: number,
  rest: Rest = {},
): DefaultDeliverable {
  return {
    key,
    phase,
    anchor,
    months,
    owedBy: "partners",
    asksExpert: false,
    goesToProgramme: false,
    ...rest,
  };
}

const lead: Rest = { owedBy: "lead-partner" };
const toProgramme: Rest = { goesToProgramme: true };
const judged: Rest = { asksExpert: true };

/** What falls in the last month of a phase hangs on its end. */
export const defaultDeliverables: Record<NetworkType, readonly DefaultDeliverable[]> = {
  "action-planning": [
    one("kickOff", 1, "start", 1, lead),
    one("visit", 1, "start", 4),
    one("cityProfile", 1, "start", 5, judged),
    one("baselineStudy", 1, "end", 0, { ...lead, ...toProgramme }),
    one("application", 1, "end", 0, { ...lead, ...toProgramme }),
    one("kickOff", 2, "start", 1, lead),
    one("roadmap", 2, "start", 4, judged),
    one("smallScale", 2, "start", 12),
    one("midTermReflection", 2, "start", 12, { ...lead, ...toProgramme }),
    one("draftPlan", 2, "start", 18, judged),
    one("finalPlan", 2, "end", 0, { ...judged, ...toProgramme }),
    one("results", 2, "end", 0, { ...lead, ...toProgramme }),
    one("finalEvent", 2, "end", 0, lead),
  ],
  transfer: [
    one("transferPlan", 1, "start", 3, { ...judged, ...toProgramme }),
    one("midPoint", 1, "start", 12, { ...lead, ...toProgramme }),
    one("diary", 1, "end", 0),
    one("results", 1, "end", 0, { ...lead, ...toProgramme }),
    one("sharing", 1, "end", 0, lead),
  ],
  "innovation-transfer": [
    one("transferabilityPlan", 1, "start", 6, judged),
    one("draftInvestment", 1, "start", 15, judged),
    one("revisedPlan", 1, "end", 0, { ...judged, ...toProgramme }),
    one("networkReport", 1, "end", 0, { ...lead, ...toProgramme }),
  ],
};

/** The rows of what a network of this type owes, in the order of the set; a phase that it does not have leaves its deliverables undated. */
export function defaultRows(
  network: { id: string; type: NetworkType; phaseIds: readonly string[] },
  { first, createdAt }: { first: number; createdAt: Date },
  titleOf: (key: DefaultDeliverable["key"]) => string,
) {
  return defaultDeliverables[network.type].map(({ phase, key, ...rest }, at) => ({
    ...{ id: newId(), networkId: network.id, title: titleOf(key), position: first + at, createdAt },
    ...{ phaseId: network.phaseIds[phase - 1] ?? null, ...rest },
  }));
}
