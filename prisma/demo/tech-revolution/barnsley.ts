// What Barnsley writes as lead partner: its practice, of which the network's texts say what it is and no more, and the network's money.
import type { DemoDocument } from "~/domain/demo/demo-document";

const summary = `Barnsley is a former industrial town, and its young people were leaving. Its answer is a **digitalisation strategy**. That strategy is the good practice of this network: Alytus, Novska, Rzeszów and Roeselare came together to learn from it.

## Summary

- The need: industry is gone, and those who could begin something new go after it.
- The answer: one digitalisation strategy for the whole town.
- The way on: four cities understand it, adapt it and use again what fits.

## The solution offered

Digitalisation is not the aim of the strategy. The aim is a town in which young people have a reason to stay. The network therefore reads the strategy part by part and asks of each what it does for that aim. The parts stand among the facts as *transfer elements*; every city says beside them what it does with each, and why.

`;

const measured = `## What difference it made

The texts from which this write-up is drawn name the practice and give no figures.[^figures] Until there are figures with a source and a year, this section keeps to the questions that they should answer:

- [x] Which need does the strategy answer?
- [ ] How many young people left before, and how many leave now?
- [ ] Which part of the change is the strategy's?

[^figures]: A figure goes in only with its source and its year, so that another city can weigh it.

`;

const approach = `## Sustainable and integrated approach

A strategy that only one department carries is that department's project. What makes this one a practice for others is that three strands are decided on together:

| Strand | What the strategy asks there | Whom it needs at the table |
|---|---|---|
| Economy | What replaces the industry that is gone? | Firms, old and new |
| People | What keeps a young person in the town? | Schools, students, those who moved away |
| Place | Where does the new work take place? | The departments that plan and build |

## Participatory approach

In each city of the network an URBACT Local Group works on the transfer: residents, firms, associations and departments. They do not receive a finished plan; they write it with the town hall.

`;

const others = `## Why other cities should use it

Each of the four knows a part of Barnsley's story, and none has all of it. So none of them takes over the whole:

1. First a city **understands** an element: what it is for and what it needs.
2. Then it **adapts** the element, or says why not.
3. What works it uses again, and tells the others.

> A good practice that is read once and never adapted has helped nobody.
`;

const diaries = `
What the cities learn on the way stands in their diaries, such as [the one of Rzeszów](demo:rzeszow-diary) and [the one of Alytus](demo:alytus-diary).
`;

const elements = [
  {
    id: "strategy",
    name: "One digitalisation strategy for the whole town",
    isEssential: true,
    preconditions: "Departments that accept one text above their own.",
    cost: "" as const,
    pitfalls: "A list of projects that calls itself a strategy.",
  },
  {
    id: "young",
    name: "Young people who leave as its measure",
    isEssential: true,
    preconditions: "Knowing who leaves, and asking those who have left.",
    cost: "" as const,
    pitfalls: "Asking only those who stayed.",
  },
  {
    id: "group",
    name: "A local group that writes with the town hall",
    isEssential: true,
    preconditions: "Residents, firms and departments who meet more than once.",
    cost: "" as const,
    pitfalls: "Showing the group a text that is finished.",
  },
  {
    id: "diary",
    name: "A transfer diary that the other cities read",
    isEssential: false,
    preconditions: "One person in each city who writes it.",
    cost: "" as const,
    pitfalls: "Writing it at the end, from memory.",
  },
];

const facts = {
  kind: "good-practice" as const,
  topics: ["Digitalisation", "Young people", "Former industrial towns"],
  contact: "Barnsley Metropolitan Borough Council",
  elements,
};

