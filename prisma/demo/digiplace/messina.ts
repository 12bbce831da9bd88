// What Messina writes in DigiPlace: its plan with the sections that are begun, in its own language, and the network's minutes in English.
import type { DemoDocument } from "~/domain/demo/demo-document";

const plan = `## Sintesi

Bozza del piano d'azione integrato di Messina, scritta con il gruppo locale. Le sezioni non ancora cominciate lo dicono.

## Contesto, bisogni e visione

Messina guida DigiPlace, una rete di otto città che prima si chiamava *Digital Innovation for Cities*. Il piano non parte dalla tecnologia: parte da ciò che agli abitanti oggi non riesce, e chiede se un servizio digitale lo renderebbe possibile.

La visione si scrive dopo i bisogni. Finora il gruppo locale ne ha raccolti tre, ancora senza ordine:

1. sapere a che punto è una propria richiesta;
2. non dover dire due volte la stessa cosa a due uffici;
3. poter provare un servizio prima che sia deciso.

## Logica generale e approccio integrato

Dalle città partner il piano riprende domande, non soluzioni:

| Da chi | Che cosa riprendiamo | A che punto siamo |
|---|---|---|
| [Trikala](demo:trikala-bus-it) | Chiedere a chi vive lungo la linea, prima e dopo | in adattamento |
| [Oulu](demo:oulu-5g) | Distinguere ciò che si deve possedere da ciò che si può affittare | letto |
| [Botoșani](demo:botosani-quarter) | Dire apertamente che uno studio è uno studio | letto |

## Dettaglio delle azioni

*Non cominciato.* Ogni azione avrà un responsabile, un inizio e una fine, un costo con le sue fonti, almeno un indicatore e almeno un rischio con la sua risposta.[^regola]

## Quadro di attuazione

*Non cominciato.*

## Come è nato il piano

- [x] Incontro iniziale a Messina, 16–17 ottobre 2019
- [x] Incontro iniziale in linea della seconda fase, 16–17 giugno 2020
- [x] Tabella di marcia, settembre 2020
- [ ] Un'azione provata in piccolo
- [ ] Lettura della bozza da parte di un'altra città

## Approvazione

*Non cominciato.*

[^regola]: La stessa regola vale per tutte le città della rete, così le bozze si possono confrontare.
`;

const tried = plan
  .replace("ancora senza ordine", "nell'ordine che ha deciso il gruppo locale")
  .replace(
    "## Quadro di attuazione",
    `### Che cosa abbiamo provato in piccolo

Per due uffici abbiamo scritto su una sola pagina che cosa chiedono a chi fa una richiesta. Una riga era doppia: da allora la chiede un ufficio solo, e l'altro la riceve.

## Quadro di attuazione`,
  )
  .replace("- [ ] Un'azione", "- [x] Un'azione");

const draft = tried.replace(
  "*Non cominciato.* Ogni azione avrà",
  `| Azione | Chi la guida | Con chi |
|---|---|---|
| Una pagina per ufficio su che cosa si chiede e perché | Segreteria generale | Tutti gli uffici |
| Dire a chi ha fatto una richiesta a che punto è | Servizi digitali | Sportello |

Ogni azione avrà`,
);

const final = draft
  .replace(
    "Bozza del piano d'azione integrato di Messina, scritta con il gruppo locale. Le sezioni non ancora cominciate lo dicono.",
    "Il piano d'azione integrato di Messina, come il gruppo locale lo ha approvato nell'estate del 2022.",
  )
  .replaceAll(
    "*Non cominciato.*",
    "Si comincia da ciò che non costa; il resto aspetta le sue fonti, e lo dice.",
  )
  .replace("- [ ] Lettura", "- [x] Lettura");

const names = `## In breve

La rete, le sue città e le istituzioni che agiscono per loro portano nomi diversi in testi diversi. Questa nota li tiene insieme, così chi cerca con un nome trova anche ciò che è scritto con un altro.

## Dettagli

| Che cosa | Nomi nei testi |
|---|---|
| La rete | DigiPlace, Digital Innovation for Cities, DI4C |
| La rete in rumeno | Inovații digitale pentru orașe |
| La rete in lettone | Pilsētu digitālās inovācijas |
| Messina | in lituano anche *Mesīnas* |
| Saint-Quentin | *Sentkventinas* |
| Botoșani | *Botosani*, senza segni |
| Roquetas de Mar | *Roquetasde Mar*, tutto attaccato |

Anche le istituzioni cambiano: per Messina un testo nomina il Centro di innovazione imprenditoriale del Comune, un altro il Comune stesso. Quattro partner della prima fase sono stati sostituiti.

## Che cosa ne segue

- Una città è una città, con un nome per lingua.
- Un partenariato ha una data d'inizio, e a volte una di fine.
- Chi scrive usa il nome della propria lingua; la ricerca trova gli altri.
`;

const kickOff = `## Agenda

1. Why these cities, and what phase 1 is for
2. What each city receives and what it owes
3. The way to the application for phase 2

## What was discussed

Phase 1 lasts six months, from September 2019 to March 2020. Its results are the final partnership and the application for phase 2. On the way every city is visited, gets a city profile, and takes part in the baseline study.

The programme pays for exchange, expertise and planning. It does not pay for roads or buildings; each city says so at home before somebody expects otherwise.

## Decisions

- The network writes in English; each city drafts in its own language.
- A document says in which language it is and, where it is a translation, which text it follows.

## Who does what until when

| What | Who | When |
|---|---|---|
| Visit to Ventspils | Ventspils, lead expert | 3–4 December 2019 |
| First presentation at home | Botoșani | 10 December 2019 |
| Visit to Botoșani | Botoșani, two experts | 23–24 January 2020 |
| Meeting in Saint-Quentin | Saint-Quentin | 11–12 February 2020 |
| End of phase 1 | all | 2 March 2020 |
`;

