// What differs from city to city in the plans of DigiPlace. What was tried are questions and ways of working: the texts from which the
// demo is drawn name no figures, so none stand here.
export interface CityPlan {
  city: string;
  name: string;
  need: string;
  questions: string[];
  /** Each: what, led by, with. */
  actions: string[][];
  /** "" where it was not tried. */
  tried: string;
  came: string;
  /** Where what came of it was written later than what was tried. */
  cameLater?: string;
  learned: string;
  readBy: string;
  /** Of the roadmap, what was tried, the draft and the final plan; and what was added when the programme had sent it back. */
  days: [string, string, string, string, againOn?: { on: string; adds: string }];
}

export const cityPlans: CityPlan[] = [
  {
    city: "ventspils",
    name: "Ventspils",
    need: "Two institutions act for the city: the municipality and its digital centre. A resident who asks should not have to know which of the two answers.",
    questions: [
      "Where does a resident ask first?",
      "Who answers when both could?",
      "Which service exists twice, and which one stays?",
    ],
    actions: [
      [
        "One list of all digital services with who answers for each",
        "Ventspils Digital Centre",
        "Municipality",
      ],
      ["A service is tried by residents before it is decided", "Municipality", "Local group"],
    ],
    tried:
      "The list was begun with the services of one department. Where two names stood beside one service, the two of them met and struck one out.",
    came: "It was finished for that department, and kept. The hardest row was the one that nobody claimed.",
    learned: "From Oulu the plan takes the question of what a city has to own and what it may rent.",
    readBy: "Oulu",
    days: ["2020-08-24", "2021-04-26", "2021-10-25", "2022-06-27"],
  },
  {
    city: "botosani",
    name: "Botoșani",
    need: "The city studies the possibility of a quarter that would produce more energy than it uses. Whether it can be done is open; the plan is for what is useful whatever the answer is.",
    questions: [
      "How much do the buildings use today, and who knows it?",
      "Whose would be what is produced?",
      "What do residents have to agree to beforehand?",
    ],
    actions: [
      [
        "The use of public buildings, written down where everybody can read it",
        "Municipality",
        "Those who manage the buildings",
      ],
      ["Residents are asked before a study becomes a project", "Local group", "Municipality"],
    ],
    tried:
      "The first question of the [study](demo:botosani-quarter-en) was put to those who manage one public building, and their answer was read with the local group.",
    came: "The figures were there, in three places. The action of the plan is to keep them in one.",
    learned: "From Trikala the plan takes the way in which those concerned are asked before and after.",
    readBy: "Trikala",
    days: ["2020-08-26", "2021-04-28", "2021-10-27", "2022-06-29"],
  },
  {
    city: "saint-quentin",
    name: "Saint-Quentin",
    need: "A service on a screen is of no use to whoever does not use one. The same answer should be given at the counter, by the same rules and as fast.",
    questions: [
      "Who does not use our services, and has anybody asked why?",
      "What does the counter know that the screen does not?",
      "Who helps without deciding for somebody else?",
    ],
    actions: [
      ["Every new form is filled in at the counter first", "Reception", "The department that asks"],
      [
        "Those who help with forms meet and write down what they explain most",
        "Social services",
        "Local group",
      ],
    ],
    tried:
      "One form was filled in at the counter together with people who never use the screen. What had to be explained was written beside each line.",
    came: "Two lines were rewritten and one left out: nobody had ever read what was put there.",
    learned: "From Ventspils the plan takes the list of services with one name beside each.",
    readBy: "Portalegre",
    days: ["2020-08-27", "2021-04-27", "2021-11-02", "2022-07-04"],
  },
  {
    city: "roquetas-de-mar",
    name: "Roquetas de Mar",
    need: "Many people work while offices are open. For them a service that ends at two in the afternoon is not there, and a form that asks for a visit is a day's leave.",
    questions: [
      "Which visits could be left out without anybody losing a right?",
      "Which ones have to stay, and at which hours?",
      "In which languages are we asked?",
    ],
    actions: [
      [
        "A list of all visits that the town hall asks for, with the reason",
        "Town hall, secretariat",
        "All departments",
      ],
      ["Visits without a reason are left out", "Town hall, secretariat", "Legal department"],
    ],
    tried:
      "One office stayed open in the evening on one day of the week, with one service and by appointment.",
    cameLater: "2021-05-25",
    came: "Those who came were asked what had kept them away before. Most named the hours, some the language; the second had not been on our list.",
    learned: "From Saint-Quentin the plan takes the order of things: the counter first, then the screen.",
    readBy: "Ventspils",
    days: ["2020-08-31", "2021-05-03", "2021-11-03", "2022-07-01"],
  },
  {
    city: "portalegre",
    name: "Portalegre",
    need: "A city with villages around it: the way to the town hall is long, and the bus does not wait. What can be done without the way should not need it.",
    questions: [
      "For what do people make the way today?",
      "Where nearer to home could the same be done?",
      "Who is there to help, on which days?",
    ],
    actions: [
      ["One service is offered in the village library", "Municipality", "Library"],
      ["What is asked there is written down and read every month", "Library", "Local group"],
    ],
    tried: "",
    came: "",
    learned:
      "The plan takes up no vehicle and no technology of another city, but the question of Trikala: what does it mean to those along the way?",
    readBy: "Saint-Quentin",
    days: ["2020-09-01", "", "2021-11-04", "2022-07-06"],
  },
  {
    city: "trikala",
    name: "Trikala",
    need: "The city has brought an experiment onto a street. What it does not have yet is a rule by which the next one is begun, watched and, if need be, ended.",
    questions: [
      "Who may begin an experiment?",
      "Who is asked before, and who afterwards?",
      "Who ends it if it fails?",
    ],
    actions: [
      ["A rule for experiments in public space", "Municipality", "Operator, police"],
      ["Those who live along an experiment are asked before and after", "Municipality", "Local group"],
    ],
    tried:
      "The rule was written for one small thing first, and those along one street were asked by its questions.",
    came: "The question of who ends it was the only one without an answer. It now has the first place in the rule.",
    learned: "From Botoșani the plan takes that a study is called a study until it is something else.",
    readBy: "Botoșani",
    days: [
      "2020-08-25",
      "2021-04-29",
      "2021-10-26",
      "2022-06-28",
      {
        on: "2022-07-20",
        adds: `
## Adoption

The council takes note of the plan; each action that costs money comes before it by itself, with its sources.
`,
      },
    ],
  },
  {
    city: "oulu",
    name: "Oulu",
    need: "The city studies how it could use 5G. The plan asks first which service would be the better for it, and what the city would do without it.",
    questions: [
      "Which services need an answer at once?",
      "What has to be owned, and what can be rented?",
      "Who looks after it in ten years?",
    ],
    actions: [
      [
        "Every service that asks for a new connection fills in the three questions",
        "City of Oulu, IT",
        "The service",
      ],
      ["What can be rented is tried before it is bought", "City of Oulu, IT", "Procurement"],
    ],
    tried:
      "One service filled in the three questions of the [study](demo:oulu-5g) before it asked for anything. The answers were read with those who use it.",
    came: "It asked for less than it had meant to. The third question stayed open, as it did in Botoșani.",
    learned: "From Botoșani the plan takes the question of who looks after an installation later.",
    readBy: "Roquetas de Mar",
    days: ["2020-09-21", "2021-04-30", "2021-10-29", "2022-07-05"],
  },
];
