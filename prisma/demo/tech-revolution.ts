// TechRevolution 2.0, a transfer network of the second wave: five cities that learn from Barnsley's digitalisation strategy.
import type { DemoNetwork } from "~/domain/demo/demo";

const since = "2021-01-01";

const barnsleyPractice = `Barnsley was a mining town. When the pits closed, the work went, and after it many of the young people. The town answered with a **digitalisation strategy**: bring new digital firms into the centre, keep the people who can start them, and let the old trades use what the new ones make.

## The solution offered

A former industrial town does not become a capital of technology by saying so. Three things were put together instead:

- a place in the middle of the town where small digital firms rent a desk, a room, later a floor;
- people who know the local firms by name and bring them together with the new ones;
- a town hall that is the first customer for what is tried.

## Sustainable and integrated approach

| Strand | What was done | Who carries it |
|---|---|---|
| Economy | Support for firms from the first idea to the first employees | Enterprise team |
| People | Digital skills from school to retraining | Schools, college, employers |
| Place | Reuse of buildings in the centre | Planning department |

The strands are one plan: a firm that grows finds people trained nearby and a building to grow into.[^one]

[^one]: Each strand alone had been tried before; what was new was deciding on them together.

## Participatory approach

Founders, students and residents sit in the local group. It meets where the work is done, not in the council chamber.

## What difference it made

- [x] An empty part of the centre is in use again
- [x] Young people who had left began to come back to found firms
- [ ] The effect on wages in the older trades is still being measured

## Why other cities should use it

Alytus, Novska, Rzeszów and Roeselare know the same story: industry that shrank, young people who leave. Each can begin with **one** of the three parts; which one depends on what the city already owns.

> Start with the people who know the firms. A building without them is only a building.

## Transfer elements

1. **A person who connects firms** (essential). Precondition: somebody both sides trust. Costs a salary.
2. **A shared building** (optional). Precondition: a building the city owns. Costs most; easiest to get wrong when it opens before there is anyone to fill it.
3. **The town hall as first customer** (essential). Precondition: purchasing rules that allow a trial.
`;

const roeselareDraft = `What Roeselare would bring to the network, first collection for the local group.

## Open questions

- Which of Barnsley's elements do our firms ask for themselves?
- Who would be the connecting person, and who pays after the network ends?
`;

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
    {
      city: "barnsley",
      language: "en",
      title: "A digitalisation strategy for a former industrial town",
      text: barnsleyPractice,
      createdOn: "2021-03-02",
      publishedOn: "2021-03-15",
      comments: [
        {
          account: "alytus",
          on: "2021-03-18",
          text: "We have the people and no building. Did the connecting person work **before** the building opened?",
          answers: [
            {
              account: "barnsley",
              on: "2021-03-19",
              text: "Yes, for more than a year. We would do it in that order again.",
            },
          ],
        },
        {
          account: "lead-expert",
          on: "2021-03-22",
          text: "The table is a good model for the other cities' transfer plans.",
        },
      ],
    },
    {
      city: "roeselare",
      language: "en",
      title: "Roeselare: what we could share",
      text: roeselareDraft,
      createdOn: "2021-04-12",
    },
  ],
};
