// What the lead expert keeps for a visit, private as experts' notes begin, and the short minutes of Saint-Quentin.
import type { DemoDocument } from "~/domain/demo/demo-document";

const questions = `What I want to ask in Botoșani on 23 and 24 January 2020. Nobody reads this until I open it.

## Agenda

- [ ] The implementation team: what is the working documents' weakest page?
- [ ] The officials: which department is not in the room?
- [ ] The interested persons: what did they hear on 10 December, and from whom?

## What was seen and said

*Filled in on site.*

## Strengths

The city studies a possibility and says that it is one. That is rarer than it sounds.

## Challenges

A quarter that would produce more energy than it uses has owners, residents and a municipality. Which of the three decides, and which of the three has been asked?

## What the city wants to learn

How others came from studying to introducing.

## Documents worked on

The working documents of the phase; completed on site rather than by mail, if everybody agrees.
`;

const minutes = `## Agenda

1. Where the visits have led
2. The application for phase 2

## What was discussed

The meeting of 11 and 12 February 2020 was the last one before phase 1 ended on 2 March. What had been seen in [Ventspils](demo:ventspils-visit) and [Botoșani](demo:botosani-visit) went into the city profiles; the profiles go into the baseline study, and the study into the application.

## Decisions

- Each city reads its own profile once more, and one other city's.
- Names of cities and institutions are written as their own cities write them.

## Who does what until when

| What | Who | When |
|---|---|---|
| Last reading of the profiles | each city | before 2 March 2020 |
| Application for phase 2 | Messina | end of phase 1 |
`;

export const expertsDocuments: DemoDocument[] = [
  {
    key: "expert-questions",
    city: "botosani",
    by: "lead-expert",
    isPrivate: true,
    language: "en",
    title: "Before the visit: questions to Botoșani",
    text: questions,
    facts: {
      kind: "visit-note",
      startsOn: "2020-01-23",
      endsOn: "2020-01-24",
      phaseId: "Phase 1",
      experts: ["lead-expert", "ad-hoc-expert"],
    },
    createdOn: "2020-01-16",
  },
  {
    key: "saint-quentin-minutes",
    city: "saint-quentin",
    language: "en",
    title: "Minutes of the meeting in Saint-Quentin, 11–12 February 2020",
    text: minutes,
    facts: {
      kind: "minutes",
      topics: ["Phase 1"],
      day: "2020-02-11",
      place: "Saint-Quentin",
      participants: "The cities of the first phase, the lead expert",
    },
    createdOn: "2020-02-13",
    since: [{ on: "2020-02-17", published: "network" }],
  },
];
