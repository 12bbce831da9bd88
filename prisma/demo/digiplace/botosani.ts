// What Botoșani writes in DigiPlace: its first presentation, the experts' visit, and the quarter whose possibility it studies.
import type { DemoDocument } from "~/domain/demo/demo-document";

const presentation = `## Ordinea de zi

1. Ce este rețeaua și de ce participă Botoșaniul
2. Ce urmează în prima fază
3. Întrebări

## Ce s-a discutat

Rețeaua s-a numit la început *Digital Innovation for Cities*; în textele noastre apare ca *Inovații digitale pentru orașe*. Este condusă de Messina. Programul plătește schimbul de experiență, expertiza și planificarea, nu drumuri sau clădiri: asta s-a întrebat de mai multe ori.

Prima fază durează șase luni, din septembrie 2019 până în martie 2020. La sfârșitul ei trebuie să fie gata parteneriatul final și cererea pentru faza a doua.

| Etapă | Când |
|---|---|
| Întâlnirea de început, Messina | 16–17 octombrie 2019 |
| Vizita la Ventspils | 3–4 decembrie 2019 |
| Prima prezentare la Botoșani | 10 decembrie 2019 |
| Vizita experților la Botoșani | 23–24 ianuarie 2020 |
| Întâlnirea de la Saint-Quentin | 11–12 februarie 2020 |
| Sfârșitul primei faze | 2 martie 2020 |

## Hotărâri

- Vizita experților se pregătește cu documentele de lucru ale fazei.
- Persoanele interesate sunt invitate la vizită, nu informate după ea.

## Cine ce face și până când

- Echipa de implementare: documentele de lucru, înainte de vizită
- Municipiul: lista celor care vor să se întâlnească cu experții
`;

const challengesToCome = "De completat de experți.";

const visit = `Vizita a doi experți la Botoșani, în prima fază a rețelei. Nota spune cu cine s-au întâlnit și la ce s-a lucrat; ce a crezut fiecare nu este trecut aici.

## Agenda

| Ziua | Ce s-a făcut |
|---|---|
| 23–24 ianuarie 2020 | Întâlniri cu echipa de implementare, cu funcționari și cu persoane interesate |
| pe parcursul vizitei | Documentele de lucru ale fazei, discutate și completate pe loc |

## Ce s-a văzut și ce s-a spus

Experții au vorbit cu trei feluri de oameni: cei care fac proiectul, cei care lucrează în administrație și cei care vor doar să știe ce urmează. Nota păstrează felurile de oameni, nu numele lor: pentru un nume este nevoie de acord.

Documentele de lucru ale fazei nu au fost doar prezentate. Au fost discutate și **completate la fața locului**, împreună cu experții.[^documente]

## Puncte tari

- Oamenii au venit: echipa, funcționarii și persoanele interesate.
- Se scrie împreună, nu se trimite spre aprobare.

## Provocări

${challengesToCome}

## Ce poate împărtăși orașul

Botoșaniul studiază posibilitatea unui [cartier care ar produce mai multă energie decât consumă](demo:botosani-quarter). Este un studiu, nu o practică: nimic nu este hotărât.

## Ce vrea să învețe orașul

- Cum se trece de la un studiu la ceva pus în funcțiune?
- Ce întreabă alte orașe înainte să înceapă?

## Documente lucrate

Cele ale fazei, pornind de la [prezentarea din 10 decembrie 2019](demo:botosani-presentation).

[^documente]: Versiunile de dinainte și de după vizită rămân la echipa de implementare.
`;

const challenges = `- Un cartier are proprietari, locatari și un municipiu. Cine dintre ei hotărăște, și cine a fost întrebat?
- Ce se completează la fața locului trebuie găsit și după vizită: de cine, și unde?`;

const reply = `Orașul a citit nota și se regăsește în ea. La prima provocare nu avem încă răspuns: cartierul este o posibilitate studiată, și [nota despre el](demo:botosani-quarter) ține întrebarea deschisă. La a doua avem unul: versiunile rămân la echipa de implementare, care le arată oricui le cere.`;

const addition = `De la [întâlnirea de la Saint-Quentin](demo:saint-quentin-minutes), din 11 și 12 februarie 2020: ce s-a văzut la Botoșani a intrat în profilul orașului.`;

const reflection = `What I take along: two days at one table did for the working documents what a round of mails does not do. I would leave half a day free for it next time.

What I am still unsure of: whether the interested persons asked what they wanted to know, or what they thought we could answer.`;

const quarter = `Botoșaniul **studiază posibilitatea** unui cartier care ar produce mai multă energie decât consumă. Nimic nu este hotărât. Întrebarea este dacă se poate face aici, și nota aceasta ține la un loc ce ar trebui aflat.

## Pe scurt

- Este un studiu în curs, nu o bună practică.
- Nu are încă cifre; o cifră intră aici doar cu sursă și an.
- Celelalte orașe pot prelua întrebările, oricare ar fi răspunsul.

## Detalii

| Întrebare | Cine ar putea răspunde |
|---|---|
| Cât consumă astăzi clădirile? | Cei care le administrează |
| Cât ar putea produce acoperișurile lor? | Un specialist |
| Cui i-ar aparține ce se produce? | Proprietarii, municipiul |
| La ce ar trebui să consimtă locatarii dinainte? | Locatarii |
| Cine are grijă de instalații peste zece ani? | Încă nimeni |

## Ce ar face din studiu o practică

- [ ] Răspunsul la întrebarea dacă se poate
- [ ] Acordul celor care locuiesc acolo
- [ ] O cifră de dinainte și una de după
`;

