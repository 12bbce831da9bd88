// What the first phase of DigiPlace came to: the profiles of the four cities that were there from its beginning, the baseline study and
// the application for the second phase.
import type { DemoDocument } from "~/domain/demo/demo-document";

interface Profile {
  city: string;
  name: string;
  starts: string;
  brings: string;
  wants: string;
  open: string;
  writtenOn: string;
}

const profiles: Profile[] = [
  {
    city: "messina",
    name: "Messina",
    starts:
      "Messina leads the network. One text names its Business Innovation Centre, another the municipality; for this profile it is the municipality that acts.",
    brings:
      "A local group that begins with what residents cannot do today, and not with what could be bought.",
    wants: "How another city brought something onto a street or into an office, and what it did beforehand.",
    open: "Which of the needs would residents put first?",
    writtenOn: "2020-01-28",
  },
  {
    city: "ventspils",
    name: "Ventspils",
    starts:
      "In Ventspils the digital centre works with the network, and some texts name the municipality instead. The [visit](demo:ventspils-visit) in December showed how the two divide the work.",
    brings:
      "An institution whose work is the digital itself, and a city that says what it does not know yet.",
    wants: "How a city comes from a study to a service that runs.",
    open: "Three sources pay for the second phase, each at its own rate. Until the council has decided, no sum is final.",
    writtenOn: "2020-01-21",
  },
  {
    city: "botosani",
    name: "Botoșani",
    starts:
      "Botoșani [presented the network at home](demo:botosani-presentation) in December and was visited by two experts in January; the working documents were completed on site.",
    brings:
      "The question whether a quarter could produce more energy than it uses. It is a study, and is called one.",
    wants: "What other cities ask before they begin.",
    open: "Who decides about a quarter: owners, residents or the municipality?",
    writtenOn: "2020-01-30",
  },
  {
    city: "saint-quentin",
    name: "Saint-Quentin",
    starts:
      "Saint-Quentin receives the last meeting of the first phase. What is written here was read there once more by everybody at the table.",
    brings: "The view from the counter: the people who do not use a service on a screen are known there.",
    wants: "How cities find out why somebody does not use what they offer.",
    open: "Who helps at the counter without deciding for somebody else?",
    writtenOn: "2020-02-17",
  },
];

const profileText = ({ name, starts, brings, wants, open }: Profile) => `## In short

The profile of ${name} for the baseline study. It keeps to what was seen and said on the visit and at the network's meetings, and marks what is open.

## Where the city starts from

${starts}

## What it brings

${brings}

## What it wants to learn

${wants}

## What is open

${open}

## How it was written

- [x] A first page by the city
- [x] The second page after the experts had been there
- [x] Read once more by the city, with the names as the city itself writes them

Figures go in with their source and year only; where there is none, the sentence does without.
`;

const profileOf = (profile: Profile): DemoDocument => ({
  key: `${profile.city}-profile`,
  city: profile.city,
  language: "en",
  title: `City profile: ${profile.name}`,
  text: profileText(profile),
  facts: { kind: "note", topics: ["Phase 1"] },
  createdOn: profile.writtenOn,
  since: [{ on: profile.writtenOn, versioned: "City profile" }],
});

const baseline = `## In short

The baseline study puts the four profiles beside each other and asks what the cities can learn from one another. It was written by Messina with the lead expert.

## The cities beside each other

| City | Brings | Wants to learn |
|---|---|---|
| Messina | Needs first, technology second | How something came onto a street |
| Ventspils | An institution for the digital | From a study to a service that runs |
| Botoșani | A possibility that is studied openly | What others ask before they begin |
| Saint-Quentin | The view from the counter | Why somebody does not use what is offered |

## What they have in common

None of the four asks for a technology. All four ask for the step from knowing to doing, and for whom to ask on the way.

## What follows for the second phase

- Each city writes an integrated action plan in the same structure, so that drafts can be compared.
- Each city tries one action in small before it plans it in large.
- Each city reads the draft of one other city.

Four partners of the first phase are replaced in the second. Their places are described by what is needed there, and their profiles are written when they come.
`;

const application = `## In short

What the application for the second phase says, for those in the cities who do not read the form. The form itself was handed in where the programme asks for it; this text replaces nothing.

## What the network wants

Eight cities write an integrated action plan each, in twenty-four months, and try something of it on the way.

## Who takes part

Messina leads. Ventspils, Botoșani and Saint-Quentin go on from the first phase; Roquetas de Mar, Portalegre, Trikala and Oulu come for the second.

## What it costs

The budget of the network is **714,990 EUR**. Each city has a part of its own, with sources and rates of its own; nobody applies one rate to the total.

## What is promised

1. A roadmap of the plan, four months after the beginning
2. An action tried in small, after one year
3. A draft for another city to read, after a year and a half
4. The plan, and what the network leaves to others, at the end
`;

export const phaseOneDocuments: DemoDocument[] = [
  ...profiles.map(profileOf),
  {
    key: "baseline",
    city: "messina",
    language: "en",
    title: "Baseline study",
    text: baseline,
    facts: { kind: "note", topics: ["Phase 1"] },
    createdOn: "2020-02-26",
    since: [{ on: "2020-02-28", published: "network" }],
  },
  {
    key: "application",
    city: "messina",
    language: "en",
    title: "The application for phase 2, in plain words",
    text: application,
    facts: { kind: "note", topics: ["Phase 1", "Phase 2"] },
    createdOn: "2020-03-02",
    since: [{ on: "2020-03-03", published: "network" }],
  },
];
