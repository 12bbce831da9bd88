// What three cities of DigiPlace are named for in its texts: Trikala has introduced something, Oulu and Botoșani are studying.
import type { DemoDocument } from "~/domain/demo/demo-document";

const trikala = `Trikala **has introduced** an experimental bus line without a driver. It is in service. The other cities of DigiPlace know nothing like it from home, so this write-up collects what it means to take over, and what it leaves open.

## Summary

- What there is: a bus line, without a driver, as an experiment, in service.
- What it is not: a test behind a fence, nor a plan for later.
- What others can take over: the way in which a city brings an experiment onto a street.

## The solution offered

A bus line is something that everybody understands. That makes it a good place for an experiment with a technology that few people have seen: whoever wants to know what it is goes and looks.

## Sustainable and integrated approach

A line without a driver touches several departments at once. Before another city begins, it should be able to fill in this table for itself:

| Question | Who answers it |
|---|---|
| Which trip should become easier, and for whom? | Transport planning |
| Who may stop the vehicle, and when? | The operator, the police |
| What does the work of drivers become? | The operator, its staff |
| What happens with what the vehicle records? | Data protection |
| Who ends the experiment if it fails?[^end] | The council |

## Participatory approach

Those who live and work along a line meet the vehicle every day. They should hear of it before it comes, and be asked when it is there.

## What difference it made

The line is in service: that is the difference which is stated. Figures on passengers, incidents or costs are not among the network's texts. They go in when there is a source for them.

## Why other cities should use it

Not for the vehicle, which will be another one in a few years, but for the step from studying to introducing. Oulu and Botoșani stand before that step with studies of their own.

[^end]: An experiment that nobody can end is not an experiment.
`;

const trikalaLater = `${trikala}
## What it takes elsewhere

The transfer elements are among the facts. None of them is a vehicle. Whoever stands before the same step finds the questions of two studies in [the note of Oulu](demo:oulu-5g) and [the one of Botoșani](demo:botosani-quarter-en).
`;

const trikalaFacts = {
  kind: "good-practice" as const,
  topics: ["Mobility", "Experiments", "Digital innovation"],
  contact: "Municipality of Trikala",
  elements: [
    {
      id: "line",
      name: "One line, as an experiment",
      isEssential: true,
      preconditions: "A trip that people really make.",
      cost: "" as const,
      pitfalls: "Choosing the street for the vehicle instead of for the passengers.",
    },
    {
      id: "stop",
      name: "Rules on who may stop it",
      isEssential: true,
      preconditions: "Operator, police and council agree beforehand.",
      cost: "" as const,
      pitfalls: "Deciding it on the day on which it is needed.",
    },
    {
      id: "ask",
      name: "Asking those along the line",
      isEssential: false,
      preconditions: "Somebody who answers.",
      cost: "" as const,
      pitfalls: "Asking once.",
    },
  ],
};

const trikalaItalian = `Trikala **ha introdotto** una linea di autobus sperimentale senza conducente. È in servizio. Le altre città di DigiPlace non conoscono nulla di simile a casa propria: questa scheda raccoglie che cosa significa riprenderla e che cosa resta aperto.

## Sintesi

- Che cosa c'è: una linea di autobus, senza conducente, come esperimento, in servizio.
- Che cosa non è: né una prova dietro una recinzione, né un progetto per il futuro.
- Che cosa si può riprendere: il modo in cui una città porta un esperimento in strada.

## La soluzione offerta

Una linea di autobus la capiscono tutti. Per questo è un buon posto per sperimentare una tecnologia che pochi hanno visto: chi vuole sapere che cos'è va a vederla.

## Approccio sostenibile e integrato

Una linea senza conducente tocca più uffici insieme. Prima di cominciare, un'altra città dovrebbe saper compilare questa tabella per sé:

| Domanda | Chi risponde |
|---|---|
| Quale spostamento deve diventare più facile, e per chi? | Pianificazione dei trasporti |
| Chi può fermare il veicolo, e quando? | Il gestore, la polizia |
| Che cosa diventa il lavoro dei conducenti? | Il gestore, il personale |
| Che cosa si fa di ciò che il veicolo registra? | Protezione dei dati |
| Chi chiude l'esperimento se fallisce? | Il consiglio |

## Perché serve ad altre città

Non per il veicolo, che tra qualche anno sarà un altro, ma per il passo dallo studio all'introduzione.
`;