const quarterEnglish = `Botoșani **studies the possibility** of a quarter that would produce more energy than it uses. Nothing is decided. The question is whether it can be done here, and this note keeps together what would have to be found out.

## In short

- It is a study under way, not a good practice.
- It has no figures yet; a figure goes in only with its source and year.
- The other cities can take over the questions, whatever the answer.

## Details

| Question | Who could answer it |
|---|---|
| How much do the buildings use today? | Those who manage them |
| How much could their roofs produce? | A specialist |
| Whose would be what is produced? | The owners, the municipality |
| What would the residents have to agree to beforehand? | The residents |
| Who looks after the installations in ten years? | Nobody yet |

## What would make the study a practice

- [ ] The answer to whether it can be done
- [ ] The consent of those who live there
- [ ] A figure from before and one from after
`;

export const botosaniDocuments: DemoDocument[] = [
  {
    key: "botosani-presentation",
    city: "botosani",
    language: "ro",
    title: "Prima prezentare a rețelei la Botoșani",
    text: presentation,
    facts: {
      kind: "minutes",
      topics: ["Inovații digitale"],
      day: "2019-12-10",
      place: "Botoșani",
      nextOn: "2020-01-23",
    },
    createdOn: "2019-12-11",
    since: [{ on: "2019-12-13", published: "network" }],
  },
  {
    key: "botosani-quarter",
    city: "botosani",
    language: "ro",
    title: "Un cartier care ar produce mai multă energie decât consumă: o posibilitate studiată",
    text: quarter,
    facts: { kind: "note", topics: ["Energie", "Locuire"] },
    createdOn: "2020-01-20",
    since: [
      { on: "2020-09-28", published: "network" },
      {
        on: "2020-10-06",
        by: "oulu",
        remarked: "The fifth question is ours as well, for the antennas. May we add it to our note?",
        answers: [
          { on: "2020-10-07", text: "Da. Scrieți-ne dacă găsiți un răspuns mai bun decât „nimeni”." },
        ],
      },
    ],
  },
  {
    key: "botosani-quarter-en",
    city: "botosani",
    language: "en",
    title: "A quarter that would produce more energy than it uses: a possibility studied",
    text: quarterEnglish,
    facts: { kind: "note", topics: ["Energy", "Housing"] },
    createdOn: "2020-10-01",
    translates: { key: "botosani-quarter", publication: 1 },
    since: [{ on: "2020-10-02", published: "network" }],
  },
  {
    key: "botosani-visit",
    city: "botosani",
    language: "ro",
    title: "Vizita experților la Botoșani, 23–24 ianuarie 2020",
    text: visit,
    facts: {
      kind: "visit-note",
      topics: ["Inovații digitale", "Energie"],
      startsOn: "2020-01-23",
      endsOn: "2020-01-24",
      phaseId: "Phase 1",
      purpose: "Documentele de lucru ale fazei, discutate și completate la fața locului.",
      experts: ["lead-expert", "ad-hoc-expert"],
      met: [
        {
          name: "",
          role: "Echipa de implementare",
          organisation: "Municipiul Botoșani",
          sector: "",
          hasConsented: false,
        },
        {
          name: "",
          role: "Funcționari",
          organisation: "Municipiul Botoșani",
          sector: "",
          hasConsented: false,
        },
        { name: "", role: "Persoane interesate", organisation: "", sector: "", hasConsented: false },
      ],
      linked: ["botosani-presentation", "botosani-quarter"],
    },
    createdOn: "2020-01-24",
    since: [
      { on: "2020-01-24", named: { account: "lead-expert", as: "writer" } },
      { on: "2020-01-24", named: { account: "ad-hoc-expert", as: "commenter" } },
      {
        on: "2020-01-27",
        by: "lead-expert",
        remarked: "I add the challenges once you have read them. Is the agenda complete?",
        answers: [
          { on: "2020-01-28", text: "Da, așa a fost. Așteptăm provocările." },
          { on: "2020-01-28", by: "ad-hoc-expert", text: "For my part, too." },
        ],
      },
      { on: "2020-02-03", saved: { text: visit.replace(challengesToCome, challenges) } },
      { on: "2020-02-05", replied: reply },
      { on: "2020-02-06", by: "lead-expert", signed: "expert" },
      { on: "2020-02-07", signed: "city" },
      { on: "2020-02-10", opened: "network" },
      { on: "2020-02-11", by: "lead-expert", reflected: reflection },
      {
        on: "2020-02-13",
        by: "messina",
        remarked: "Completing the documents on site saved a round of mails. We do the same from now on.",
      },
      { on: "2020-02-18", added: addition },
    ],
  },
];
