// What is found: every form of a city's name, words with and without marks, beginnings, phrases, misspellings; and how it is shown.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { createDocument } from "~/domain/documents/documents.server";
import { searchOrderIn } from "~/domain/search/search-orders";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";
import { ask, hits, titles, whole } from "../../support/searches";

async function write(by: Member, network: FoundedNetwork, title: string, text: string, language = "en") {
  return createDocument(by, {
    partnershipId: network.partners.own,
    kind: "note",
    title,
    text,
    language: language as "en",
  });
}

/** A further partner city with these names. */
async function partnerIn(network: FoundedNetwork, names: Record<string, string>): Promise<string> {
  const [id, cityId] = [newId(), newId()];
  const rows = Object.entries(names).map(([language, name], index) => ({
    language,
    name,
    isOwn: index === 0,
  }));
  await database().write((transaction) =>
    transaction.partnership.create({
      data: {
        id,
        role: "project-partner",
        since: "2021-01-01",
        network: { connect: { id: network.networkId } },
        institution: {
          create: {
            id: newId(),
            name: "Municipality",
            city: { create: { id: cityId, country: "XX", names: { create: rows } } },
          },
        },
      },
    }),
  );
  return id;
}

test.each([
  ["Rzeszów", ["Žešuvo", "Rzeszow", "zesuv", "Žešuvas", "ŽEŠUVE", "Rzeszowa"]],
  ["Barnsley", ["Branslio", "Bransley", "barnsley", "Barnslyje"]],
  ["Novska", ["Novskos", "novska", "Novskoje", "NOVSKĄ"]],
  ["Roeselare", ["Rùselarės", "ruselar", "Roeselarės", "roulers"]],
  ["Messina", ["Mesīnas", "Mesina", "messina", "Mesinos", "Messine"]],
  ["Saint-Quentin", ["Sentkventinas", "saint quentin", "Saint-Quentin", "Sen Kantenas", "Sentkventino"]],
  ["Botoșani", ["Botosani", "Botoşani", "BOTOŞANI", "Botošanio", "botosan"]],
  ["Roquetas de Mar", ["Roquetasde Mar", "roquetas de mar"]],
  ["Ventspils", ["Ventspilio", "Ventspilis", "ventspils"]],
  ["Portalegre", ["Portalegrės", "Portalegri"]],
  ["Τρίκαλα", ["Trikala", "Trikaloje", "ΤΡΙΚΑΛΑ"]],
  ["Oulu", ["Oulussa", "oulu"]],
  ["Alytus", ["Alytaus", "Alytuje", "Alīta", "alytus"]],
])(
  "%s is found by every form of its name, and so are the texts that write any other",
  async (name, forms) => {
    const network = await foundNetwork();
    const { officer } = network;
    const partnershipId = name === "Alytus" ? network.partners.own : await partnerIn(network, { en: name });
    const person = await foundPerson("Vardenė Pavardenė");
    await enrol(network, person, "project-officer", partnershipId);
    for (const [index, form] of [name, ...forms].entries())
      await write(officer, network, `Text ${index}`, `Here we write of ${form}, and of nothing else.`);
    for (const form of [name, ...forms]) {
      const found = await titles(officer, form);
      expect([form, found]).toEqual([
        form,
        expect.arrayContaining([`city: ${name}`, "person: Vardenė Pavardenė"]),
      ]);
      const texts = [name, ...forms].map((_, index) => `note: Text ${index}`);
      expect([form, found]).toEqual([form, expect.arrayContaining(texts)]);
    }
  },
);

test("the network's name is found as the founding texts misspell it, and finds them", async () => {
  const network = await foundNetwork();
  await write(network.officer, network, "One", "The Techrevoliution network");
  await write(network.officer, network, "Two", "TechRevolution 2.0");
  for (const form of ["Techrevoliution", "techrevolution", "Tech Revolution"])
    expect((await titles(network.officer, form)).sort()).toEqual(["note: One", "note: Two"]);
});

test("letters with and without marks are the same, the Romanian ones with comma and with cedilla", async () => {
  const network = await foundNetwork();
  await write(network.officer, network, "Comma", "Învățare și învăţare", "ro");
  for (const word of ["invatare", "învățare", "ÎNVĂŢARE", "invat"])
    expect(await titles(network.officer, word)).toEqual(["note: Comma"]);
});