const oulu = `Oulu **studies**, together with Nokia, how the municipality could use 5G. This is a study under way and not a good practice: nothing is in service yet, and nothing here is a result.

## In short

The question is not what 5G can do. The question is what a municipality would use it for, and whether it would then be better off than with what it has.

## Details

The study belongs to two sides that want different things from it, which is why each question names whose it is:

| Question | Whose |
|---|---|
| Which services of the municipality need an answer at once? | Oulu |
| What would the municipality have to own, and what could it rent? | Oulu |
| What can be tried before it is bought? | both |
| What of it works in a city without a firm like this at home? | the other cities of the network |

The last row is why this note stands here. Messina, Ventspils, Botoșani, Saint-Quentin, Roquetas de Mar, Portalegre and Trikala do not have Nokia next door. What they can take over is the list of questions, whatever the answers turn out to be.

## What would make it a practice

- [ ] Something is in service
- [ ] Somebody who is not part of the study uses it
- [ ] There is a figure from before and one from after

Until then it stays a note. [Trikala](demo:trikala-bus) shows the difference: its line is in service.
`;

export const practices: DemoDocument[] = [
  {
    key: "trikala-bus",
    city: "trikala",
    language: "en",
    title: "A bus line without a driver, in service",
    text: trikala,
    facts: trikalaFacts,
    createdOn: "2020-10-05",
    since: [
      { on: "2020-10-19", published: "network" },
      {
        on: "2020-10-21",
        by: "messina",
        remarked: "Who answers along the line: the municipality or the operator?",
        answers: [
          {
            on: "2020-10-22",
            text: "It stands in no text of the network yet. We add it with the source, not from memory.",
          },
        ],
      },
      {
        on: "2020-11-09",
        by: "messina",
        marked: {
          city: "messina",
          element: "ask",
          state: "adapting",
          reason: "We take it into our plan for every experiment, not only on a street.",
        },
      },
      {
        on: "2020-11-12",
        by: "ventspils",
        marked: {
          city: "ventspils",
          element: "line",
          state: "understood",
          reason: "Clear what it is for. Which trip it would be here is not asked yet.",
        },
      },
      {
        on: "2020-11-16",
        by: "portalegre",
        marked: {
          city: "portalegre",
          element: "line",
          state: "rejected",
          reason: "Not in this network: our plan will be about other services.",
        },
      },
      { on: "2021-03-08", saved: { text: trikalaLater, facts: trikalaFacts } },
      { on: "2021-03-09", published: "public" },
      {
        on: "2021-03-15",
        by: "lead-expert",
        remarked:
          "The table travels well: in the cluster meeting each city could fill it in for its own experiment.",
      },
    ],
  },
  {
    key: "trikala-bus-it",
    city: "messina",
    language: "it",
    title: "Una linea di autobus senza conducente, in servizio",
    text: trikalaItalian,
    facts: {
      kind: "good-practice",
      topics: ["Mobilità", "Sperimentazioni"],
      contact: "Municipality of Trikala",
    },
    createdOn: "2020-11-02",
    translates: { key: "trikala-bus", publication: 1 },
    since: [{ on: "2020-11-04", published: "network" }],
  },
  {
    key: "oulu-5g",
    city: "oulu",
    language: "en",
    title: "5G for the municipality: a study with Nokia",
    text: oulu,
    facts: { kind: "note", topics: ["5G", "Experiments"] },
    createdOn: "2020-11-02",
    since: [
      { on: "2020-11-30", published: "network" },
      {
        on: "2020-12-02",
        by: "ventspils",
        remarked: "May we use the first three rows for our own services?",
        answers: [{ on: "2020-12-03", text: "Of course. Tell us which row was the hardest." }],
      },
    ],
  },
];