export const barnsleyDocuments: DemoDocument[] = [
  {
    key: "strategy",
    city: "barnsley",
    language: "en",
    title: "A digitalisation strategy for a former industrial town",
    text: summary + approach + others,
    facts: { ...facts, elements: elements.slice(0, 3) },
    createdOn: "2021-03-02",
    since: [
      { on: "2021-03-15", published: "network" },
      {
        on: "2021-03-18",
        by: "alytus",
        remarked: "Do the three essential elements have an **order**, or may a city begin with any of them?",
        answers: [
          {
            on: "2021-03-19",
            text: "We read them as one strategy. Say beside each element where you are with it; then the order in which cities really go shows by itself.",
          },
        ],
      },
      {
        on: "2021-03-22",
        by: "lead-expert",
        remarked:
          "The table is a good model for the transfer plans: one question per strand, and who answers it.",
      },
      {
        on: "2021-07-12",
        by: "alytus",
        marked: {
          city: "alytus",
          element: "young",
          state: "adapting",
          reason:
            "For our strategic plan to 2030 we asked residents and those who moved away. We take the element over with those surveys.",
        },
      },
      {
        on: "2021-07-13",
        by: "alytus",
        marked: {
          city: "alytus",
          element: "group",
          state: "re-used",
          reason: "Both our local groups write in the transfer plan while it is a draft.",
        },
      },
      {
        on: "2021-07-20",
        by: "rzeszow",
        marked: {
          city: "rzeszow",
          element: "strategy",
          state: "understood",
          reason: "Read with the departments. Next we ask which of our texts it would stand above.",
        },
      },
      {
        on: "2021-07-22",
        by: "roeselare",
        marked: {
          city: "roeselare",
          element: "strategy",
          state: "rejected",
          reason: "Not as a whole: we look at its parts one by one.",
        },
      },
      {
        on: "2021-08-31",
        by: "rzeszow",
        marked: {
          city: "rzeszow",
          element: "young",
          state: "adapting",
          reason: "We begin by agreeing whom we count as having left.",
        },
      },
      {
        on: "2021-09-06",
        saved: { text: summary + measured + approach + others + diaries, facts },
      },
      { on: "2021-09-07", published: "public" },
      {
        on: "2021-09-14",
        by: "alytus",
        marked: {
          city: "alytus",
          element: "diary",
          state: "re-used",
          reason: "Our entries are open to the network as soon as they are written.",
        },
      },
      {
        on: "2021-09-15",
        by: "novska",
        marked: {
          city: "novska",
          element: "diary",
          state: "adapting",
          reason: "One page for each question instead of a page for each meeting.",
        },
      },
      {
        on: "2021-09-20",
        by: "roeselare",
        marked: {
          city: "roeselare",
          element: "group",
          state: "understood",
          reason: "Clear to us. Who sits in ours is still open.",
        },
      },
      {
        on: "2021-09-21",
        by: "rzeszow",
        remarked: "It helps that the missing figures are named. Shall we all use the same three questions?",
        answers: [
          { on: "2021-09-22", text: "Yes. Then the five answers can stand beside each other." },
          {
            on: "2021-09-23",
            by: "lead-expert",
            text: "I will read the transfer plans with these three questions.",
          },
        ],
      },
    ],
  },
  {
    key: "money",
    city: "barnsley",
    language: "en",
    title: "The network's money in one table",
    text: `## In short

The budget of all five partners is **543,819.40 EUR**. Alytus has stated its part in full; for the others this note waits for their figures.

## Details

| | EUR | Share of the network's total |
|---|---:|---:|
| All partners | 543,819.40 | 100 % |
| Alytus | 82,165.86 | 15.109 % |
| of which European Union | 69,840.98 | |
| of which municipality | 12,324.88 | |

The two parts of Alytus are 85 % and 15 % of its budget, each rounded to the cent, and they close without a difference.

Three things to keep in mind when a city adds its line:

- The programme pays for exchange, expertise and planning, not for roads or buildings.
- Rates differ between partners: nobody applies one rate to the total.
- Money is claimed in the programme's own system. What stands here prepares that and replaces nothing.

## Still missing

- [x] Alytus
- [ ] Barnsley
- [ ] Novska
- [ ] Rzeszów
- [ ] Roeselare
`,
    facts: { kind: "note", topics: ["Budget"] },
    createdOn: "2021-04-08",
    since: [
      { on: "2021-04-09", published: "network" },
      {
        on: "2021-04-12",
        by: "novska",
        remarked: "Is the share rounded to three places on purpose?",
        answers: [
          { on: "2021-04-12", text: "Yes: with one place the shares of five cities would not sum to 100." },
        ],
      },
    ],
  },
];
