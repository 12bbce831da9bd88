// What Alytus writes as a partner of TechRevolution 2.0: a translation of Barnsley's practice, its transfer plan and its diary.
import type { DemoDocument } from "~/domain/demo/demo-document";

const translation = `Barnslis yra buvęs pramonės miestas, iš kurio išvykdavo jaunimas. Jo atsakas – **skaitmeninimo strategija**. Ši strategija ir yra mūsų tinklo geroji patirtis: jos mokytis susibūrė Alytus, Novska, Žešuvas ir Ruselarė.

## Santrauka

- Poreikis: pramonės nebėra, o tie, kurie galėtų pradėti ką nors nauja, išvyksta paskui ją.
- Atsakas: viena skaitmeninimo strategija visam miestui.
- Tolesnis kelias: keturi miestai ją supranta, pritaiko ir iš naujo panaudoja tai, kas jiems tinka.

## Siūlomas sprendimas

Skaitmeninimas nėra strategijos tikslas. Tikslas – miestas, kuriame jaunas žmogus turi dėl ko pasilikti. Todėl tinklas strategiją skaito dalimis ir apie kiekvieną klausia, ką ji duoda šiam tikslui. Dalys surašytos kaip *perkeliami elementai*; kiekvienas miestas prie jų pasako, ką su jomis daro ir kodėl.

## Tvarus ir integruotas požiūris

Strategija, kurią įgyvendina vienas skyrius, tėra to skyriaus projektas. Kitiems miestams ji tampa patirtimi tik tada, kai drauge sprendžiama dėl trijų krypčių:

| Kryptis | Ko strategija klausia | Kas turi dalyvauti |
|---|---|---|
| Ekonomika | Kas pakeis pramonę, kurios nebėra? | Senos ir naujos įmonės |
| Žmonės | Kas išlaiko jauną žmogų mieste? | Mokyklos, studentai, išvykusieji |
| Vieta | Kur bus dirbamas naujas darbas? | Planavimo ir statybos skyriai |

## Dalyvavimu grįstas požiūris

Kiekviename tinklo mieste veikia URBACT vietos grupė: gyventojai, įmonės, asociacijos ir savivaldybės skyriai. Jie negauna baigto plano – jie jį rašo kartu su savivaldybe.

## Kodėl verta kitiems miestams

Kiekvienas iš keturių miestų atpažįsta dalį Barnslio istorijos, bet nė vienas – visos. Todėl nė vienas jos neperima ištisai:

1. Pirma miestas elementą **supranta**: kam jis skirtas ir ko jam reikia.
2. Tada jį **pritaiko** arba pasako, kodėl ne.
3. Kas pasiteisina, panaudoja iš naujo ir apie tai papasakoja kitiems.

> Geroji patirtis, kartą perskaityta ir niekur nepritaikyta, niekam nepadėjo.
`;

const elements = [
  {
    id: "strategy",
    name: "Viena skaitmeninimo strategija visam miestui",
    isEssential: true,
    preconditions: "Skyriai, sutinkantys, kad vienas tekstas būtų aukščiau jų pačių tekstų.",
    cost: "" as const,
    pitfalls: "Projektų sąrašas, pavadintas strategija.",
  },
  {
    id: "young",
    name: "Išvykstantis jaunimas kaip strategijos matas",
    isEssential: true,
    preconditions: "Žinoti, kas išvyksta, ir paklausti išvykusiųjų.",
    cost: "" as const,
    pitfalls: "Klausti tik tų, kurie liko.",
  },
  {
    id: "group",
    name: "Vietos grupė, rašanti kartu su savivaldybe",
    isEssential: true,
    preconditions: "Gyventojai, įmonės ir skyriai, kurie susitinka ne vieną kartą.",
    cost: "" as const,
    pitfalls: "Parodyti grupei jau baigtą tekstą.",
  },
];

const plan = `## Santrauka

Tai Alytaus perkėlimo plano juodraštis. Jį rašome kartu su abiem vietos grupėmis; kas dar nepradėta, taip ir parašyta.

## Aplinkybės, poreikiai ir vizija

Mokomės iš [Barnslio](demo:strategy) – buvusio pramonės miesto, iš kurio išvykdavo jaunimas. Pradedame nuo to, ką apie Alytų jau žinome: rengiant [miesto strateginį plėtros planą iki 2030 metų](demo:alytus-strategy) atliktos situacijos analizės, apklausti gyventojai ir iš miesto išvykę žmonės, surengtos tikslinės diskusijų grupės.

Vizija dar nesuformuluota. Vietos grupė prašė jos nerašyti tol, kol neaptarti išvykusiųjų atsakymai.

## Bendra logika ir integruotas požiūris

| Barnslio elementas | Ką darome | Kodėl |
|---|---|---|
| Viena strategija visam miestui | dar svarstome | Miestas jau turi strateginį plėtros planą; antro teksto virš jo nereikia |
| Jaunimas kaip matas | pritaikome | Turime apklausas, kuriomis galime remtis |
| Vietos grupė, kuri rašo | naudojame | Abi grupės rašo jau juodraštį |
| Dienoraštis | naudojame | Įrašus tinklas skaito iš karto |

## Veiksmų aprašymai

*Nepradėta.* Kiekvienas veiksmas turės vieną atsakingąjį, pradžią ir pabaigą, kainą ir jos šaltinius, bent vieną rodiklį ir bent vieną riziką su atsaku į ją.

## Įgyvendinimo tvarka

Alytaus dalis tinklo biudžete – **82 165,86 EUR**: Europos Sąjungos lėšos 69 840,98 EUR, savivaldybės lėšos 12 324,88 EUR. Programa apmoka mainus, ekspertus ir planavimą, bet ne kelius ir ne pastatus.

## Kaip planas parengtas

- [x] Perskaityta Barnslio patirtis, elementai pažymėti
- [x] Sukviestos abi vietos grupės
- [ ] Aptarti išvykusiųjų atsakymai
- [ ] Vienas veiksmas išbandytas mažu mastu

## Patvirtinimas

*Nepradėta.*
`;