test("words are found by their beginnings, all of them have to be there, and a phrase as it stands", async () => {
  const network = await foundNetwork();
  await write(network.officer, network, "First", "A driverless bus line in service");
  await write(network.officer, network, "Second", "The line of the bus is planned");
  expect(await titles(network.officer, "driverl")).toEqual(["note: First"]);
  expect((await titles(network.officer, "bus line")).sort()).toEqual(["note: First", "note: Second"]);
  expect(await titles(network.officer, '"bus line"')).toEqual(["note: First"]);
  expect(await titles(network.officer, "„bus line“ service")).toEqual(["note: First"]);
  expect(await titles(network.officer, "bus tram")).toEqual([]);
  expect(await titles(network.officer, '"bus lin"')).toEqual([]);
});

test("a title weighs more than a heading, a heading more than a word in passing", async () => {
  const network = await foundNetwork();
  const filler = "Words about something else altogether, in a long opening. ".repeat(8);
  await write(network.officer, network, "Passing", `${filler} There is a tramway.`);
  await write(network.officer, network, "Heading", `${filler}\n\n## The tramway\n\n${filler}`);
  await write(network.officer, network, "The tramway", filler);
  expect(await titles(network.officer, "tramway")).toEqual([
    "note: The tramway",
    "note: Heading",
    "note: Passing",
  ]);
});

test("a misspelt word is looked for as it is written, and that is said", async () => {
  const network = await foundNetwork();
  await write(network.officer, network, "Plain", "The driverless neighbourhood of tomorrow");
  const answer = await ask(network.officer, "nieghborhood of tomorow");
  expect(answer.instead).toBe("neighbourhood of tomorrow");
  expect(answer.finds.map(({ title }) => whole(title))).toEqual(["Plain"]);
  expect((await ask(network.officer, "Botosny")).instead).toBe(null);
  expect(await ask(network.officer, "qqqqqqqq")).toMatchObject({ instead: null, count: 0, finds: [] });
});

test("the words are marked in their surroundings, without markup, and nothing of the text is HTML", async () => {
  const network = await foundNetwork();
  const before = "Much is said before it comes to that. ".repeat(20);
  await write(
    network.officer,
    network,
    "<b>Visit</b> of Botoșani",
    `${before}\n\nIn **Botoșani** they met <script>alert(1)</script> the *team* of [Botoşani](https://example.org).`,
  );
  const [find] = (await ask(network.officer, "botosani")).finds.filter(({ kind }) => kind === "note");
  if (!find) throw new Error("it is there");
  expect(find.title).toEqual([
    { text: "<b>Visit</b> of ", isHit: false },
    { text: "Botoșani", isHit: true },
  ]);
  expect(hits(find.around)).toEqual(["Botoșani", "Botoşani"]);
  expect(whole(find.around)).toMatch(
    /^… .*In Botoșani they met <script>alert\(1\)<\/script> the team of Botoşani\.$/,
  );
  expect(whole(find.around).length).toBeLessThan(300);
});

test("kinds, languages and cities are counted as the other filters stand, and narrow what is shown", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer } = network;
  await write(officer, network, "One", "Harbour", "en");
  await write(officer, network, "Two", "Harbour", "lt");
  await createDocument(officer, {
    partnershipId: network.partners.own,
    kind: "minutes",
    title: "Three",
    text: "Harbour",
    language: "lt",
  });
  const answer = await ask(officer, "harbour");
  expect(answer.count).toBe(3);
  // The filters stand where they stood before, whatever is asked for.
  expect(answer.kinds).toEqual([
    { kind: "minutes", count: 1 },
    { kind: "note", count: 2 },
  ]);
  expect(answer.languages.map(({ language }) => language)).toEqual(["en", "lt"]);
  expect(answer.cities).toMatchObject([{ name: "Alytus", count: 3 }]);
  const lithuanian = await ask(officer, "harbour", { language: "lt", kind: "note" });
  expect(lithuanian.finds.map(({ title }) => whole(title))).toEqual(["Two"]);
  expect(lithuanian.languages).toContainEqual({ language: "en", count: 1 });
  const [city] = answer.cities;
  expect((await ask(officer, "harbour", { cityId: city?.id ?? "" })).count).toBe(3);
  expect((await ask(officer, "harbour", { cityId: newId() })).count).toBe(0);
  expect((await ask(otherOfficer, "harbour")).count).toBe(0);
});

