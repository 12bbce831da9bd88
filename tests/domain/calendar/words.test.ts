// A calendar in its reader's words, wherever they are, with titles of every kind: an independent parser reads what was written.
import { afterEach, expect, test } from "vitest";
import { makeNetworkFeed } from "~/domain/calendar/feeds.server";
import { languageCodes } from "~/i18n/languages";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { calendarAt, eventAt, textAt } from "../../support/calendar-at";
import { foundOwing, addOwed, setClock } from "../../support/owed";

afterEach(() => shiftClock(0));

const due = (fixedOn: string) => ({ anchor: "day", fixedOn }) as const;
const reads = (id: string, data: { language?: string; timeZone?: string }) =>
  database().write((transaction) => transaction.person.update({ where: { id }, data }));

test.each(languageCodes)("it is read in %s, in that language's own words", async (language) => {
  setClock("2089-05-30T09:00:00Z");
  const { network } = await foundOwing(due("2089-05-04"));
  await reads(network.officer.personId, { language });
  const address = await makeNetworkFeed(network.officer);
  const { description } = await eventAt(address, "The roadmap — Alytus");
  const words = {
    en: "Not started\nLate\nIt was due on 4 May 2089, and nothing is handed in.",
    lt: "Nepradėta\nVėluoja\nTerminas (2089 m. gegužės 4 d.) baigėsi, o nieko nepateikta.",
    lv: "Nav sākts\nKavējas\nTermiņš (04.05.2089.) ir beidzies, un nekas nav iesniegts.",
    ro: "Neînceput\nÎntârziat\nTermenul (4 mai 2089) a trecut și nu s-a predat nimic.",
    it: "Non iniziato\nIn ritardo\nLa scadenza (4 maggio 2089) è passata e non è stato consegnato nulla.",
  };
  expect(description).toContain(words[language as keyof typeof words]);
  expect(await textAt(address)).toContain(`PRODID:-//Torg//Calendar//${language.toUpperCase()}`);
});

test.each([
  "Commas, semicolons; and \\ backslashes \\n, all at once;",
  "“Quotes”, \"straight\" and 'single': with a colon",
  "Emoji 🏛️👩🏽‍💻 and a flag 🇱🇹, over and over again 🏛️👩🏽‍💻🇱🇹🏛️👩🏽‍💻🇱🇹🏛️👩🏽‍💻🇱🇹",
  "Învățământ și țesături în județul Botoșani, șșșșșșșșșșșșșșșșșșșșșșșșșșșșșșșșș",
  "Žalioji Žvejų žemė ir ūkininkų žiema, žžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžž",
  "END:VEVENT BEGIN:VALARM ATTACH:file",
  "Ένα σχέδιο για την πόλη των Τρικάλων, με πολλές λέξεις και ακόμη περισσότερες",
])("the title %j comes back as it was given", async (title) => {
  const { network } = await foundOwing({ title, ...due("2090-05-04") });
  const { events } = await calendarAt(await makeNetworkFeed(network.officer));
  expect(events.map(({ summary }) => summary).sort()).toEqual(
    ["Alytus", "Barnsley", "Novska"].map((city) => `${title} — ${city}`),
  );
});

test("a network's name of many signs names its calendar and its entries", async () => {
  const { network } = await foundOwing(due("2090-05-04"));
  const name = "Roads, rails; rivers \\ and “the rest”";
  await database().write((transaction) =>
    transaction.network.update({ where: { id: network.networkId }, data: { name } }),
  );
  const { name: named, events } = await calendarAt(await makeNetworkFeed(network.officer));
  expect(named).toBe(`Torg: ${name}`);
  expect(events[0]?.categories).toEqual([name]);
});

test.each([
  "Europe/Brussels",
  "Europe/Helsinki",
  "Atlantic/Azores",
  "Pacific/Auckland",
  "America/Los_Angeles",
])(
  "for a reader in %s a day is the day that it is in Brussels, also when clocks are changed",
  async (timeZone) => {
    // Half past midnight in Brussels: elsewhere it is another day.
    setClock("2089-03-26T23:30:00Z");
    const { network } = await foundOwing({ title: "March", ...due("2089-03-27") });
    await addOwed(network.leadPartner, { title: "October", ...due("2089-10-30") });
    await addOwed(network.leadPartner, { title: "A leap day", ...due("2092-02-29") });
    await reads(network.officer.personId, { timeZone });
    const address = await makeNetworkFeed(network.officer);
    const days = async (title: string) => {
      const { start, end, alarms } = await eventAt(address, `${title} — Alytus`);
      return [start, end, alarms];
    };
    const three = ["-P13DT15H", "-P6DT15H", "-PT15H"];
    expect(await days("March")).toEqual(["2089-03-27", "2089-03-28", three]);
    expect(await days("October")).toEqual(["2089-10-30", "2089-10-31", three]);
    expect(await days("A leap day")).toEqual(["2092-02-29", "2092-03-01", three]);
    expect(await textAt(address), "a whole day has no time zone").not.toMatch(/DT(START|END)[^:]*:\d+T|TZID/);
  },
);
