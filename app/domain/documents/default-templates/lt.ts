// The templates that Torg brings, in Lithuanian.
import type { DefaultTemplates } from "../template";

export const lithuanian: DefaultTemplates = {
  "good-practice": [
    [
      "Santrauka",
      "Penkiais sakiniais: kas padaryta, kam ir kas nuo to pagerėjo. Perskaitęs tik šią dalį žmogus turi suprasti visą praktiką.",
    ],
    [
      "Siūlomas sprendimas",
      "Kas buvo negerai ar ko trūko ir ką miestas padarė. Žingsnius surašykite iš eilės ir nurodykite, kas juos žengė.",
    ],
    [
      "Tvarus ir integruotas požiūris",
      "Kaip tai kartu naudinga aplinkai, ūkiui ir žmonėms, kokius skyrius ir planus susieja.",
    ],
    [
      "Dalyvavimu grįstas požiūris",
      "Kas dalyvavo be savivaldybės: gyventojai, įmonės, bendruomenės. Nurodykite, ką jie nusprendė ir kas dėl jų pasikeitė.",
    ],
    [
      "Kas pasikeitė",
      "Įrodymai: skaičiai prieš ir po, su šaltiniu ir metais. Parašykite ir tai, kas nepavyko.",
    ],
    [
      "Kodėl verta kitiems miestams",
      "Kurie miestai turi tą patį poreikį ir ką jie laimėtų. Ką antrą kartą darytumėte kitaip?",
    ],
    [
      "Ko reikia kitur",
      "Teisės aktai, partneriai, gebėjimai ir lėšos, be kurių nepavyks. Atskiras dalis, kurias galima perimti, surašykite prie duomenų kaip perkėlimo elementus.",
    ],
  ],
  "visit-note": [
    ["Darbotvarkė", "Kur lankėtės ir su kuo kalbėjotės, dienų tvarka."],
    [
      "Kas matyta ir kalbėta",
      "Pastebėjimai ir teiginiai, kiekvienas su šaltiniu. Savo nuomonę palikite tolesniems skyriams.",
    ],
    ["Stiprybės", "Ką miestas daro gerai, kiekvienai stiprybei po pavyzdį."],
    ["Iššūkiai", "Kas miestą stabdo ir ką apie tai sako jis pats."],
    ["Kuo miestas gali pasidalyti", "Praktikos, žmonės ir priemonės, iš kurių galėtų mokytis kiti miestai."],
    ["Ko miestas nori išmokti", "Jo klausimai tinklui jo paties žodžiais ir kuris miestas galėtų atsakyti."],
    [
      "Aptarti dokumentai",
      "Kurie dokumentai aptarti ar baigti vietoje ir kas kiekviename pasikeitė. Nuorodas į juos dėkite prie duomenų.",
    ],
  ],
  "action-plan": [
    ["Santrauka", "Visas planas viename puslapyje, tarybai ir gyventojams."],
    [
      "Aplinkybės, poreikiai ir vizija",
      "Kokia miesto padėtis, į kokį poreikį planas atsako ir kaip bus, kai jis pavyks. Skaičius pateikite su šaltiniu ir metais.",
    ],
    [
      "Bendra logika ir integruotas požiūris",
      "Kaip iš poreikių kyla tikslai, iš tikslų – veiksmai, ir kaip kartu dirba vietovės, sritys ir valdžios lygmenys.",
    ],
    [
      "Veiksmų aprašymai",
      "Apie kiekvieną veiksmą: kas daroma, kas daro, koks rezultatas, nuo kada iki kada, kiek kainuoja ir kas moka.",
    ],
    ["Įgyvendinimo tvarka", "Kas vadovauja, kaip matuojama pažanga, kokios yra rizikos ir kas jas stebi."],
    [
      "Kaip planas parengtas",
      "Vietos grupės susitikimai, kas išbandyta mažu mastu ir ko išmokta iš kurio miesto partnerio.",
    ],
    ["Patvirtinimas", "Kuri institucija planą patvirtino, kurią dieną ir su kokiais pakeitimais."],
  ],
  "diary-entry": [
    ["Kas įvyko", "Faktai keliais sakiniais: kur, kada, kas dalyvavo."],
    ["Ko ir iš ko išmokome", "Kas mums nauja ir iš kurio miesto ar žmogaus tai sužinojome."],
    [
      "Kokius elementus pritaikome ir kodėl",
      "Kuriuos perkėlimo elementus perimame, kaip juos keičiame ir dėl kokios priežasties.",
    ],
    ["Kliūtys", "Kas mus stabdė ir kas padėtų."],
    ["Kitas žingsnis", "Vienas darbas, kas jį atlieka ir iki kada."],
  ],
  minutes: [
    ["Darbotvarkė", "Klausimai iš eilės, kaip buvo paskelbta."],
    ["Kas svarstyta", "Pagal klausimus: nuomonės, o ne kas kokius žodžius tarė."],
    ["Sprendimai", "Kiekvienas sprendimas vienu sakiniu, suprantamu ir neskaičius svarstymo."],
    [
      "Kas, ką ir iki kada daro",
      "Užduočių sąrašas: kas daroma, ženklas @ su tuo, kas daro, ir diena. „Torg“ jiems tai primins.",
    ],
  ],
  note: [
    ["Trumpai", "Ką kiti turėtų žinoti, dviem ar trimis sakiniais."],
    ["Išsamiau", "Kas už to slypi, tiems, kam to reikia."],
  ],
};
