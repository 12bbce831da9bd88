// The transfer plans of the three partners beside Alytus, and what Barnsley writes for all at mid-point and at the end.
import type { DemoDocument } from "~/domain/demo/demo-document";

interface TransferPlan {
  city: string;
  name: string;
  start: string;
  elements: string[][];
  first: string;
  open: string;
  createdOn: string;
  /** What was added, when, and under which name of the version. */
  later?: { on: string; text: string; called: string };
}

const plans: TransferPlan[] = [
  {
    city: "rzeszow",
    name: "Rzeszów",
    start:
      "Before anything is counted, the city wants to agree whom it counts as having left. Our [diary](demo:rzeszow-diary) says how we came to that.",
    elements: [
      ["One digitalisation strategy", "understood", "We ask which of our texts it would stand above"],
      ["Young people as its measure", "adapting", "We begin by agreeing on the word *left*"],
      ["A local group that writes", "later", "First we want to know what we would ask it"],
    ],
    first:
      "One page with our answer to four questions: who moved, who works elsewhere, who studies elsewhere, who would come back.",
    open: "Which department keeps the page once it is written?",
    createdOn: "2021-09-13",
  },
  {
    city: "novska",
    name: "Novska",
    start:
      "A small town cannot take over a strategy that was made for a large one. It can take over ways of working, and judge within weeks whether they fit.",
    elements: [
      ["A diary that others read", "adapting", "One page for each question instead of one for each meeting"],
      ["A local group that writes", "understood", "Which of our firms would sit in it, and what for?"],
      [
        "Young people as its measure",
        "understood",
        "So few leave in one year that every one of them can be asked",
      ],
    ],
    first: "The first three pages of the diary, each with its question as the title.",
    open: "What do we have that Barnsley did not?",
    createdOn: "2021-09-20",
    later: {
      on: "2021-10-26",
      called: "With who does what",
      text: `
## Who does what until when

| What | Who | When |
|---|---|---|
| First three pages of the diary | City of Novska | December 2021 |
| A local group is invited | City of Novska, firms | March 2022 |
| Those who left are asked | Local group | June 2022 |
`,
    },
  },
  {
    city: "roeselare",
    name: "Roeselare",
    start:
      "The strategy as a whole is not taken over: the city has one. What is looked at are its parts, one by one, beginning with those for which our firms ask themselves.",
    elements: [
      ["One digitalisation strategy", "rejected", "Not as a whole"],
      ["A local group that writes", "understood", "Who sits in ours is still open"],
      ["A diary that others read", "not said yet", "Nobody has time for it so far"],
    ],
    first:
      "A meeting with firms, in which each element is read aloud and nobody says anything about technology.",
    open: "Which part of the strategy would have changed something for us ten years ago?",
    createdOn: "2021-10-04",
    later: {
      on: "2022-01-11",
      called: "With what it costs",
      text: `
## What it costs

The first step costs the time of those who come. Whatever costs more is decided by the city council by itself, with its sources; the programme pays for exchange, expertise and planning alone.
`,
    },
  },
];

const planText = ({ name, start, elements, first, open }: TransferPlan) => `## Summary

What ${name} takes over from [Barnsley's practice](demo:strategy), what not, and why. The plan is short so that it is read.

## Where we start from

${start}

## Element by element

| Element | Where we are | Why |
|---|---|---|
${elements.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}

## The first step

${first}

It is small enough to be judged before the network's mid-point, and whoever takes it writes down what came of it.

## What is open

${open}

## How the plan was made

- [x] Barnsley's practice read, with the departments it concerns
- [x] A mark beside each element, with its reason
- [ ] The first step taken
`;

const planOf = (plan: TransferPlan): DemoDocument => {
  const { city, name, createdOn, later } = plan;
  return {
    key: `${city}-plan`,
    city,
    language: "en",
    title: `Transfer plan, ${name}`,
    text: planText(plan),
    facts: { kind: "action-plan", topics: ["Young people"], from: "2021-07-01", to: "2022-12-31" },
    createdOn,
    since: [
      { on: createdOn, versioned: "Transfer plan" },
      ...(later
        ? [
            { on: later.on, saved: { text: planText(plan) + later.text } },
            { on: later.on, versioned: later.called },
          ]
        : []),
    ],
  };
};

const midPoint = `## In short

Where the five cities stand after the first year of the transfer. Written by Barnsley from the plans, the marks and the diaries.

## City by city

| City | What it has taken up | What it has left aside |
|---|---|---|
| Alytus | Young people as the measure; a group that writes | A second text above its plan to 2030 |
| Novska | The diary, one page for each question | Five working groups |
| Rzeszów | Whom to count as having left | Nothing yet |
| Roeselare | Parts, one by one | The strategy as a whole |

## What we have learned about our own practice

That nobody takes it over whole, and that this is no loss. The measure travels best, the diary second, the strategy last.

## What is missing

- Alytus works on its transfer plan with both local groups; the changes that were asked for are not there yet.
- Roeselare keeps no diary. What it learns is told at meetings, and is gone after them.

## Until the end

Each city writes one page on what it would tell a sixth one.
`;

const results = `## In short

What TechRevolution leaves to cities that were not part of it: Barnsley's practice, and what four others made of it. Sent to the programme at the end of the transfer.

## What was taken over, and how

| Element | What became of it |
|---|---|
| One strategy for the whole town | Understood by all, taken over whole by none |
| Young people who leave as its measure | Adapted in Alytus and Rzeszów, by surveys of their own |
| A local group that writes | Used in Alytus; elsewhere still open |
| A diary that others read | Used in Alytus, adapted in Novska |

## What a sixth city should know

1. Agree whom you count as having left before you count.
2. Ask those who left. Those who stayed know less about it.
3. Leave the strategy for last, or do without a second one.

## What is not in here

Figures. The [practice itself](demo:strategy) says which ones are missing and who could know them. A network that waits for them does not begin.
`;

const ofBarnsley = { city: "barnsley", language: "en" as const };

export const planDocuments: DemoDocument[] = [
  ...plans.map(planOf),
  {
    ...{ key: "mid-point", ...ofBarnsley },
    title: "Mid-point: where the five cities stand",
    text: midPoint,
    facts: { kind: "note", topics: ["Mid-point"] },
    createdOn: "2022-06-27",
    since: [{ on: "2022-07-04", published: "network" }],
  },
  {
    ...{ key: "results", ...ofBarnsley },
    title: "What five cities made of one practice",
    text: results,
    facts: { kind: "note", topics: ["Results"] },
    createdOn: "2022-12-12",
    since: [{ on: "2022-12-19", published: "network" }],
  },
];
