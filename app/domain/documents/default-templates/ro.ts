// The templates that Torg brings, in Romanian.
import type { DefaultTemplates } from "../template";

export const romanian: DefaultTemplates = {
  "good-practice": [
    [
      "Rezumat",
      "În cinci fraze: ce s-a făcut, pentru cine și ce este mai bine de atunci. Cine citește doar atât a înțeles practica.",
    ],
    [
      "Soluția oferită",
      "Ce nu mergea sau ce lipsea și ce a făcut orașul. Numiți pașii în ordinea lor și cine i-a făcut.",
    ],
    [
      "Abordare durabilă și integrată",
      "Cum servește împreună mediului, economiei și oamenilor și ce servicii și planuri leagă între ele.",
    ],
    [
      "Abordare participativă",
      "Cine a participat în afară de primărie: locuitori, firme, asociații. Spuneți ce au hotărât și ce s-a schimbat datorită lor.",
    ],
    ["Ce s-a schimbat", "Dovezile: cifre înainte și după, cu sursa și anul. Spuneți și ce nu a reușit."],
    [
      "De ce merită pentru alte orașe",
      "Ce orașe au aceeași nevoie și ce ar câștiga. Ce ați face altfel a doua oară?",
    ],
    [
      "Ce este necesar în altă parte",
      "Legi, parteneri, competențe și bani fără de care nu reușește. Părțile care pot fi preluate separat se trec la date, ca elemente de transfer.",
    ],
  ],
  "visit-note": [
    ["Agenda", "Unde ați fost și cu cine ați vorbit, în ordinea zilelor."],
    [
      "Ce s-a văzut și ce s-a spus",
      "Observații și afirmații, fiecare cu sursa ei. Păstrați părerea proprie pentru secțiunile următoare.",
    ],
    ["Puncte tari", "Ce face bine orașul, cu câte un exemplu."],
    ["Provocări", "Ce ține orașul pe loc și ce spune el însuși despre asta."],
    ["Ce poate împărtăși orașul", "Practici, oameni și instrumente de la care pot învăța celelalte orașe."],
    [
      "Ce vrea să învețe orașul",
      "Întrebările lui către rețea, cu cuvintele lui, și ce oraș ar putea răspunde.",
    ],
    [
      "Documente lucrate",
      "Ce documente au fost discutate sau definitivate la fața locului și ce s-a schimbat în fiecare. Legăturile către ele se trec la date.",
    ],
  ],
  "action-plan": [
    ["Rezumat", "Planul pe o pagină, pentru consiliul local și pentru locuitori."],
    [
      "Context, nevoi și viziune",
      "Unde se află orașul, la ce nevoie răspunde planul și cum va fi după ce reușește. Dați cifre cu sursa și anul.",
    ],
    [
      "Logica generală și abordarea integrată",
      "Cum duc nevoile la obiective și obiectivele la acțiuni și cum lucrează împreună zonele, domeniile și nivelurile administrației.",
    ],
    [
      "Detaliile acțiunilor",
      "Pentru fiecare acțiune: ce se face, cine face, cu ce rezultat, de când până când, cât costă și cine plătește.",
    ],
    [
      "Cadrul de implementare",
      "Cine conduce, cum se măsoară progresul, ce riscuri există și cine le urmărește.",
    ],
    [
      "Cum a fost făcut planul",
      "Întâlnirile grupului local, ce s-a testat la scară mică și ce s-a învățat de la ce oraș partener.",
    ],
    ["Adoptare", "Ce organ a adoptat planul, în ce zi și cu ce modificări."],
  ],
  "diary-entry": [
    ["Ce s-a întâmplat", "Faptele în câteva fraze: unde, când, cine a fost prezent."],
    ["Ce am învățat și de la cine", "Ce este nou pentru noi și de la ce oraș sau persoană vine."],
    ["Elemente adaptate și de ce", "Ce elemente de transfer preluăm, cu ce schimbări și din ce motiv."],
    ["Obstacole", "Ce ne-a încetinit și ce ne-ar ajuta."],
    ["Pasul următor", "Un singur lucru, cine îl face și până când."],
  ],
  minutes: [
    ["Ordinea de zi", "Punctele în ordinea lor, așa cum au fost anunțate."],
    ["Ce s-a discutat", "Pe puncte: pozițiile, nu cine ce cuvinte a spus."],
    ["Hotărâri", "Fiecare hotărâre într-o frază care se înțelege și fără discuție."],
    [
      "Cine ce face și până când",
      "O listă de sarcini: ce este de făcut, un @ cu cine face și ziua. Torg le va aminti.",
    ],
  ],
  note: [
    ["Pe scurt", "Ce ar trebui să știe ceilalți, în două sau trei fraze."],
    ["Detalii", "Ce stă în spate, pentru cine are nevoie."],
  ],
};
