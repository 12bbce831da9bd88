// What the cities of DigiPlace owed and what became of it. Nearly all is settled; Portalegre's small-scale action never came, the last
// plan of Saint-Quentin waits to be sent to the programme, and that of Oulu for its answer.
import type { DemoDeliverables, DemoOwed, OwedHappening } from "~/domain/demo/demo-deliverable";

type Of = DemoOwed["of"];
type Days = [handedIn: string, word: string, accepted: string];

/** Handed in, a word of the expert, accepted. */
const judged = (document: string, [handedIn, word, accepted]: Days, reason: string): OwedHappening[] => [
  { on: handedIn, handedIn: document },
  { on: word, step: "advise", reason },
  { on: accepted, step: "accept" },
];

/** Handed in and accepted, without an expert's word. */
const taken = (document: string, handedIn: string, accepted: string): OwedHappening[] => [
  { on: handedIn, handedIn: document },
  { on: accepted, step: "accept" },
];

/** Sent to the programme, and approved there. */
const approved = (submitted: string, on: string): OwedHappening[] => [
  { on: submitted, step: "submit" },
  { on, step: "approve" },
];

const ofLead = (of: Of, phase: number, since: OwedHappening[]): DemoOwed => ({
  ...{ of, phase, city: "messina" },
  since,
});

const visits: DemoOwed[] = [
  {
    of: "visit",
    phase: 1,
    city: "messina",
    since: [
      {
        on: "2019-10-18",
        notApplicable:
          "The experts saw Messina at the kick-off of 16 and 17 October 2019; a visit of its own would show nothing more.",
      },
    ],
  },
  { of: "visit", phase: 1, city: "ventspils", since: taken("ventspils-visit", "2019-12-12", "2019-12-16") },
  { of: "visit", phase: 1, city: "botosani", since: taken("botosani-visit", "2020-02-10", "2020-02-13") },
  {
    of: "visit",
    phase: 1,
    city: "saint-quentin",
    since: taken("saint-quentin-minutes", "2020-02-17", "2020-02-19"),
  },
];

const profile = (city: string, days: Days, word: string): DemoOwed => ({
  ...{ of: "cityProfile", phase: 1, city },
  since: judged(`${city}-profile`, days, word),
});

const profiles: DemoOwed[] = [
  profile(
    "messina",
    ["2020-01-29", "2020-02-03", "2020-02-04"],
    "Say early which institution is meant by “we”: the reader meets both.",
  ),
  profile(
    "ventspils",
    ["2020-01-22", "2020-01-28", "2020-01-29"],
    "It says what the city does not know yet. Keep that for the baseline study.",
  ),
  profile(
    "botosani",
    ["2020-01-31", "2020-02-04", "2020-02-06"],
    "What was completed on site is in it. The study stays a study; well said.",
  ),
  profile(
    "saint-quentin",
    ["2020-02-18", "2020-02-20", "2020-02-21"],
    "The view from the counter is what the other three profiles do not have.",
  ),
];

interface PlanDays {
  city: string;
  roadmap: [Days, string];
  /** null: see below. */
  tried: [handedIn: string, accepted: string] | null;
  draft: [Days, string];
  final: [Days, string];
  /** null: see below. */
  approved: [submitted: string, on: string] | null;
}

const plans: PlanDays[] = [
  {
    city: "messina",
    roadmap: [
      ["2020-08-31", "2020-09-03", "2020-09-04"],
      "Collect the needs without an order, as you say; the order is the group’s.",
    ],
    tried: ["2021-04-30", "2021-05-03"],
    draft: [
      ["2021-10-29", "2021-11-04", "2021-11-05"],
      "The framework is still empty. Begin there with what costs nothing.",
    ],
    final: [
      ["2022-07-01", "2022-07-06", "2022-07-11"],
      "It begins with what costs nothing and says what waits for money. Ready.",
    ],
    approved: ["2022-07-19", "2022-08-03"],
  },
  {
    city: "ventspils",
    roadmap: [
      ["2020-08-25", "2020-08-31", "2020-09-02"],
      "Who answers when both could: that is the plan’s first question, not its third.",
    ],
    tried: ["2021-04-27", "2021-04-30"],
    draft: [
      ["2021-10-26", "2021-11-02", "2021-11-03"],
      "Two actions are enough. Say of the first when it counts as done.",
    ],
    final: [["2022-06-28", "2022-07-04", "2022-07-05"], "What Oulu asked is answered. Ready."],
    approved: ["2022-07-11", "2022-08-02"],
  },
  {
    city: "botosani",
    roadmap: [
      ["2020-08-27", "2020-09-01", "2020-09-02"],
      "A plan that is useful whatever the study says: keep that sentence.",
    ],
    tried: ["2021-04-29", "2021-05-03"],
    draft: [
      ["2021-10-28", "2021-11-03", "2021-11-04"],
      "Name who keeps the figures once they are in one place.",
    ],
    final: [
      ["2022-06-30", "2022-07-05", "2022-07-06"],
      "Trikala’s question on consent has its answer. Ready.",
    ],
    approved: ["2022-07-11", "2022-08-02"],
  },
  {
    city: "saint-quentin",
    roadmap: [
      ["2020-08-28", "2020-09-02", "2020-09-04"],
      "The three questions are good. Which of them can the reception answer alone?",
    ],
    tried: ["2021-04-28", "2021-05-03"],
    draft: [
      ["2021-11-03", "2021-11-09", "2021-11-10"],
      "Say who writes down what is explained most, and where it goes.",
    ],
    final: [
      ["2022-07-05", "2022-07-12", "2022-07-15"],
      "Clear and short. The council should read the first table.",
    ],
    approved: null,
  },
  {
    city: "roquetas-de-mar",
    roadmap: [
      ["2020-09-02", "2020-09-07", "2020-09-08"],
      "Ask at which hours people could come before you ask what they want.",
    ],
    tried: null,
    draft: [
      ["2021-11-04", "2021-11-10", "2021-11-11"],
      "The list of visits with their reasons is worth a plan by itself.",
    ],
    final: [["2022-07-04", "2022-07-11", "2022-07-12"], "The languages have come in. Ready."],
    approved: ["2022-07-19", "2022-08-03"],
  },
  {
    city: "portalegre",
    roadmap: [
      ["2020-09-03", "2020-09-08", "2020-09-09"],
      "Good that it begins with the way people make, not with the service.",
    ],
    tried: null,
    draft: [
      ["2021-11-05", "2021-11-12", "2021-11-15"],
      "Without the trial in the library the first action stands on a guess. Say so in the plan.",
    ],
    final: [
      ["2022-07-07", "2022-07-13", "2022-07-14"],
      "The plan says openly that nothing was tried. With that it can go.",
    ],
    approved: ["2022-07-19", "2022-08-04"],
  },
  {
    city: "trikala",
    roadmap: [
      ["2020-08-26", "2020-08-31", "2020-09-01"],
      "From an experiment to a rule: no other city has that step before it.",
    ],
    tried: ["2021-04-30", "2021-05-04"],
    draft: [
      ["2021-10-27", "2021-11-02", "2021-11-03"],
      "The rule needs a sentence on what the vehicle records.",
    ],
    final: [["2022-06-29", "2022-07-04", "2022-07-05"], "Ready. The rule can be taken over as it is."],
    approved: null,
  },
  {
    city: "oulu",
    roadmap: [
      ["2020-09-22", "2020-09-28", "2020-09-29"],
      "It came late and is the better for it: the service stands before the network.",
    ],
    tried: ["2021-05-04", "2021-05-06"],
    draft: [
      ["2021-11-01", "2021-11-08", "2021-11-09"],
      "Say what a city without such a firm at home could take over.",
    ],
    final: [
      ["2022-07-06", "2022-07-12", "2022-07-13"],
      "The last question stays open, and the plan says it. Ready.",
    ],
    approved: null,
  },
];

