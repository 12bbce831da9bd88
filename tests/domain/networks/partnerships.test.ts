// Partnerships as dated facts: who sets them, ending and replacing, what ends with them, and who sees their money.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { setBudget } from "~/domain/networks/budgets.server";
import { changeCity } from "~/domain/networks/cities.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { newCity } from "~/domain/networks/network";
import { readNetwork } from "~/domain/networks/networks.server";
import {
  addPartnership,
  changePartnership,
  endPartnership,
  replacePartnership,
} from "~/domain/networks/partnering.server";
import {
  AddPartnership,
  ChangeCity,
  ChangePartnership,
  ReplacePartnership,
  SetBudget,
} from "~/domain/networks/partnership-orders";
import { listPartnerships, readPartnership } from "~/domain/networks/partnerships.server";
import { wrongsIn } from "~/http/form.server";
import { membershipOverInWords } from "~/http/membership-over.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";
import { mailsTo } from "../../support/outbox";
import { outcome } from "../../support/outcome";

/** A city that no other test has. */
const somewhere = () => ({
  city: newCity,
  cityName: `City ${newId()}`,
  cityLanguage: "lv",
  country: "LV",
  institution: "Municipality",
});
const adding = (more: Record<string, string> = {}) =>
  AddPartnership.parse({
    id: newId(),
    ...somewhere(),
    role: "project-partner",
    since: "2021-06-01",
    ...more,
  });
const replacing = (more: Record<string, string> = {}) =>
  ReplacePartnership.parse({
    id: newId(),
    ...somewhere(),
    role: "project-partner",
    from: "2022-01-01",
    ...more,
  });
const budget = SetBudget.parse({
  budget: "82,165.86",
  "source-1": "EU",
  "rate-1": "85",
  "stated-1": "69 840,98",
  "source-2": "City",
  "rate-2": "15",
  "stated-2": "12,324.90",
});
const kinds = (member: Member) =>
  database()
    .read.activity.findMany({
      where: { networkId: member.network.id, kind: { startsWith: "p" } },
      orderBy: { position: "asc" },
    })
    .then((rows) => rows.map(({ kind }) => kind));

test("only the lead partner adds, changes, ends and replaces partners and sets their money", async () => {
  const network = await foundNetwork();
  const { own } = network.partners;
  const others = [
    "officer",
    "otherOfficer",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
    "observer",
  ] as const;
  for (const role of others) {
    const member = network[role];
    const change = ChangePartnership.parse({
      institution: "X",
      role: "project-partner",
      since: "2021-01-01",
    });
    const city = ChangeCity.parse({ country: "LT", "name-1": "X", "language-1": "lt", own: "1" });
    expect([
      role,
      await outcome(addPartnership(member, adding())),
      await outcome(changePartnership(member, own, change)),
      await outcome(endPartnership(member, own, { lastDay: "2022-01-01" })),
      await outcome(replacePartnership(member, own, replacing())),
      await outcome(setBudget(member, own, budget)),
      await outcome(changeCity(member, own, city)),
    ]).toEqual([role, ...Array<string>(6).fill("forbidden")]);
  }
  expect(await kinds(network.leadPartner)).toEqual([]);
});

test("a partnership of another network does not exist, for reading as for writing", async () => {
  const [here, elsewhere] = [await foundNetwork(), await foundNetwork()];
  const theirs = elsewhere.partners.own;
  const lead = here.leadPartner;
  const change = ChangePartnership.parse({ institution: "X", role: "project-partner", since: "2021-01-01" });
  for (const refused of [
    readPartnership(lead, theirs),
    changePartnership(lead, theirs, change),
    endPartnership(lead, theirs, { lastDay: "2022-01-01" }),
    replacePartnership(lead, theirs, replacing()),
    setBudget(lead, theirs, budget),
    addPartnership(lead, adding({ id: theirs })),
  ])
    expect(await outcome(refused)).toBe("not-found");
});

test("a new partner is seen at once by everybody, and a form sent twice adds one", async () => {
  const { leadPartner, observer } = await foundNetwork();
  await readNetwork(observer);
  const order = adding();
  await addPartnership(leadPartner, order);
  await addPartnership(leadPartner, order);
  const { partners } = await readNetwork(observer);
  expect(partners.filter(({ city }) => city === order.cityName)).toHaveLength(1);
  expect(await kinds(leadPartner)).toEqual(["partnership-added"]);
});