const followed = `
## What followed

All of it took place on these days: [the visit to Ventspils](demo:ventspils-visit), [the presentation](demo:botosani-presentation) and [the visit](demo:botosani-visit) in Botoșani, and the meeting in Saint-Quentin. Phase 1 ended on 2 March 2020.
`;

const online = `## Agenda

1. Phase 2: from when, until when
2. What each city hands in first
3. Meeting without travelling

## What was discussed

The kick-off was to take place in Oulu and was moved online. Phase 2 had begun on 7 May 2020; one of the network's texts had expected that it would begin at once after phase 1.

| | Planned | In fact |
|---|---|---|
| Phase 1 | September 2019 – March 2020 | ended 2 March 2020 |
| Phase 2 | 24 months, to 7 May 2022 | from 7 May 2020 |
| Kick-off of phase 2 | Oulu | online, 16–17 June 2020 |

Four partners of phase 1 have been replaced. Whoever reads an older text will find other cities in it; a partnership is a fact with a date.

## Decisions

- Each city hands in the roadmap of its integrated action plan by September 2020.
- Studies are written down as studies, and practices as practices: Oulu and Botoșani study, Trikala has introduced.

## Who does what until when

Each city hands in the roadmap of its integrated action plan by September 2020.

- [x] Link [the council's decision](demo:ventspils-decision) and the city's part in these minutes: [@Project officer, Ventspils](demo:person:ventspils), by 19 June 2020
- [x] Tell the cities that are new to the network what phase 1 has left to them: [@Lead partner, Messina](demo:person:messina), by 3 July 2020
`;

export const messinaDocuments: DemoDocument[] = [
  {
    key: "kick-off",
    city: "messina",
    language: "en",
    title: "Minutes of the kick-off, Messina, 16–17 October 2019",
    text: kickOff,
    facts: {
      kind: "minutes",
      topics: ["Phase 1"],
      day: "2019-10-16",
      place: "Messina",
      participants: "The cities of the first phase, the lead expert",
      nextOn: "2019-12-03",
    },
    createdOn: "2019-10-17",
    since: [
      { on: "2019-10-21", published: "network" },
      {
        on: "2019-10-23",
        by: "ventspils",
        remarked: "Until when do you need our draft of the city profile before the visit?",
        answers: [
          { on: "2019-10-23", text: "A first page is enough. The visit is there to write the second." },
        ],
      },
      { on: "2020-03-04", saved: { text: kickOff + followed } },
      { on: "2020-03-05", published: "network" },
    ],
  },
  {
    key: "online-kick-off",
    city: "messina",
    language: "en",
    title: "Minutes of the online kick-off, 16–17 June 2020",
    text: online,
    facts: {
      kind: "minutes",
      topics: ["Phase 2"],
      day: "2020-06-16",
      place: "Online",
      participants: "All eight cities, the lead expert",
    },
    createdOn: "2020-06-17",
    since: [{ on: "2020-06-19", published: "network" }],
  },
  {
    key: "messina-plan",
    city: "messina",
    language: "it",
    title: "Piano d'azione integrato di Messina: bozza",
    text: plan,
    facts: {
      kind: "action-plan",
      topics: ["Servizi digitali", "Partecipazione"],
      from: "2020-05-07",
      to: "2022-08-07",
    },
    createdOn: "2020-11-03",
    since: [
      { on: "2020-11-05", opened: "network" },
      {
        on: "2020-11-09",
        by: "lead-expert",
        remarked: "Needs before vision is the right order. Which of the three would residents put first?",
        answers: [
          { on: "2020-11-10", text: "Lo chiediamo al gruppo locale e lo scriviamo accanto a ciascuno." },
        ],
      },
      {
        on: "2020-11-16",
        saved: {
          text: plan.replace("ancora senza ordine", "ancora senza ordine: lo decide il gruppo locale"),
        },
      },
      { on: "2021-04-29", saved: { text: tried } },
      { on: "2021-04-29", versioned: "Azione in piccolo" },
      { on: "2021-10-28", saved: { text: draft } },
      { on: "2021-10-28", versioned: "Bozza per la lettura" },
      { on: "2022-06-30", saved: { title: "Piano d'azione integrato di Messina", text: final } },
      { on: "2022-06-30", versioned: "Piano finale" },
      { on: "2022-07-29", published: "network" },
    ],
  },
  {
    key: "names",
    city: "messina",
    language: "it",
    title: "I nomi della rete e delle sue città",
    text: names,
    facts: { kind: "note", topics: ["Nomi"] },
    createdOn: "2020-07-06",
    since: [
      { on: "2020-07-07", published: "network" },
      {
        on: "2020-07-09",
        by: "botosani",
        remarked: "La noi se scrie cu virgulă dedesubt, nu cu sedilă: **Botoșani**.",
        answers: [{ on: "2020-07-09", text: "Grazie, corretto: la ricerca trova comunque entrambe." }],
      },
    ],
  },
];