test("pages of results follow each other without repeating anything", async () => {
  const network = await foundNetwork();
  for (let index = 0; index < 7; index += 1)
    await write(network.officer, network, `Text ${index}`, "Lighthouse");
  const pages = await Promise.all(
    [1, 2, 3].map((page) => ask(network.officer, "lighthouse", { page, size: 3 })),
  );
  const seen = pages.flatMap(({ finds }) => finds.map(({ id }) => id));
  expect(pages.map(({ finds }) => finds.length)).toEqual([3, 3, 1]);
  expect(new Set(seen).size).toBe(7);
});

test.each([
  ["nothing", ""],
  ["spaces", "   "],
  ["only signs", "!?*()^\"'-:{}[]~+"],
  ["one quote", '"'],
  ["FTS operators", "AND OR NOT NEAR(a b, 2) title:x ^y z*"],
  ["columns", "{title}: secret - strong:x"],
  ["SQL", "'; DROP TABLE entry; -- \" OR 1=1"],
  ["a NUL", "bus\u0000line"],
  ["lone surrogates", "\ud800bus\udfff"],
  ["ten thousand letters", "x".repeat(10_000)],
  ["ten thousand words", "bus ".repeat(10_000)],
  ["many quotes", '"a" '.repeat(2_000)],
  ["marks without letters", "\u0301".repeat(500)],
  ["emoji", "🚌🚌 🚏"],
  ["right to left", "\u202ebus\u202c حافلة"],
])("%s is answered and breaks nothing", async (_, question) => {
  const network = await foundNetwork();
  await write(network.officer, network, "Plain", "The bus line");
  const answer = await ask(network.officer, question);
  expect(answer.question.length).toBeLessThanOrEqual(200);
  expect(await titles(network.officer, "bus line")).toEqual(["note: Plain"]);
});

test("what stands around a hit keeps headings and cells apart from what follows them, also where it is cut out of one", async () => {
  const network = await foundNetwork();
  const { officer } = network;
  await write(
    officer,
    network,
    "Apart",
    "## Kingfishers\nThey nest.\n\n| Where | When |\n|--|--|\n|Alytus|May|",
  );
  const long = `## ${"Many words come before. ".repeat(20)}Bitterns there\nThey boom\n\n|One|Two|`;
  await write(officer, network, "Cut", long);
  const said = async (question: string) =>
    (await ask(officer, question)).finds.map(({ around }) => whole(around));
  expect(await said("kingfishers")).toEqual(["Kingfishers · They nest. Where · When · Alytus · May"]);
  expect(await said('"bitterns there"')).toEqual([
    expect.stringMatching(/^… .*before\. Bitterns there · They boom · One · Two$/),
  ]);
});

test("of a text just begun one sees what was written in it, and not the headings that its template brought", async () => {
  const network = await foundNetwork();
  const { officer } = network;
  const text = "## Agenda\n\n## Seen\n\n<!-- guidance: What you saw. -->\n\n## Learned\n";
  const said = async (question: string) =>
    (await ask(officer, question)).finds
      .filter(({ kind }) => kind === "note")
      .map(({ around }) => whole(around));
  await write(officer, network, "Empty otters", text);
  expect(await said("otters")).toEqual([""]);
  await write(
    officer,
    network,
    "Begun beavers",
    text.replace("## Learned\n", "## Learned\n\nThey build dams.\n"),
  );
  expect(await said("beavers")).toEqual(["They build dams."]);
  // A heading that was asked for is shown; what was written comes before a heading that says the same.
  expect(await said("begun seen")).toEqual(["Seen · Learned · They build dams."]);
  await write(officer, network, "Badgers", "## Dens\n\nWe went by night.\n\n## Food\n\nDens are deep.\n");
  expect(await said("badgers dens")).toEqual(["We went by night. Food · Dens are deep."]);
  expect(await said("guidance")).toEqual([]);
});

test("spaces alone are no question, and those around one are none of it", () => {
  expect(searchOrderIn(new URLSearchParams({ q: " \u00a0 " })).question).toBe("");
  expect(searchOrderIn(new URLSearchParams({ q: " bus line " })).question).toBe("bus line");
});
