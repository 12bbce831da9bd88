// TechRevolution 2.0, a transfer network of the second wave: five cities that learn from Barnsley's digitalisation strategy.
import type { DemoNetwork } from "~/domain/demo/demo";
import { alytusDocuments } from "./alytus";
import { alytusEarlierDocuments } from "./alytus-before";
import { barnsleyDocuments } from "./barnsley";
import { deliverables } from "./deliverables";
import { partnersDocuments } from "./partners";
import { planDocuments } from "./plans";

const since = "2021-01-01";

export const techRevolution: DemoNetwork = {
  slug: "techrevolution",
  name: "TechRevolution 2.0",
  // As one of the founding texts writes it.
  otherNames: [{ name: "Techrevoliution", language: "lt" }],
  type: "transfer",
  programme: "URBACT III",
  theme: "Digital firms and young people in former industrial towns",
  startsOn: since,
  endsOn: "2022-12-31",
  budget: 543_819_40,
  // The second wave of transfer networks had eighteen months; the end is the network's.
  phases: [{ name: "Transfer, second wave", plannedStart: "2021-07-01", plannedEnd: "2022-12-31" }],
  partners: [
    { city: "barnsley", institution: "Barnsley Metropolitan Borough Council", role: "lead-partner", since },
    {
      city: "alytus",
      institution: "Alytus City Municipality",
      role: "project-partner",
      since,
      budget: {
        total: 82_165_86,
        sources: [
          { name: "European Union", rate: 85_00, stated: 69_840_98 },
          { name: "Municipality", rate: 15_00, stated: 12_324_88 },
        ],
      },
      localGroups: ["Digital firms", "Schools and students"],
    },
    { city: "novska", institution: "City of Novska", role: "project-partner", since },
    { city: "rzeszow", institution: "City of Rzeszów", role: "project-partner", since },
    { city: "roeselare", institution: "City of Roeselare", role: "project-partner", since },
  ],
  members: [
    { account: "barnsley", role: "lead-partner", city: "barnsley" },
    { account: "lead-expert", role: "lead-expert" },
    { account: "ad-hoc-expert", role: "ad-hoc-expert", city: "alytus" },
    { account: "alytus2", role: "project-officer", city: "alytus" },
    { account: "local-group", role: "local-group-member", city: "alytus", localGroup: "Digital firms" },
    { account: "observer", role: "observer" },
  ],
  documents: [
    ...barnsleyDocuments,
    ...alytusEarlierDocuments,
    ...alytusDocuments,
    ...partnersDocuments,
    ...planDocuments,
  ],
  deliverables,
};
