// What the partners who learn from Barnsley write, besides Alytus.
import type { DemoDocument } from "~/domain/demo/demo-document";

export const partnersDocuments: DemoDocument[] = [
  {
    key: "rzeszow-diary",
    city: "rzeszow",
    language: "en",
    title: "Transfer diary, Rzeszów: whom do we count as having left?",
    text: `## What happened

We went through the elements of [Barnsley's strategy](demo:strategy) one by one and wrote beside each what we do with it. For the first one that was quick: we have understood what the strategy is for. For the second one it was not. Barnsley measures itself by the young people who were leaving, and we found that we do not yet agree whom we would count.

## What we learned, and from whom

From Barnsley: that the measure comes before the measures. Whoever cannot say who leaves cannot say whether fewer do.

From Alytus: that one can ask those who have moved away, and not only those who are still here. Its plan to 2030 was prepared with such surveys.

## Elements adapted, and why

| Element | Where we are | Why |
|---|---|---|
| One digitalisation strategy | understood | We still ask which of our texts it would stand above |
| Young people as its measure | adapting | We begin by agreeing on the word *left* |
| A local group | not said yet | First we want to know what we would ask it |

## Obstacles

Four questions that sound alike and are not: who moved, who works elsewhere, who studies elsewhere, who would come back. Each leads to another figure.

## Next step

One page with our answer to the four questions, sent to the other cities before anybody counts anything.
`,
    facts: { kind: "diary-entry", topics: ["Young people"], day: "2021-08-31", learnedFrom: "barnsley" },
    createdOn: "2021-08-31",
    since: [
      { on: "2021-09-01", published: "network" },
      {
        on: "2021-09-20",
        by: "alytus",
        remarked:
          "We asked those who moved away. Take our four headings, so that our answers can be compared.",
        answers: [{ on: "2021-09-21", text: "Gladly. We put them into the page before we send it." }],
      },
    ],
  },
  {
    key: "novska-diary",
    city: "novska",
    language: "en",
    title: "Transfer diary, Novska: one page for each question",
    text: `## What happened

We began a diary, as the [fourth element of the practice](demo:strategy) proposes, and changed its form at once. A page for each meeting would have told what we did. We want to find later what we asked ourselves, so each page carries one question.

## What we learned, and from whom

From Barnsley: to write during the work and not at its end. What is written from memory knows how the story came out.

## Elements adapted, and why

Only the diary so far. The other elements are bigger, and we wanted to begin with something that we can judge within weeks.

## Obstacles

A question does not end when the meeting does. Some pages stay open for long, and it is not always plain who closes them.

## Next step

The first three pages, each with its question as the title:

1. What would keep a young person in a small town?
2. Which of our firms would sit in a local group, and what for?
3. What do we have that Barnsley did not?
`,
    facts: {
      kind: "diary-entry",
      topics: ["Young people", "Working method"],
      day: "2021-09-28",
      learnedFrom: "barnsley",
    },
    createdOn: "2021-09-28",
    since: [
      { on: "2021-09-29", opened: "network" },
      {
        on: "2021-10-01",
        by: "lead-expert",
        remarked: "The third question is the one that every city should answer first.",
      },
    ],
  },
  {
    key: "roeselare-share",
    city: "roeselare",
    language: "en",
    title: "Roeselare: what we could share",
    text: `What Roeselare would bring to the network: a first collection, for ourselves. Nothing here is decided, and nothing is proven yet; it becomes a write-up only where we can say what difference it made.

## Summary

We came to learn from [Barnsley's strategy](demo:strategy). A network works both ways, so we look for what the others could take from us.

## The solution offered

Still to be chosen. We write down candidates only if we can answer for each:

- Which need did it answer, and whose?
- Who carried it, inside the town hall and outside?
- What would another city have to own before it could begin?

## What difference it made

Nothing goes in here without a source and a year.

## Open questions

- Which of Barnsley's elements do our firms ask for themselves?
- We have left the strategy as a whole aside. Which of its parts do we take?
- Who would tell our story to Alytus, Novska and Rzeszów, and in which language?
`,
    facts: { kind: "good-practice", topics: ["Former industrial towns"], contact: "City of Roeselare" },
    createdOn: "2021-04-12",
  },
];