test("an institution is no partner twice at a time, and there is one lead partner at a time", async () => {
  const { leadPartner } = await foundNetwork();
  const order = adding({ until: "2021-12-31" });
  await addPartnership(leadPartner, order);
  const { cityFacts } = await readPartnership(leadPartner, order.id);
  const city = await database().read.partnership.findUniqueOrThrow({
    where: { id: order.id },
    select: { institution: { select: { cityId: true } } },
  });
  expect(cityFacts.country).toBe("LV");
  const again = (since: string) =>
    adding({ city: city.institution.cityId, institution: " municipality ", since });
  expect(await outcome(addPartnership(leadPartner, again("2021-12-31")))).toBe("invalid");
  expect(await outcome(addPartnership(leadPartner, again("2022-01-01")))).toBe("done");
  expect(await outcome(addPartnership(leadPartner, adding({ role: "lead-partner" })))).toBe("invalid");
  expect(await outcome(addPartnership(leadPartner, adding({ cityName: order.cityName })))).toBe("invalid");
});

test("an order with its end before its start, no city, or no day is refused beside the field", () => {
  const wrongs = (fields: Record<string, string>) => {
    const { error } = AddPartnership.safeParse({ id: newId(), role: "project-partner", ...fields });
    return error && wrongsIn(error);
  };
  const whole = { ...somewhere(), since: "2021-06-01" };
  expect(wrongs({ ...whole, until: "2021-05-31" })).toEqual({ until: { key: "endBeforeStart", values: {} } });
  expect(wrongs({ ...whole, since: "2021-02-30" })).toMatchObject({ since: { key: "badDay" } });
  expect(Object.keys(wrongs({ ...whole, cityName: "", country: "" }) ?? {})).toEqual(["cityName", "country"]);
  expect(Object.keys(wrongs({ since: "2021-06-01" }) ?? {})).toEqual(["city", "institution"]);
});

test("a partner that left is replaced in one step, in words that both sides show", async () => {
  const { leadPartner, observer, partners } = await foundNetwork();
  const order = replacing();
  await replacePartnership(leadPartner, partners.own, order);
  const old = await readPartnership(observer, partners.own);
  const next = await readPartnership(observer, order.id);
  expect(old).toMatchObject({ until: "2021-12-31", state: "past", replacedBy: { city: order.cityName } });
  expect(next).toMatchObject({ since: "2022-01-01", state: "present", replaces: { id: partners.own } });
  expect(await kinds(leadPartner)).toEqual(["partnership-replaced"]);
  // Sent twice, it is done once; another replacement is a conflict, and so is an end.
  expect(await outcome(replacePartnership(leadPartner, partners.own, order))).toBe("done");
  expect(await outcome(replacePartnership(leadPartner, partners.own, replacing()))).toBe("conflict");
  expect(await outcome(endPartnership(leadPartner, partners.own, { lastDay: "2022-02-01" }))).toBe(
    "conflict",
  );
  expect(await kinds(leadPartner)).toEqual(["partnership-replaced"]);
});

test("a partner is not replaced on the day it began or before", async () => {
  const { leadPartner, partners } = await foundNetwork();
  for (const from of ["2021-01-01", "2020-12-31"])
    expect(await outcome(replacePartnership(leadPartner, partners.own, replacing({ from })))).toBe("invalid");
  expect((await listPartnerships(leadPartner)).partnerships).toHaveLength(3);
});

test("the roles held for a partner end with it, those of others stay", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, localGroupMember, otherOfficer, partners, slug } = network;
  await endPartnership(leadPartner, partners.own, { lastDay: "2022-01-31" });
  for (const member of [officer, localGroupMember])
    expect(await outcome(memberOf(await network.person(member), slug))).toBe("not-found");
  for (const member of [leadPartner, otherOfficer])
    expect(await outcome(memberOf(await network.person(member), slug))).toBe("done");
});

test("a partnership that ends tomorrow ends its roles when tomorrow is over", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, partners, slug } = network;
  const lastDay = dayAfter(dayOf(new Date()), 1);
  await endPartnership(leadPartner, partners.own, { lastDay });
  const { nextEnd } = await memberOf(await network.person(officer), slug);
  expect(nextEnd && dayOf(nextEnd)).toBe(dayAfter(lastDay, 1));
  expect(nextEnd && dayOf(new Date(nextEnd.getTime() - 1))).toBe(lastDay);
  expect(await readPartnership(leadPartner, partners.own)).toMatchObject({ state: "present" });
});

