// What the cities of TechRevolution owed and what became of it. Three plans are approved; that of Alytus was sent back and is still
// being written, Roeselare kept no diary, Novska's waits for Barnsley, and the results wait for the programme.
import type { DemoDeliverables } from "~/domain/demo/demo-deliverable";

export const deliverables: DemoDeliverables = {
  begunOn: "2021-07-01",
  owed: [
    {
      ...{ of: "transferPlan", phase: 1, city: "barnsley" },
      since: [
        {
          on: "2021-07-02",
          notApplicable: "The practice is Barnsley's own: there is nothing that it would transfer to itself.",
        },
      ],
    },
    {
      ...{ of: "transferPlan", phase: 1, city: "alytus" },
      since: [
        { on: "2021-07-14", linked: "alytus-plan" },
        { on: "2021-07-14", by: "alytus", given: "alytus" },
        {
          on: "2021-09-30",
          handedIn: "alytus-plan",
          reason: "As it stands on the due day; the actions come once the surveys are read.",
        },
        {
          on: "2021-10-06",
          step: "advise",
          reason:
            "The table of elements says more than many a long plan. Without a single action it is not a plan yet.",
        },
        {
          on: "2021-10-08",
          step: "request-changes",
          reason:
            "Please add at least one action with who leads it, when it begins and ends, and what it costs. The vision may wait.",
          until: "2021-11-19",
        },
      ],
    },
    {
      ...{ of: "transferPlan", phase: 1, city: "novska" },
      since: [
        { on: "2021-09-20", linked: "novska-plan" },
        { on: "2021-09-29", handedIn: "novska-plan" },
        {
          on: "2021-10-05",
          step: "advise",
          reason: "Honest about the size of the town. Who does what is missing.",
        },
        {
          on: "2021-10-06",
          step: "request-changes",
          reason: "Please add who does what until when; the rest may stay as it is.",
          until: "2021-10-29",
        },
        { on: "2021-10-27", handedIn: "novska-plan", reason: "With a table of who does what." },
        { on: "2021-11-02", step: "advise", reason: "Now it can be followed." },
        { on: "2021-11-03", step: "accept" },
        { on: "2021-11-08", step: "submit" },
        { on: "2021-12-06", step: "approve" },
      ],
    },
    {
      ...{ of: "transferPlan", phase: 1, city: "rzeszow" },
      since: [
        { on: "2021-09-27", handedIn: "rzeszow-plan" },
        {
          on: "2021-10-01",
          step: "advise",
          reason: "To agree on a word before counting is the right first step. Nothing to add.",
        },
        { on: "2021-10-04", step: "accept" },
        { on: "2021-10-11", step: "submit" },
        { on: "2021-11-15", step: "approve" },
      ],
    },
    {
      ...{ of: "transferPlan", phase: 1, city: "roeselare" },
      since: [
        {
          on: "2021-10-08",
          handedIn: "roeselare-plan",
          reason: "A week late: the firms wanted to read it first.",
        },
        {
          on: "2021-10-14",
          step: "advise",
          reason: "Leaving the whole aside and taking parts is a clear choice.",
        },
        { on: "2021-10-18", step: "accept" },
        { on: "2021-10-25", step: "submit" },
        {
          on: "2021-11-22",
          step: "return",
          reason: "The plan does not say what the first step costs, and who pays.",
          until: "2022-01-14",
        },
        { on: "2022-01-12", handedIn: "roeselare-plan", reason: "With a section on what it costs." },
        { on: "2022-01-18", step: "advise", reason: "The question of the programme is answered." },
        { on: "2022-01-19", step: "accept" },
        { on: "2022-01-24", step: "submit" },
        { on: "2022-02-21", step: "approve" },
      ],
    },
    {
      ...{ of: "midPoint", phase: 1, city: "barnsley" },
      since: [
        { on: "2022-06-28", handedIn: "mid-point" },
        { on: "2022-06-28", step: "accept" },
        { on: "2022-06-30", step: "submit" },
        { on: "2022-08-22", step: "approve" },
      ],
    },
    {
      ...{ of: "diary", phase: 1, city: "barnsley" },
      since: [
        {
          on: "2021-07-02",
          notApplicable:
            "Whoever gives the practice keeps no transfer diary; what Barnsley learns is in the results.",
        },
      ],
    },
    {
      ...{ of: "diary", phase: 1, city: "alytus" },
      since: [
        { on: "2022-12-05", handedIn: "alytus-diary" },
        {
          on: "2022-12-07",
          step: "accept",
          reason: "One long entry, and worth it; what was learned since is in the results.",
        },
      ],
    },
    {
      ...{ of: "diary", phase: 1, city: "rzeszow" },
      since: [
        { on: "2022-12-09", handedIn: "rzeszow-diary" },
        { on: "2022-12-13", step: "accept" },
      ],
    },
    {
      ...{ of: "diary", phase: 1, city: "novska" },
      since: [{ on: "2022-12-22", handedIn: "novska-diary" }],
    },
    {
      ...{ of: "results", phase: 1, city: "barnsley" },
      since: [
        { on: "2022-12-15", handedIn: "results" },
        { on: "2022-12-16", step: "accept" },
        { on: "2022-12-19", step: "submit" },
      ],
    },
    {
      ...{ of: "sharing", phase: 1, city: "barnsley" },
      since: [
        {
          on: "2022-12-19",
          handedIn: "results",
          reason: "What the programme gets is open to every city of the network.",
        },
        { on: "2022-12-19", step: "accept" },
      ],
    },
  ],
};
