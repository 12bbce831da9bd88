// What the second phase of DigiPlace came to, beside the plans: Messina's roadmap, the mid-term reflection, what the network leaves to
// others, and the final meeting.
import type { DemoDocument } from "~/domain/demo/demo-document";

const roadmap = `## Sintesi

La via verso il piano d'azione integrato di Messina: da dove si parte, chi partecipa e che cosa viene quando. Il piano stesso si comincia a scrivere in autunno.

## Da dove si parte

Il piano non parte dalla tecnologia. Il gruppo locale raccoglie prima ciò che agli abitanti oggi non riesce, senza metterlo in ordine; l'ordine si decide insieme.

## Che cosa viene quando

| Passo | Entro |
|---|---|
| I bisogni, raccolti con il gruppo locale | dicembre 2020 |
| Un'azione provata in piccolo | maggio 2021 |
| Bozza, letta da un'altra città | novembre 2021 |
| Piano finale | luglio 2022 |

## Chi partecipa

Il Comune, il gruppo locale e gli uffici che dovranno fare ciò che il piano dice. Chi non è al tavolo non riceve compiti.

## Che cosa può andare storto

Che gli incontri in presenza non siano possibili. In quel caso il gruppo si vede in linea, e chi non può collegarsi viene chiamato prima dell'incontro.
`;

const midTerm = `## In short

After one year of the second phase: what the eight cities have done, what is missing, and what changes. Written by Messina from what the cities have handed in.

## What is done

- All eight roadmaps are there.
- Seven cities have tried an action in small and written down what came of it, or are about to.
- All meetings took place on screens. That has made them shorter, and the conversations between them rarer.

## What is missing

Portalegre has not tried its action yet: the library in which it was planned was closed for months. The city keeps the action and has no new day for it.

## What we have learned

1. Whoever tries something small asks better questions about what is large.
2. The question of who ends an experiment is asked too late everywhere.
3. A note that says what was done is not yet one that says what came of it.

## What changes

The cluster meeting of 28 and 29 June 2021 is given to the plans alone. If nobody can travel by the end of the year, the network asks for more time.
`;

const results = `## In short

What DigiPlace leaves to cities that were not part of it: not eight plans, but the questions which eight cities found worth asking. Anybody may use them.

## Questions before the beginning

- What can residents not do today, and who has asked them?
- Which two offices answer the same question?
- What would the city do without the technology?

## Questions on the way

- Who is asked before, and who afterwards?
- What can be rented before it is bought?
- What does the counter know that the screen does not?

## Questions for the end

- Who ends it if it fails?
- Who looks after it in ten years?

## Where an answer stands

| Question | City |
|---|---|
| From a study to something in service | [Trikala](demo:trikala-bus) |
| A study that says it is one | [Botoșani](demo:botosani-quarter-en) |
| What to own and what to rent | [Oulu](demo:oulu-5g) |

Nothing here is proven by a figure. Where a city has one, it stands in its plan, with its source.
`;

const finalMeeting = `## Agenda

1. Eight plans in eight times ten minutes
2. What the network leaves to others
3. What goes on when the network has ended

## What was discussed

The network met in Messina from 6 to 8 July 2022, for many of its members for the first time in one room since [the kick-off](demo:kick-off) of October 2019. Each city told of its plan what it would do first, and what it would not do again.

The three months by which the phase was prolonged were used for what had been planned for it: to meet, and to finish.

## Decisions

- The plans are sent to the programme by the end of July, each when its city has agreed to it.
- The questions that the network leaves to others are published; no plan is.
- The local groups stay together where somebody in the city invites them.

## Who does what until when

- [x] Read the plans once more: [@Lead expert](demo:person:lead-expert), by 15 July 2022
- [x] Send the plans of all cities to the programme: [@Lead partner, Messina](demo:person:messina), by 31 July 2022
- [x] Say in the town hall what becomes of the local group: [@Project officer, Ventspils](demo:person:ventspils), by 29 July 2022
- [ ] Write down the small-scale action as it went: [@Project officer, Portalegre](demo:person:portalegre), by 22 July 2022
`;

export const outcomeDocuments: DemoDocument[] = [
  {
    key: "messina-roadmap",
    city: "messina",
    language: "it",
    title: "Tabella di marcia del piano d'azione integrato di Messina",
    text: roadmap,
    facts: { kind: "note", topics: ["Piano d'azione"] },
    createdOn: "2020-08-28",
    since: [{ on: "2020-08-28", versioned: "Tabella di marcia" }],
  },
  {
    key: "mid-term",
    city: "messina",
    language: "en",
    title: "Mid-term reflection: after one year of the second phase",
    text: midTerm,
    facts: { kind: "note", topics: ["Phase 2"] },
    createdOn: "2021-05-05",
    since: [{ on: "2021-05-10", published: "network" }],
  },
  {
    key: "results",
    city: "messina",
    language: "en",
    title: "Questions that eight cities found worth asking",
    text: results,
    facts: { kind: "note", topics: ["Phase 2", "Digital innovation"] },
    createdOn: "2022-07-18",
    since: [{ on: "2022-07-29", published: "public" }],
  },
  {
    key: "final-meeting",
    city: "messina",
    language: "en",
    title: "Minutes of the final meeting, Messina, 6–8 July 2022",
    text: finalMeeting,
    facts: {
      kind: "minutes",
      topics: ["Phase 2"],
      day: "2022-07-06",
      place: "Messina",
      participants: "All eight cities, the lead expert",
    },
    createdOn: "2022-07-11",
    since: [{ on: "2022-07-13", published: "network" }],
  },
];