const owedOf = ({ city, roadmap, tried, draft, final, approved: sent }: PlanDays): DemoOwed[] => {
  const roadmapOf = city === "messina" ? "messina-roadmap" : `${city}-plan`;
  const plan = `${city}-plan`;
  const owed: DemoOwed[] = [
    { of: "roadmap", phase: 2, city, since: judged(roadmapOf, ...roadmap) },
    { of: "draftPlan", phase: 2, city, since: judged(plan, ...draft) },
    {
      ...{ of: "finalPlan", phase: 2, city },
      since: [...judged(plan, ...final), ...(sent ? approved(...sent) : (notYet[city] ?? []))],
    },
  ];
  if (tried) owed.push({ of: "smallScale", phase: 2, city, since: taken(plan, ...tried) });
  return owed;
};

/** What became of the final plans that went another way. */
const notYet: Record<string, OwedHappening[]> = {
  oulu: [{ on: "2022-07-19", step: "submit" }],
  trikala: [
    { on: "2022-07-11", step: "submit" },
    {
      on: "2022-07-15",
      step: "return",
      reason: "The plan does not say how it was adopted. Please add a section on it.",
      until: "2022-07-29",
    },
    { on: "2022-07-20", handedIn: "trikala-plan", reason: "With the section on adoption." },
    { on: "2022-07-21", step: "advise", reason: "What the programme missed is there." },
    { on: "2022-07-21", step: "accept" },
    ...approved("2022-07-21", "2022-08-04"),
  ],
};

/** Two small-scale actions that did not go straight. */
const trials: DemoOwed[] = [
  {
    ...{ of: "smallScale", phase: 2, city: "roquetas-de-mar" },
    since: [
      { on: "2021-05-04", handedIn: "roquetas-de-mar-plan" },
      {
        on: "2021-05-06",
        step: "request-changes",
        reason:
          "The note says what was done, not what came of it. What did those who came in the evening say?",
        until: "2021-05-28",
      },
      { on: "2021-05-25", handedIn: "roquetas-de-mar-plan", reason: "With what those who came have said." },
      { on: "2021-05-27", step: "accept" },
    ],
  },
  {
    ...{ of: "smallScale", phase: 2, city: "portalegre" },
    since: [{ on: "2021-03-15", linked: "portalegre-plan" }],
  },
];

export const deliverables: DemoDeliverables = {
  begunOn: "2019-09-09",
  owed: [
    ofLead("kickOff", 1, taken("kick-off", "2019-10-21", "2019-10-22")),
    ...visits,
    ...profiles,
    ofLead("baselineStudy", 1, [
      ...taken("baseline", "2020-02-28", "2020-02-28"),
      ...approved("2020-02-28", "2020-03-02"),
    ]),
    ofLead("application", 1, [
      ...taken("application", "2020-03-02", "2020-03-02"),
      ...approved("2020-03-02", "2020-05-04"),
    ]),
    ofLead("kickOff", 2, taken("online-kick-off", "2020-06-19", "2020-06-22")),
    ...plans.flatMap(owedOf),
    ...trials,
    ofLead("midTermReflection", 2, [
      ...taken("mid-term", "2021-05-06", "2021-05-06"),
      ...approved("2021-05-07", "2021-06-14"),
    ]),
    ofLead("results", 2, [
      ...taken("results", "2022-07-29", "2022-07-29"),
      ...approved("2022-07-29", "2022-08-05"),
    ]),
    ofLead("finalEvent", 2, taken("final-meeting", "2022-07-13", "2022-07-13")),
  ],
};
