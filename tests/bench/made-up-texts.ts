// Made-up texts of 20 KB in five languages, with as many different words as people use: what search and lists are measured on.
export const writtenLanguages = ["en", "lt", "lv", "ro", "it"] as const;

type Written = (typeof writtenLanguages)[number];

/** Bytes of a text in UTF-8, at least. */
export const textSize = 20_000;

/** Words that stand in many texts, the most frequent ones first. */
const frequent: Record<Written, string> = {
  en: "the of and to in a is that for it was on are with as city residents council building plan street school square young digital data partners visit garden market energy bus library strategy meeting practice group budget network officer",
  lt: "ir į iš kad su yra apie kaip bet po miestas gyventojai taryba pastatas planas gatvė mokykla aikštė jaunimas skaitmeninis duomenys partneriai vizitas sodas turgus energija autobusas biblioteka strategija posėdis patirtis grupė biudžetas tinklas specialistas",
  lv: "un ir no ar ka uz par kā bet pēc pilsēta iedzīvotāji dome ēka plāns iela skola laukums jaunieši digitāls dati partneri vizīte dārzs tirgus enerģija autobuss bibliotēka stratēģija sanāksme prakse grupa budžets tīkls speciālists",
  ro: "și de la în cu pe că este pentru din oraș locuitori consiliu clădire plan stradă școală piață tineri digital date parteneri vizită grădină târg energie autobuz bibliotecă strategie ședință practică grup buget rețea funcționar",
  it: "e di a in il la che per con è città abitanti consiglio edificio piano strada scuola piazza giovani digitale dati partner visita giardino mercato energia autobus biblioteca strategia riunione pratica gruppo bilancio rete funzionario",
};

/** Out of these the rarer words are put together, some 12,000 in each language. */
const beginnings: Record<Written, string> = {
  en: "re over under inter co pre com trans sub out",
  lt: "pa už per įsi ap šiau nu priš iš ža",
  lv: "ap iz pār no uz sā pie at ie bē",
  ro: "re pre în des con stră răs sub tran pro",
  it: "ri pre in dis con tra sopra sotto inter pro",
};
const middles =
  "bar den lim tor vas mel kur sin gal pon rid tas fel nor bil mar ket sol dar win par lan mon tel gar vin sal bor rum dis";
const endings: Record<Written, string> = {
  en: "ing ed er tion ness ment able ful less ly es ers ings tions ways hood ship dom like ward ist ism ure age al ic ive ous ent ance ise ify en th y ry ty cy ling let",
  lt: "as is us ė a ų oms ams ose uose ės ai ius ų ų imas ybė umas tojas ininkas iškas inis ėje uje ais omis ę ą į ų ė ių iams iais tis ties čiai čių ti o",
  lv: "s is us a e as es am ai ā ē ī iem ām ēm os ās ēs šana ums ība tājs nieks isks īgs ot ēt īt āt u i o ju jiem ja jai jā jām jās šu",
  ro: "ul a e i ii ilor elor ului ele le are ire ere or tor esc ește ească ism ist ție ții ări uri ă ați ând it ut at eam ai au este iune ință ime os oasă al ală",
  it: "o a i e are ere ire ato ata ati ate zione zioni mento menti tore trice tori ale ali ivo iva oso osa ista isti ismo ità tù ezza mente ando endo uto uta ino ina etto etta one",
};

/** Markdown of at least `textSize` bytes: headings, paragraphs, a list; always the same for the same number. */
export function textOf(language: Written, seed: number): string {
  const next = random(seed + 1);
  const parts: string[] = [];
  let bytes = 0;
  for (let part = 0; bytes < textSize; part += 1) {
    const said =
      part % 6 === 0
        ? `## ${sentence(language, next, 4)}`
        : part % 6 === 4
          ? [0, 1, 2].map(() => `- ${sentence(language, next, 9)}`).join("\n")
          : Array.from({ length: 5 }, () => `${sentence(language, next, 14)}.`).join(" ");
    parts.push(said);
    bytes += Buffer.byteLength(said) + 2;
  }
  return parts.join("\n\n");
}

/** Five words and a number of its own. */
export function titleOf(language: Written, seed: number): string {
  return `${sentence(language, random(seed * 31 + 7), 5)} ${seed + 1}`;
}

/** Two or three of forty topics. */
export function topicsOf(seed: number): string[] {
  const next = random(seed * 17 + 3);
  const words = frequent.en.split(" ").slice(15);
  const chosen = Array.from({ length: 2 + (seed % 2) }, () => {
    const word = words[Math.floor(next() * words.length)] ?? "city";
    return next() < 0.5 ? word : `${word} policy`;
  });
  return [...new Set(chosen)];
}

function sentence(language: Written, next: () => number, words: number): string {
  const said = Array.from({ length: words }, () => word(language, next)).join(" ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Half of all words are the frequent ones, the first of them far more often than the last. */
function word(language: Written, next: () => number): string {
  const often = lists.frequent[language];
  if (next() < 0.5) return often[Math.floor(next() ** 2 * often.length)] ?? "";
  const pick = (of: readonly string[]) => of[Math.floor(next() ** 1.5 * of.length)] ?? "";
  return pick(lists.beginnings[language]) + pick(lists.middles) + pick(lists.endings[language]);
}

const split = (by: Record<Written, string>) =>
  Object.fromEntries(writtenLanguages.map((one) => [one, by[one].split(" ")])) as Record<Written, string[]>;
const lists = {
  frequent: split(frequent),
  beginnings: split(beginnings),
  middles: middles.split(" "),
  endings: split(endings),
};

/** Numbers from 0 to 1, always the same row of them for the same seed. */
function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
