// The templates that Torg brings, in Italian.
import type { DefaultTemplates } from "../template";

export const italian: DefaultTemplates = {
  "good-practice": [
    [
      "Sintesi",
      "In cinque frasi: che cosa è stato fatto, per chi e che cosa va meglio da allora. Chi legge solo questo ha capito la pratica.",
    ],
    [
      "La soluzione offerta",
      "Che cosa non andava o mancava e che cosa ha fatto la città. Indicare i passi in ordine e chi li ha compiuti.",
    ],
    [
      "Approccio sostenibile e integrato",
      "Come serve insieme all’ambiente, all’economia e alle persone, e quali uffici e piani collega tra loro.",
    ],
    [
      "Approccio partecipativo",
      "Chi ha partecipato oltre al Comune: abitanti, imprese, associazioni. Dire che cosa hanno deciso e che cosa è cambiato grazie a loro.",
    ],
    [
      "Che cosa è cambiato",
      "Le prove: cifre prima e dopo, con fonte e anno. Dire anche che cosa non ha funzionato.",
    ],
    [
      "Perché serve ad altre città",
      "Quali città hanno lo stesso bisogno e che cosa ci guadagnerebbero. Che cosa andrebbe fatto diversamente una seconda volta?",
    ],
    [
      "Che cosa serve altrove",
      "Leggi, partner, competenze e risorse senza cui non riesce. Le singole parti che si possono riprendere vanno tra i dati, come elementi da trasferire.",
    ],
  ],
  "visit-note": [
    ["Programma", "Dove si è andati e con chi si è parlato, giorno per giorno."],
    [
      "Che cosa si è visto e sentito",
      "Osservazioni e affermazioni, ciascuna con la sua fonte. Le valutazioni vanno nelle sezioni seguenti.",
    ],
    ["Punti di forza", "Che cosa la città fa bene, con un esempio per ciascun punto."],
    ["Difficoltà", "Che cosa frena la città e che cosa ne dice lei stessa."],
    [
      "Che cosa la città può condividere",
      "Pratiche, persone e strumenti da cui le altre città possono imparare.",
    ],
    [
      "Che cosa la città vuole imparare",
      "Le sue domande alla rete, con le sue parole, e quale città potrebbe rispondere.",
    ],
    [
      "Documenti su cui si è lavorato",
      "Quali documenti sono stati discussi o completati sul posto e che cosa è cambiato in ciascuno. I collegamenti vanno tra i dati.",
    ],
  ],
  "action-plan": [
    ["Sintesi", "Il piano in una pagina, per il consiglio comunale e per gli abitanti."],
    [
      "Contesto, bisogni e visione",
      "A che punto è la città, a quale bisogno risponde il piano e come sarà quando avrà funzionato. Dare cifre con fonte e anno.",
    ],
    [
      "Logica generale e approccio integrato",
      "Come i bisogni portano agli obiettivi e gli obiettivi alle azioni, e come lavorano insieme luoghi, settori e livelli di governo.",
    ],
    [
      "Dettaglio delle azioni",
      "Per ogni azione: che cosa si fa, chi la fa, con quale risultato, da quando a quando, quanto costa e chi paga.",
    ],
    [
      "Quadro di attuazione",
      "Chi guida, come si misura il progresso, quali rischi ci sono e chi li tiene d’occhio.",
    ],
    [
      "Come è nato il piano",
      "Incontri del gruppo locale, che cosa è stato provato in piccolo e che cosa si è imparato da quale città partner.",
    ],
    ["Approvazione", "Quale organo ha approvato il piano, in quale giorno e con quali modifiche."],
  ],
  "diary-entry": [
    ["Che cosa è successo", "I fatti in poche frasi: dove, quando, chi c’era."],
    ["Che cosa abbiamo imparato, e da chi", "Che cosa è nuovo per noi e da quale città o persona viene."],
    ["Elementi adattati, e perché", "Quali elementi riprendiamo, con quali cambiamenti e per quale motivo."],
    ["Ostacoli", "Che cosa ci ha rallentato e che cosa aiuterebbe."],
    ["Prossimo passo", "Una cosa sola, chi la fa, entro quando."],
  ],
  minutes: [
    ["Ordine del giorno", "I punti in ordine, come annunciati."],
    ["Che cosa si è discusso", "Punto per punto: le posizioni, non chi ha detto quale parola."],
    ["Decisioni", "Ogni decisione in una frase che si capisce anche senza la discussione."],
    [
      "Chi fa che cosa, entro quando",
      "Un elenco di attività: che cosa, una @ con chi lo fa e il giorno. Torg lo ricorderà loro.",
    ],
  ],
  note: [
    ["In breve", "Che cosa gli altri devono sapere, in due o tre frasi."],
    ["Dettagli", "Che cosa c’è dietro, per chi ne ha bisogno."],
  ],
};
