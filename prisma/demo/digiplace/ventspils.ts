// What Ventspils writes in DigiPlace: the visit of December 2019, the council's decision on the second phase, and its part of the money.
import type { DemoDocument } from "~/domain/demo/demo-document";

const visit = `Tīkla vizīte Ventspilī 2019. gada 3. un 4. decembrī, pirmajā fāzē. Šajā fāzē katra partneru pilsēta tiek apmeklēta, lai tās apraksts balstītos uz redzēto, nevis tikai uz iesūtīto.

## Darba kārtība

| Diena | Kas paredzēts |
|---|---|
| 3. decembris | Pilsētas apraksts: kas ir zināms un kas jāpajautā |
| 4. decembris | Otrās fāzes pieteikums: ko Ventspils tajā vēlas redzēt |

## Kas redzēts un dzirdēts

Ventspilī ar tīklu strādā Ventspils Digitālais centrs. Dažos tekstos tā vietā minēta pašvaldība; abi nozīmē vienu un to pašu pilsētu, tomēr iestādes ir divas, un dokumentos tās jānošķir.

Tīkls tobrīd vēl tika saukts arī par *Digital Innovation for Cities*; latviski – *Pilsētu digitālās inovācijas*.

## Stiprās puses

- Pilsētai ir iestāde, kuras darbs ir tieši digitālais.
- Pilsēta pati saka, ko vēl nezina.

## Grūtības

Finansējumam otrajā fāzē ir trīs avoti, un katram ir sava likme. Kamēr lēmuma nav, neviena summa nav galīga.

## Ar ko pilsēta var dalīties

Ar to, kā pilsēta un tās digitālais centrs sadala darbu.

## Ko pilsēta vēlas iemācīties

- Kā no pētījuma nonāk līdz pakalpojumam, kas darbojas?
- Kuras pilsētas uz to jau ir atbildējušas?

## Apspriestie dokumenti

[Sākuma sanāksmes protokols](demo:kick-off) un pilsētas apraksta pirmais uzmetums.
`;

const decision = `## Īsumā

Ventspils dome **2020. gada 3. aprīlī** atbalstīja pilsētas dalību tīkla otrajā fāzē. Pilsētas daļa ir **51 280 EUR**.

## Sīkāk

| Avots | Likme | EUR |
|---|---:|---:|
| Eiropas Reģionālās attīstības fonds | 85 % | 43 588 |
| Latvijas valsts | 5 % | 2 564 |
| Pilsēta | 10 % | 5 128 |
| **Kopā** | **100 %** | **51 280** |

Avoti saskan ar kopsummu līdz centam. No visa tīkla budžeta, kas ir 714 990 EUR, tie ir 7,172 %.[^likme]

Programma maksā par apmaiņu, ekspertiem un plānošanu, nevis par ceļiem un ēkām. To der pateikt vispirms, jo par to jautā vispirms.

## Kas vēl jādara

- [x] Domes lēmums
- [x] Finansējuma avoti
- [ ] Vietējās grupas sastāvs
- [ ] Ceļa karte līdz 2020. gada septembrim

[^likme]: Citām pilsētām likmes atšķiras, tāpēc vienu likmi visam tīklam nepiemēro.
`;

const afterwards = `## Kas notika pēc tam

- Pirmā fāze beidzās 2020. gada 2. martā.
- Otrā fāze sākās 2020. gada 7. maijā.
- Sākuma sanāksme bija paredzēta Oulu, taču 16. un 17. jūnijā notika [tiešsaistē](demo:online-kick-off).

`;

export const ventspilsDocuments: DemoDocument[] = [
  {
    key: "ventspils-visit",
    city: "ventspils",
    language: "lv",
    title: "Vizīte Ventspilī, 2019. gada 3.–4. decembris",
    text: visit,
    facts: {
      kind: "visit-note",
      topics: ["Digitālās inovācijas"],
      startsOn: "2019-12-03",
      endsOn: "2019-12-04",
      phaseId: "Phase 1",
      purpose: "Pilsētas apraksts un otrās fāzes pieteikums.",
      experts: ["lead-expert"],
      met: [
        {
          name: "",
          role: "",
          organisation: "Ventspils Digitālais centrs",
          sector: "Pašvaldība",
          hasConsented: false,
        },
      ],
      linked: ["kick-off"],
    },
    createdOn: "2019-12-02",
    since: [
      { on: "2019-12-05", named: { account: "lead-expert", as: "commenter" } },
      {
        on: "2019-12-06",
        by: "lead-expert",
        remarked: "Two institutions for one city is worth a line in every city's note, not only in yours.",
        answers: [{ on: "2019-12-09", text: "Piekrītam: Mesīnā ir tāpat." }],
      },
      { on: "2019-12-12", published: "network" },
    ],
  },
  {
    key: "ventspils-decision",
    city: "ventspils",
    language: "lv",
    title: "Domes lēmums par otro fāzi un pilsētas daļa",
    text: decision,
    facts: { kind: "note", topics: ["Budžets", "Lēmumi"] },
    createdOn: "2020-04-03",
    since: [
      { on: "2020-04-06", published: "network" },
      {
        on: "2020-06-22",
        saved: {
          text: decision
            .replace("## Kas vēl jādara", `${afterwards}## Kas vēl jādara`)
            .replace("- [ ] Vietējās", "- [x] Vietējās"),
        },
      },
    ],
  },
];
