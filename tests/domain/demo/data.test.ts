// The demo networks say what the texts they are drawn from say: dates, names, money, places, and every role once at least.
import { expect, test } from "vitest";
import { roles } from "~/domain/access/role";
import { houseChain, hashOf } from "~/domain/activity/chain.server";
import { demoAccounts, loadDemo } from "~/domain/demo/demo.server";
import { database } from "~/platform/db.server";
import { world } from "../../support/world";

await world();
await loadDemo();
const { read } = database();

async function network(slug: string) {
  return read.network.findUniqueOrThrow({
    where: { slug },
    include: {
      earlierNames: true,
      phases: { orderBy: { position: "asc" } },
      localGroups: true,
      partnerships: {
        include: {
          sources: { orderBy: { position: "asc" } },
          institution: { include: { city: { include: { names: true, institutions: true } } } },
        },
      },
    },
  });
}

type Found = Awaited<ReturnType<typeof network>>;

const own = ({ institution }: Found["partnerships"][number]) =>
  institution.city.names.find(({ isOwn }) => isOwn)?.name;

const partnerOf = (found: Found, city: string) => {
  const partner = found.partnerships.find((partnership) => own(partnership) === city);
  if (!partner) throw new Error(`${city} is not there`);
  return partner;
};

test("both networks are there with their partners, led by Barnsley and Messina", async () => {
  const [tech, digi] = [await network("techrevolution"), await network("digiplace")];
  expect(tech.partnerships.map(own).sort()).toEqual(["Alytus", "Barnsley", "Novska", "Roeselare", "Rzeszów"]);
  expect(digi.partnerships.map(own).sort()).toEqual(
    ["Botoșani", "Messina", "Oulu", "Portalegre", "Roquetas de Mar", "Saint-Quentin", "Ventspils"].concat(
      "Τρίκαλα",
    ),
  );
  expect([partnerOf(tech, "Barnsley").role, partnerOf(digi, "Messina").role]).toEqual([
    "lead-partner",
    "lead-partner",
  ]);
  for (const { institution } of [...tech.partnerships, ...digi.partnerships]) {
    expect(institution.city.latitude).not.toBeNull();
    expect(institution.city.population).toBeGreaterThan(0);
  }
});

test("the money is what was stated, and its sources close", async () => {
  const [tech, digi] = [await network("techrevolution"), await network("digiplace")];
  expect([tech.budget, digi.budget]).toEqual([54_381_940, 71_499_000]);
  const stated = (found: Found, city: string) => {
    const { budget, sources } = partnerOf(found, city);
    const parts = sources.map(({ rate, stated: part }) => [rate, part]);
    expect(sources.reduce((sum, source) => sum + (source.stated ?? 0), 0)).toBe(budget);
    expect(sources.reduce((sum, { rate }) => sum + rate, 0)).toBe(10_000);
    return [budget, parts];
  };
  expect(stated(tech, "Alytus")).toEqual([
    8_216_586,
    [
      [8500, 6_984_098],
      [1500, 1_232_488],
    ],
  ]);
  expect(stated(digi, "Ventspils")).toEqual([
    5_128_000,
    [
      [8500, 4_358_800],
      [500, 256_400],
      [1000, 512_800],
    ],
  ]);
});

test("phases have planned and actual days, names their languages, and partners their first day", async () => {
  const [tech, digi] = [await network("techrevolution"), await network("digiplace")];
  expect(digi.phases).toMatchObject([
    { plannedStart: "2019-09-01", actualStart: "2019-09-01", actualEnd: "2020-03-02" },
    {
      plannedStart: "2020-05-07",
      plannedEnd: "2022-05-07",
      actualStart: "2020-05-07",
      actualEnd: "2022-08-07",
    },
  ]);
  expect(tech.phases).toMatchObject([{ plannedEnd: "2022-12-31", actualEnd: null }]);
  expect(digi.earlierNames.map(({ language, name }) => [language, name])).toEqual(
    expect.arrayContaining([
      [null, "DI4C"],
      ["en", "Digital Innovation for Cities"],
      ["ro", "Inovații digitale pentru orașe"],
      ["lv", "Pilsētu digitālās inovācijas"],
    ]),
  );
  const late = digi.partnerships.filter(({ since }) => since === "2020-05-07").map(own);
  expect(late.sort()).toEqual(["Oulu", "Portalegre", "Roquetas de Mar", "Τρίκαλα"]);
  expect(digi.partnerships.every(({ replacedById }) => replacedById === null)).toBe(true);
});

test("where texts differ on who acts for a city, both institutions stand with the city", async () => {
  const digi = await network("digiplace");
  for (const city of ["Messina", "Ventspils"])
    expect(partnerOf(digi, city).institution.city.institutions, city).toHaveLength(2);
});

test("every role is held by somebody, Alytus has two officers and two groups, and everybody speaks something", async () => {
  const held = await read.membership.findMany({
    where: { network: { slug: "techrevolution" } },
    include: { person: true, localGroup: true },
  });
  expect(roles.filter((role) => !held.some((membership) => membership.role === role))).toEqual([]);
  const alytus = held.filter(({ person }) => person.email.startsWith("alytus"));
  expect(alytus.map(({ role }) => role)).toEqual(["project-officer", "project-officer"]);
  expect((await network("techrevolution")).localGroups).toHaveLength(2);
  expect(held.find(({ role }) => role === "local-group-member")?.localGroup?.name).toBe("Digital firms");
  expect(await read.person.count({ where: { speaks: "" } })).toBe(0);
});

test("what happened is sealed in the order in which it happened", async () => {
  for (const slug of ["techrevolution", "digiplace"]) {
    const { id } = await network(slug);
    const rows = await read.activity.findMany({ where: { chain: id }, orderBy: { position: "asc" } });
    expect(rows.length).toBeGreaterThan(4);
    let last = { hash: "", at: 0 };
    for (const row of rows) {
      expect(row.at.getTime()).toBeGreaterThanOrEqual(last.at);
      expect(row.hash).toBe(hashOf(row, last.hash));
      last = { hash: row.hash, at: row.at.getTime() };
    }
  }
  expect(await read.activity.count({ where: { chain: houseChain } })).toBe(0);
});

test("the demo is loaded once, and its accounts are told of", async () => {
  expect(await loadDemo()).toBe(false);
  const accounts = (await demoAccounts())?.accounts ?? [];
  expect(accounts.length).toBe(await read.person.count());
  expect(accounts.map(({ email }) => email)).toContain("alytus2@demo.torg");
});
