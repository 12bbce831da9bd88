// Two pieces of earlier work of Alytus that its transfer plan leans on: the strategic plan to 2030, and a draft decision whose sums
// contradict each other.
import type { DemoDocument } from "~/domain/demo/demo-document";

const strategicPlan = `Strateginis plėtros planas iki 2030 metų pakeitė planą iki 2020-ųjų. Čia rašome ne apie jo turinį, o apie tai, **kaip jis rengtas**: šį kelią galėtų pakartoti ir kitas miestas. Tarybai planas pateiktas 2020 m. gruodį.

## Santrauka

Miestas paklausė ne tik gyventojų, bet ir tų, kurie iš jo išvyko; tekstą rašė penkios darbo grupės; kiekvienas etapas pristatytas viešai.

## Siūlomas sprendimas

| Žingsnis | Kas padaryta |
|---|---|
| Pažinti | Situacijos analizės, gyventojų ir išvykusiųjų apklausos, tikslinės diskusijų grupės |
| Susitarti | Vizija, prioritetai, kryptys, priemonės |
| Suplanuoti lėšas | Ilgalaikis savivaldybės, valstybės, Europos Sąjungos ir kitų lėšų naudojimas |
| Parodyti | Pristatymai kiekviename etape, metodikos infografikas |

## Tvarus ir integruotas požiūris

Viename plane sudėtos savivaldybės, valstybės, Europos Sąjungos ir kitos lėšos, todėl priemonė iš karto rodo, iš ko ji bus įgyvendinama.[^lesos]

## Dalyvavimu grįstas požiūris

Penkiose darbo grupėse dirbo tarybos nariai, skyrių vedėjai, socialiniai ir ekonominiai partneriai. Apklausti ir tie, kurie mieste nebegyvena: jie žino, ko jame pasigedo.

## Kas pasikeitė

Planas pateiktas tarybai. Ar jis pasieks, ko siekia, rodys jo priemonės; apie tai čia dar nerašome.

## Kodėl verta kitiems miestams

Miestas, kurio jaunimas išvyksta, dažniausiai klausia pasilikusiųjų. Atsakymą žino išvykusieji. Šia patirtimi remiamės [perkeldami Barnslio strategiją](demo:strategy).

[^lesos]: Sumų čia nerašome: jos pateikiamos plane.
`;

const contradiction = `## Trumpai

2019 m. lapkričio 8 d. tarybos sprendimo projekto **TŽ-397** (aiškinamasis raštas – lapkričio 4 d.) sumos nesueina. Prieš naudojant jį kaip pavyzdį reikia pasirinkti, kurį skaičių laikome teisingu.

## Išsamiau

Projektu siūlyta pritarti demografiniam projektui pagal UIA kvietimą, kurio paraiškų laukta iki 2019 m. gruodžio 12 d., ir, *jei* ES parama būtų skirta, numatyti 20 % Alytuje įgyvendinamos dalies bendrajam finansavimui. Partneris – VšĮ „Blockchain Centre Vilnius“, trukmė – 36 mėnesiai.

| Eilutė | EUR |
|---|---:|
| Duomenų bazė | 50 000 |
| Programėlė | 250 000 |
| Rinkodara | 100 000 |
| Administravimas | „10 % projekto vertės“ |
| **Projekto vertė** | **apie 400 000** |
| Savivaldybės dalis | 80 000 |
| Apyvartinės lėšos | apie 100 000 |

Vien veiklos jau sudaro 400 000. Todėl administravimui vietos nebelieka:

- jei 10 % įskaičiuojama į 400 000, administravimui tenka 40 000, o veikloms lieka 360 000;
- jei 10 % pridedama prie veiklų, vertė yra 440 000;
- jei 10 % skaičiuojama nuo bendros sumos, vertė yra 444 444,44.

## Ko dar trūksta

- [ ] Galutinio skaičiaus: projekte jo vieta tuščia
- [ ] Atsakymo, nuo kurios sumos skaičiuoti 20 %
`;

export const alytusEarlierDocuments: DemoDocument[] = [
  {
    key: "alytus-strategy",
    city: "alytus",
    by: "alytus2",
    language: "lt",
    title: "Miesto planas, kurio klausta ir išvykusiųjų",
    text: strategicPlan,
    facts: {
      kind: "good-practice",
      topics: ["Strateginis planavimas", "Jaunimas"],
      contact: "Alytus City Municipality",
      elements: [
        {
          id: "away",
          name: "Išvykusiųjų apklausa",
          isEssential: true,
          preconditions: "Kelias, kuriuo galima pasiekti išvykusiuosius.",
          cost: "",
          pitfalls: "Klausti, kodėl išvyko, ir neklausti, kas juos sugrąžintų.",
        },
        {
          id: "five-groups",
          name: "Penkios darbo grupės",
          isEssential: true,
          preconditions: "Tarybos nariai, skyrių vedėjai ir partneriai prie vieno stalo.",
          cost: "",
          pitfalls: "",
        },
        {
          id: "infographic",
          name: "Metodikos infografikas",
          isEssential: false,
          preconditions: "",
          cost: "",
          pitfalls: "Graži schema be pristatymų.",
        },
      ],
    },
    createdOn: "2021-03-24",
    since: [
      { on: "2021-03-30", published: "network" },
      {
        on: "2021-04-01",
        by: "alytus",
        remarked: "Pavadinime siūlau palikti „išvykusiųjų“: dėl jų šią patirtį skaitys kiti.",
      },
      {
        on: "2021-09-17",
        by: "rzeszow",
        marked: {
          city: "rzeszow",
          element: "away",
          state: "adapting",
          reason: "We take over the headings of the survey, so that answers can be compared.",
        },
      },
      {
        on: "2021-09-24",
        by: "novska",
        marked: {
          city: "novska",
          element: "five-groups",
          state: "rejected",
          reason: "Five groups are too many for a town of our size.",
        },
      },
    ],
  },
  {
    key: "contradiction",
    city: "alytus",
    language: "lt",
    title: "Sprendimo projektas TŽ-397: sumos, kurios nesueina",
    text: contradiction,
    facts: { kind: "note", topics: ["Biudžetas"] },
    createdOn: "2021-04-20",
    since: [
      { on: "2021-04-20", named: { account: "ad-hoc-expert", as: "commenter" } },
      {
        on: "2021-04-22",
        by: "alytus2",
        remarked: "Gerai matyti trys galimi skaičiavimai vienas po kito. Palikime visus tris.",
      },
    ],
  },
];
