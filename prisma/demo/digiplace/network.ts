// DigiPlace, an action planning network led by Messina, first called Digital Innovation for Cities.
import type { DemoNetwork } from "~/domain/demo/demo";
import { botosaniDocuments } from "./botosani";
import { deliverables } from "./deliverables";
import { expertsDocuments } from "./experts";
import { messinaDocuments } from "./messina";
import { outcomeDocuments } from "./outcomes";
import { phaseOneDocuments } from "./phase-one";
import { planDocuments } from "./plans";
import { practices } from "./practices";
import { ventspilsDocuments } from "./ventspils";

const since = "2019-09-01";
const sincePhaseTwo = "2020-05-07";
// Four partners of the first phase were replaced; their names are not known, and nobody stands here in their place. The four
// cities which the texts do not name before the second phase are taken to be those that came.

export const digiPlace: DemoNetwork = {
  slug: "digiplace",
  name: "DigiPlace",
  otherNames: [
    { name: "DI4C" },
    { name: "Digital Innovation for Cities", language: "en" },
    { name: "Inovații digitale pentru orașe", language: "ro" },
    { name: "Pilsētu digitālās inovācijas", language: "lv" },
  ],
  type: "action-planning",
  programme: "URBACT III",
  theme: "Digital innovation for cities",
  startsOn: since,
  endsOn: "2022-08-07",
  budget: 714_990_00,
  phases: [
    {
      name: "Phase 1",
      plannedStart: since,
      plannedEnd: "2020-03-02",
      actualStart: since,
      actualEnd: "2020-03-02",
      gate: [
        { text: "Every city has been visited by the experts", doneOn: "2020-02-12" },
        { text: "The final partnership is agreed", doneOn: "2020-02-24" },
        { text: "The baseline study is written", doneOn: "2020-02-28" },
        { text: "The application for phase 2 is handed in", doneOn: "2020-03-02" },
      ],
    },
    {
      name: "Phase 2",
      plannedStart: sincePhaseTwo,
      plannedEnd: "2022-05-07",
      actualStart: sincePhaseTwo,
      actualEnd: "2022-08-07",
      extensions: [
        {
          on: "2022-02-15",
          to: "2022-08-07",
          reason:
            "Meetings in person could not be held for a year; three months more let the cities meet and test before they finish.",
        },
      ],
      gate: [
        { text: "Every city has its integrated action plan", doneOn: "2022-07-18" },
        { text: "What the network leaves to others is published", doneOn: "2022-07-29" },
        { text: "The final meeting is held", doneOn: "2022-07-08" },
      ],
    },
  ],
  partners: [
    {
      city: "messina",
      institution: "Municipality of Messina",
      otherInstitutions: ["Business Innovation Centre of the Municipality of Messina"],
      role: "lead-partner",
      since,
    },
    {
      city: "ventspils",
      institution: "Ventspils Digital Centre",
      otherInstitutions: ["Municipality of Ventspils"],
      role: "project-partner",
      since,
      budget: {
        total: 51_280_00,
        sources: [
          { name: "European Regional Development Fund", rate: 85_00, stated: 43_588_00 },
          { name: "Latvian state", rate: 5_00, stated: 2_564_00 },
          { name: "City", rate: 10_00, stated: 5_128_00 },
        ],
      },
    },
    { city: "botosani", institution: "Municipality of Botoșani", role: "project-partner", since },
    { city: "saint-quentin", institution: "City of Saint-Quentin", role: "project-partner", since },
    {
      city: "roquetas-de-mar",
      institution: "Municipality of Roquetas de Mar",
      role: "project-partner",
      since: sincePhaseTwo,
    },
    {
      city: "portalegre",
      institution: "Municipality of Portalegre",
      role: "project-partner",
      since: sincePhaseTwo,
    },
    {
      city: "trikala",
      institution: "Municipality of Trikala",
      role: "project-partner",
      since: sincePhaseTwo,
    },
    { city: "oulu", institution: "City of Oulu", role: "project-partner", since: sincePhaseTwo },
  ],
  members: [
    { account: "messina", role: "lead-partner", city: "messina" },
    { account: "lead-expert", role: "lead-expert" },
    // Two experts visited Botoșani.
    { account: "ad-hoc-expert", role: "ad-hoc-expert", city: "botosani" },
    { account: "observer", role: "observer" },
  ],
  // In the order in which one translates another.
  documents: [
    ...messinaDocuments,
    ...ventspilsDocuments,
    ...botosaniDocuments,
    ...expertsDocuments,
    ...practices,
    ...phaseOneDocuments,
    ...planDocuments,
    ...outcomeDocuments,
  ],
  deliverables,
};