test("money is seen by whom the finance ability allows, row by row, and nobody else hears of it", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, otherOfficer, leadExpert, observer, partners } = network;
  await setBudget(leadPartner, partners.own, budget);
  const seen = async (member: Member) => {
    const { partnerships, money } = await listPartnerships(member);
    const row = partnerships.find(({ id }) => id === partners.own);
    const detail = await readPartnership(member, partners.own);
    return [row?.budget, row?.seesMoney, detail.money === null, money === null];
  };
  expect(await seen(leadPartner)).toEqual([8_216_586, true, false, false]);
  expect(await seen(officer)).toEqual([8_216_586, true, false, true]);
  for (const member of [otherOfficer, leadExpert, observer])
    expect(await seen(member)).toEqual([null, false, true, true]);
  const row = await database().read.activity.findFirst({
    where: { kind: "budget-changed", subjectId: partners.own },
  });
  expect(row).toMatchObject({ reach: "finance", partnershipId: partners.own });
  expect((await readPartnership(leadPartner, partners.own)).money).toMatchObject({
    total: 8_216_586,
    statedDifference: 2,
    sources: [
      { name: "EU", computed: 6_984_098, stated: 6_984_098, difference: 0 },
      { name: "City", computed: 1_232_488, stated: 1_232_490, difference: 2 },
    ],
  });
});

test("a budget that stays as it is is no change", async () => {
  const { leadPartner, partners } = await foundNetwork();
  await setBudget(leadPartner, partners.own, budget);
  await setBudget(leadPartner, partners.own, budget);
  const count = await database().read.activity.count({
    where: { kind: "budget-changed", subjectId: partners.own },
  });
  expect(count).toBe(1);
});

test("rates that do not come to 100 %, and amounts nobody can read, are refused beside their fields", () => {
  const wrongs = (fields: Record<string, string>) => {
    const { error } = SetBudget.safeParse({ budget: "100", ...fields });
    return error ? Object.entries(wrongsIn(error)).map(([field, { key }]) => [field, key]) : [];
  };
  expect(wrongs({ "source-1": "EU", "rate-1": "85", "source-2": "City", "rate-2": "10" })).toEqual([
    ["rate-2", "ratesNotWhole"],
  ]);
  expect(wrongs({ "source-1": "EU", "rate-1": "much" })).toEqual([["rate-1", "badRate"]]);
  expect(wrongs({ "rate-1": "100", "stated-1": "0,100" })).toEqual([
    ["source-1", "required"],
    ["stated-1", "badAmount"],
  ]);
  expect(wrongs({ budget: "lots" })).toEqual([["budget", "badAmount"]]);
  expect(wrongs({})).toEqual([]);
});

test("a city that another network works with is not changed from here", async () => {
  const [here, elsewhere] = [await foundNetwork(), await foundNetwork()];
  const order = adding();
  await addPartnership(here.leadPartner, order);
  const change = ChangeCity.parse({
    country: "LV",
    population: "33 000",
    latitude: "57.39",
    longitude: "21,56",
    "name-1": "Pārdēvēta",
    "language-1": "lv",
    "name-2": "Renamed",
    "language-2": "en",
    own: "1",
  });
  await changeCity(here.leadPartner, order.id, change);
  const { city, cityFacts } = await readPartnership(here.leadPartner, order.id);
  expect([city, cityFacts.population, cityFacts.longitude]).toEqual(["Renamed", 33_000, 21.56]);
  const { cityId } = await database().read.institution.findFirstOrThrow({
    where: { partnerships: { some: { id: order.id } } },
  });
  await addPartnership(elsewhere.leadPartner, adding({ city: cityId }));
  expect(await outcome(changeCity(here.leadPartner, order.id, change))).toBe("forbidden");
  expect((await readPartnership(here.leadPartner, order.id)).cityFacts.isShared).toBe(true);
});

test("the roles held for a partner that leaves end with it, and their holders are told when and why", async () => {
  const network = await foundNetwork();
  const { leadPartner, officer, otherOfficer, partners, slug } = network;
  await endPartnership(leadPartner, partners.own, { lastDay: "2022-01-31" });
  const left = await network.person(officer);
  const [mail = ""] = await mailsTo(`To: ${left.email}`, 1);
  expect(mail).toContain("Project officer, Alytus");
  expect(mail).toContain("because the partner leaves the network");
  const over = await membershipOverInWords(left, slug, "en");
  expect(over?.text).toContain("Municipality of Alytus is no longer a partner of the network.");
  // A last day that is still to come is told as such, and the role goes on until then.
  const lastDay = dayAfter(dayOf(new Date()), 10);
  await endPartnership(leadPartner, partners.other, { lastDay });
  const staying = await network.person(otherOfficer);
  const [notice = ""] = await mailsTo(`To: ${staying.email}`, 1);
  expect(notice).toContain("now lasts until");
  expect(await membershipOverInWords(staying, slug, "en")).toBeNull();
  // Whoever lost a role while the city stayed is told nothing of the city.
  const elsewhere = await foundNetwork();
  const former = await membershipOverInWords(elsewhere.formerOfficer, elsewhere.slug, "en");
  expect(former?.text).not.toContain("The city");
});