const diary = `## Kas įvyko

Perskaitėme Barnslio patirtį ir prie kiekvieno elemento parašėme, ką su juo darome. Ilgiausiai ginčijomės dėl pirmojo elemento.

## Ko ir iš ko išmokome

Iš [Barnslio](demo:strategy): strategija matuojama tuo, ar pasilieka jaunimas, o ne tuo, kiek padaryta skaitmeninių paslaugų.

Iš savęs: rengdami [strateginį plėtros planą iki 2030 metų](demo:alytus-strategy) jau klausėme ir gyventojų, ir išvykusiųjų. Atsakymus turime, tik iki šiol neskaitėme jų šiuo klausimu.

## Kokius elementus pritaikome ir kodėl

1. **Jaunimas kaip matas** – pritaikome, nes turime kuo remtis.
2. **Vietos grupė, kuri rašo** – naudojame: skaitmeninių įmonių grupė, mokyklų ir studentų grupė.
3. **Viena strategija** – kol kas tik suprantame. Miestas jau turi planą, ir antras virš jo nieko nepadėtų.

## Kliūtys

Anglų kalba. Vietos grupės narys komentuoja lietuviškai arba nekomentuoja visai, todėl Barnslio tekstą išvertėme.[^vertimas]

## Kitas žingsnis

Išvykusiųjų atsakymus perskaityti kartu su mokyklų ir studentų grupe.

[^vertimas]: [Vertimas](demo:strategy-lt) atitinka pirmąjį paskelbtą tekstą; jei Barnslis jį papildys, papildysime ir mes.
`;

export const alytusDocuments: DemoDocument[] = [
  {
    key: "strategy-lt",
    city: "alytus",
    language: "lt",
    title: "Buvusio pramonės miesto skaitmeninimo strategija",
    text: translation,
    facts: {
      kind: "good-practice",
      topics: ["Skaitmeninimas", "Jaunimas", "Buvę pramonės miestai"],
      contact: "Barnsley Metropolitan Borough Council",
      elements,
    },
    createdOn: "2021-06-28",
    translates: { key: "strategy", publication: 1 },
    since: [
      { on: "2021-07-05", published: "network" },
      {
        on: "2021-07-08",
        by: "local-group",
        remarked: "Ar „matas“ čia reiškia rodiklį? Grupėje supratome nevienodai.",
        answers: [
          {
            on: "2021-07-09",
            text: "Plačiau: pagal jį sprendžiama, ar strategija apskritai pavyko. Rodikliai bus plane.",
          },
        ],
      },
    ],
  },
  {
    key: "alytus-plan",
    city: "alytus",
    language: "lt",
    title: "Alytaus perkėlimo planas: juodraštis",
    text: plan,
    facts: {
      kind: "action-plan",
      topics: ["Jaunimas", "Skaitmeninimas"],
      from: "2021-07-01",
      to: "2022-12-31",
    },
    createdOn: "2021-07-14",
    since: [
      { on: "2021-07-19", opened: "local-group" },
      { on: "2021-07-19", named: { account: "ad-hoc-expert", as: "commenter" } },
      {
        on: "2021-07-26",
        by: "local-group",
        remarked: "Viziją siūlome rašyti paskutinę. Pirma norime pamatyti, ką atsakė išvykusieji.",
        answers: [{ on: "2021-07-27", by: "alytus2", text: "Sutarta. Taip ir parašyta antrame skyriuje." }],
      },
      {
        on: "2021-08-03",
        by: "ad-hoc-expert",
        remarked:
          "The second table row is the strongest: it says which evidence is there already. Can each row have that?",
        answers: [
          { on: "2021-08-04", text: "Pridėsime prie kiekvienos eilutės, kai baigsime skaityti apklausas." },
        ],
      },
    ],
  },
  {
    key: "alytus-diary",
    city: "alytus",
    language: "lt",
    title: "Perkėlimo dienoraštis: nuo ko Alytus pradeda",
    text: diary,
    facts: { kind: "diary-entry", topics: ["Jaunimas"], day: "2021-08-30", learnedFrom: "barnsley" },
    createdOn: "2021-08-30",
    since: [
      { on: "2021-08-31", published: "network" },
      {
        on: "2021-09-01",
        by: "barnsley",
        remarked:
          "Read with a dictionary, and worth it. Will you say in your next entry what those who moved away answered?",
        answers: [
          { on: "2021-09-02", text: "Taip, kai tik perskaitysime juos su mokyklų ir studentų grupe." },
        ],
      },
    ],
  },
];
