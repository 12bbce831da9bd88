// The templates that Torg brings, in Latvian.
import type { DefaultTemplates } from "../template";

export const latvian: DefaultTemplates = {
  "good-practice": [
    [
      "Kopsavilkums",
      "Piecos teikumos: kas paveikts, kam un kas kopš tā laika ir labāk. Kas izlasa tikai šo daļu, ir sapratis visu praksi.",
    ],
    [
      "Piedāvātais risinājums",
      "Kas bija slikti vai kā trūka un ko pilsēta darīja. Nosauciet soļus pēc kārtas un to, kas tos veica.",
    ],
    [
      "Ilgtspējīga un integrēta pieeja",
      "Kā tas vienlaikus kalpo videi, ekonomikai un cilvēkiem un kuras nodaļas un plānus savieno.",
    ],
    [
      "Līdzdalības pieeja",
      "Kas piedalījās bez pašvaldības: iedzīvotāji, uzņēmumi, biedrības. Norādiet, ko viņi izlēma un kas viņu dēļ mainījās.",
    ],
    [
      "Kas ir mainījies",
      "Pierādījumi: skaitļi pirms un pēc, ar avotu un gadu. Rakstiet arī to, kas neizdevās.",
    ],
    [
      "Kāpēc tas noderēs citām pilsētām",
      "Kurām pilsētām ir tāda pati vajadzība un ko tās iegūtu. Ko otrreiz jūs darītu citādi?",
    ],
    [
      "Kas vajadzīgs citur",
      "Likumi, partneri, prasmes un nauda, bez kā neizdosies. Atsevišķās daļas, ko var pārņemt, ierakstiet pie datiem kā pārneses elementus.",
    ],
  ],
  "visit-note": [
    ["Darba kārtība", "Kur bijāt un ar ko runājāt, pa dienām."],
    [
      "Kas redzēts un dzirdēts",
      "Novērojumi un teiktais, katrs ar avotu. Savu vērtējumu atstājiet nākamajām sadaļām.",
    ],
    ["Stiprās puses", "Kas pilsētai izdodas labi, katrai stiprajai pusei piemērs."],
    ["Grūtības", "Kas pilsētu kavē un ko par to saka tā pati."],
    ["Ar ko pilsēta var dalīties", "Prakses, cilvēki un rīki, no kā varētu mācīties citas pilsētas."],
    ["Ko pilsēta vēlas iemācīties", "Tās jautājumi tīklam pašas vārdiem un pilsēta, kas varētu atbildēt."],
    [
      "Apspriestie dokumenti",
      "Kuri dokumenti uz vietas apspriesti vai pabeigti un kas katrā mainījies. Saites uz tiem lieciet pie datiem.",
    ],
  ],
  "action-plan": [
    ["Kopsavilkums", "Viss plāns vienā lappusē, domei un iedzīvotājiem."],
    [
      "Konteksts, vajadzības un redzējums",
      "Kāds ir stāvoklis pilsētā, uz kuru vajadzību plāns atbild un kā būs, kad tas būs izdevies. Skaitļus sniedziet ar avotu un gadu.",
    ],
    [
      "Kopējā loģika un integrētā pieeja",
      "Kā no vajadzībām izriet mērķi un no mērķiem darbības, un kā kopā strādā vietas, nozares un pārvaldes līmeņi.",
    ],
    [
      "Darbību apraksts",
      "Par katru darbību: ko dara, kas dara, kāds ir rezultāts, no kura līdz kuram laikam, cik tas maksā un kas maksā.",
    ],
    ["Īstenošanas kārtība", "Kas vada, kā mēra virzību, kādi ir riski un kas tos uzrauga."],
    [
      "Kā plāns tapis",
      "Vietējās grupas sanāksmes, mazā mērogā izmēģinātais un tas, kas iemācīts no kuras partnerpilsētas.",
    ],
    ["Apstiprināšana", "Kura institūcija plānu apstiprināja, kurā dienā un ar kādām izmaiņām."],
  ],
  "diary-entry": [
    ["Kas notika", "Fakti dažos teikumos: kur, kad, kas piedalījās."],
    ["Ko un no kā iemācījāmies", "Kas mums ir jauns un no kuras pilsētas vai cilvēka tas nāk."],
    [
      "Kuri elementi pielāgoti un kāpēc",
      "Kurus pārneses elementus pārņemam, kā tos mainām un kāda iemesla dēļ.",
    ],
    ["Šķēršļi", "Kas mūs kavēja un kas palīdzētu."],
    ["Nākamais solis", "Viens darbs, kas to dara un līdz kuram laikam."],
  ],
  minutes: [
    ["Darba kārtība", "Jautājumi pēc kārtas, kā bija izziņots."],
    ["Kas apspriests", "Pa jautājumiem: viedokļi, nevis kurš ko burtiski teica."],
    ["Lēmumi", "Katrs lēmums vienā teikumā, kas saprotams arī bez apspriedes."],
    [
      "Kas ko dara un līdz kuram laikam",
      "Uzdevumu saraksts: kas jādara, @ ar to, kurš dara, un diena. Torg viņiem to atgādinās.",
    ],
  ],
  note: [
    ["Īsumā", "Kas citiem jāzina, divos vai trijos teikumos."],
    ["Sīkāk", "Kas aiz tā stāv, tiem, kam tas vajadzīgs."],
  ],
};
