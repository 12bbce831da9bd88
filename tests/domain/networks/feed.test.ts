// The feed of a network: everybody reads of what they may know, newest first, page by page, narrowed as they ask.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { change } from "~/domain/activity/activities.server";
import type { Audience } from "~/domain/activity/activity";
import type { FeedFilter } from "~/domain/activity/feed";
import { addComment, deleteComment, editComment } from "~/domain/comments/comments.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { resetTemplate, saveTemplate } from "~/domain/documents/templates.server";
import { withdrawDocument } from "~/domain/documents/publishing.server";
import { whatChanged } from "~/domain/documents/what-changed.server";
import { acceptAs } from "~/domain/networks/accept-invitation.server";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { feedChoices, readFeed } from "~/domain/networks/feed.server";
import { InviteMember } from "~/domain/networks/invitation-orders";
import { invite } from "~/domain/networks/invitations.server";
import { giveRole } from "~/domain/networks/memberships.server";
import { newCity } from "~/domain/networks/network";
import { replacePartnership } from "~/domain/networks/partnering.server";
import { ReplacePartnership } from "~/domain/networks/partnership-orders";
import { now, shiftClock } from "~/platform/clock";
import { newId } from "~/platform/id";
import { stringsOf } from "../../i18n/catalogue-files";
import { foundNetwork, foundPerson, type FoundedNetwork } from "../../support/found-network";

const said = async (member: Member, filter?: FeedFilter) =>
  (await readFeed(member, filter)).rows.map(({ kind, title }) => `${kind} ${title}`);

const draftBegun = "document-created The draft";
const published = "document-published The published one";

test("a city reads of its own texts; the others of what it has published", async () => {
  const network = await foundNetwork();
  const own = [published, "document-created The published one", draftBegun];
  for (const member of [network.officer, network.colleague]) expect(await said(member)).toEqual(own);
  for (const name of [
    "leadPartner",
    "otherOfficer",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
    "observer",
  ] as const)
    expect([name, await said(network[name])]).toEqual([name, [published]]);
});

test("a member of one network reads nothing of another's", async () => {
  const [one, other] = [await foundNetwork(), await foundNetwork()];
  const { rows } = await readFeed(one.officer, { personId: other.officer.personId });
  expect(rows).toEqual([]);
  expect((await readFeed(one.officer, { city: other.partners.own })).rows).toEqual([]);
});

test("a text that is withdrawn takes what was said of it out of the others' feeds", async () => {
  const { officer, observer, published: text } = await foundNetwork();
  await withdrawDocument(officer, text.id);
  expect((await readFeed(observer)).rows.filter(({ documentId }) => documentId !== null)).toEqual([]);
});

test("each reach is read by those it is for", async () => {
  const network = await foundNetwork();
  const { own } = network.partners;
  const rooms: Record<string, Audience[]> = {
    network: [{ room: "network", networkId: network.networkId }],
    managers: [{ room: "managers", networkId: network.networkId }],
    finance: [{ room: "finance", partnershipId: own }],
    working: [{ room: "working", partnershipId: own }],
    person: [{ room: "person", personId: network.officer.personId }],
  };
  const { networkId } = network;
  for (const [room, audience] of Object.entries(rooms))
    await change((_, record) =>
      record({
        kind: "profile-changed",
        personId: null,
        networkId,
        subjectId: newId(),
        after: { title: room },
        audience,
      }),
    );
  const reads = async (member: Member) =>
    (await readFeed(member, { topic: "people" })).rows.map(({ title }) => title).sort();
  expect(await reads(network.leadPartner)).toEqual(["finance", "managers", "network"]);
  expect(await reads(network.officer)).toEqual(["finance", "network", "working"]);
  for (const name of ["otherOfficer", "leadExpert", "adHocExpert", "localGroupMember", "observer"] as const)
    expect([name, await reads(network[name])]).toEqual([name, ["network"]]);
});

test("a row leads to its text only where the reader may read that, and names no title otherwise", async () => {
  const network = await foundNetwork();
  const { officer, observer, networkId, draft } = network;
  await change((_, record) =>
    record({
      ...{ kind: "document-saved", personId: officer.personId, networkId, documentId: draft.id },
      ...{ subjectId: draft.id, after: { title: "The draft" }, audience: [{ room: "network", networkId }] },
    }),
  );
  expect((await readFeed(officer)).rows[0]).toMatchObject({ documentId: draft.id, title: "The draft" });
  expect((await readFeed(observer)).rows[0]).toMatchObject({ documentId: null, title: "" });
});

test("a row about a remark leads to that remark, as long as it stands and the reader may read it", async () => {
  const { officer, leadExpert, otherOfficer, published: text } = await foundNetwork();
  const draftId = newId();
  await addComment(officer, text.id, { id: draftId, text: "On the draft", madeOn: "working" });
  const id = newId();
  await addComment(leadExpert, text.id, {
    id,
    text: "Among experts",
    madeOn: "published",
    readers: "experts",
  });
  const remarks = async (member: Member) =>
    (await readFeed(member, { topic: "comments" })).rows.map(({ remark }) => remark);
  expect(await remarks(officer)).toEqual([{ id: draftId, madeOn: "working" }]);
  expect(await remarks(leadExpert)).toEqual([{ id, madeOn: "published" }]);
  expect(await remarks(otherOfficer)).toEqual([]);
  await deleteComment(leadExpert, text.id, id);
  expect(await remarks(leadExpert)).toEqual([null, null]);
});

test("the feed is narrowed by person, city, topic and day, and says how many there are", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, published: text } = network;
  const remark = { id: newId(), text: "Well done", madeOn: "published" as const };
  await addComment(otherOfficer, text.id, remark);
  const commented = "comment-added The published one";
  expect(await said(officer, { personId: otherOfficer.personId })).toEqual([commented]);
  expect(await said(officer, { topic: "comments" })).toEqual([commented]);
  expect(await said(officer, { topic: "texts" })).toHaveLength(3);
  expect(await said(officer, { topic: "money" })).toEqual([]);
  expect(await said(officer, { city: network.partners.own })).toHaveLength(4);
  expect(await said(officer, { city: network.partners.other })).toEqual([]);
  expect(await said(officer, { city: "no such city" })).toEqual([]);
  expect((await readFeed(officer, { topic: "texts" })).count).toBe(3);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: officer.timeZone }).format(now());
  expect(await said(officer, { from: day, to: day })).toHaveLength(4);
  expect(await said(officer, { to: "2020-01-01" })).toEqual([]);
  expect(await said(officer, { from: "2099-01-01" })).toEqual([]);
});

test("a day is the reader's: what happened after midnight in Vilnius is another day's there than in Brussels", async () => {
  const { officer, leadPartner, published: text } = await foundNetwork();
  shiftClock(Date.parse("2027-05-01T21:30:00Z") - Date.now());
  try {
    await addComment(leadPartner, text.id, { id: newId(), text: "Late", madeOn: "published" });
    const secondOfMay: FeedFilter = { topic: "comments", from: "2027-05-02", to: "2027-05-02" };
    expect(await said({ ...officer, timeZone: "Europe/Vilnius" }, secondOfMay)).toHaveLength(1);
    expect(await said({ ...officer, timeZone: "Europe/Brussels" }, secondOfMay)).toEqual([]);
  } finally {
    shiftClock(0);
  }
});

test("page after page gives every row once, in order, also where many happened at one instant", async () => {
  const network = await foundNetwork();
  const { networkId, officer } = network;
  for (let count = 0; count < 110; count += 1)
    await change((_, record) =>
      record({
        ...{
          kind: "profile-changed",
          personId: null,
          networkId,
          subjectId: newId(),
          after: { title: `${count}` },
        },
        audience: [{ room: "network", networkId }],
      }),
    );
  const { database } = await import("~/platform/db.server");
  const at = new Date("2026-05-05T05:05:05.005Z");
  await database().write((transaction) =>
    transaction.activity.updateMany({ where: { networkId }, data: { at } }),
  );
  const pages = [await readFeed(officer)];
  for (let older = pages[0]?.older; older; older = pages.at(-1)?.older)
    pages.push(await readFeed(officer, { older }));
  expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 13]);
  expect(pages.map(({ count }) => count)).toEqual([113, 113, 113]);
  const titles = pages.flatMap(({ rows }) =>
    rows.filter(({ kind }) => kind === "profile-changed").map(({ title }) => title),
  );
  expect(titles).toEqual(Array.from({ length: 110 }, (_, index) => `${109 - index}`));
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(113);
});

test("what a text was called and is called now is told; the words that somebody took back in a comment are not", async () => {
  const { officer, published: text } = await foundNetwork();
  await saveDocument(officer, text.id, { revision: 1, title: "A new title", language: "en", text: "x" });
  const id = newId();
  await addComment(officer, text.id, { id, text: "Said in anger", madeOn: "published" });
  await editComment(officer, text.id, { id, text: "Said calmly" });
  const { rows } = await readFeed(officer);
  expect(rows.find(({ kind }) => kind === "document-saved")?.changes).toEqual([
    { field: "title", was: "The published one", became: "A new title" },
  ]);
  expect(JSON.stringify(rows)).not.toContain("anger");
});

test("the choices name everybody who holds or held a role here, and every city", async () => {
  const { officer, formerOfficer } = await foundNetwork();
  const { people, cities } = await feedChoices(officer);
  expect(people.map(({ name }) => name)).toContain("Former officer");
  expect(people).toContainEqual({ id: formerOfficer.id, name: formerOfficer.name });
  expect(cities.map(({ name }) => name)).toEqual(["Alytus", "Barnsley", "Novska"]);
});

test("on the home, saves of one text by one person in a row count as one", async () => {
  const { officer, draft }: FoundedNetwork = await foundNetwork();
  for (const revision of [1, 2, 3])
    await saveDocument(officer, draft.id, {
      revision,
      title: "The draft",
      language: "en",
      text: `Text ${revision}`,
    });
  expect((await whatChanged(officer)).map(({ kind }) => kind)).toEqual([
    "document-saved",
    "document-published",
    "document-created",
    "document-created",
  ]);
});

test("a feed narrowed to a city tells of whoever came to lead the network for it, and leaves that out of the others", async () => {
  const network = await foundNetwork();
  const { leadPartner, partners } = network;
  const leader = await foundPerson("Second leader");
  const joined = async (city: string) =>
    (await readFeed(leadPartner, { city })).rows.filter(({ kind }) => kind === "member-joined").length;
  const email = leader.email;
  const { link } = await invite(
    leadPartner,
    InviteMember.parse({ email, role: "lead-partner", language: "en" }),
  );
  const own = {
    ...leader,
    colours: "system",
    colour: 0,
    hasShortcuts: true,
    isAdministrator: false,
  } as const;
  const caller = { address: "203.0.115.1", userAgent: "Test browser" };
  await acceptAs(caller, { sessionId: newId(), person: own }, link.split("/").at(-1) ?? "");
  expect(await joined(partners.lead)).toBe(1);
  expect(await joined(partners.own)).toBe(0);
  expect((await readFeed(leadPartner, { city: partners.lead, topic: "people" })).count).toBe(1);
  expect(await said(leadPartner, { city: partners.lead, topic: "money" })).toEqual([]);
  // Of another network nobody hears, and a filter by its city finds nothing.
  const elsewhere = await foundNetwork();
  expect((await readFeed(elsewhere.leadPartner, { city: partners.lead })).rows).toEqual([]);
});

test("a role given for two cities in one order stands in the feed of each", async () => {
  const { leadPartner, observer, partners } = await foundNetwork();
  const given = async (city: string) =>
    (await readFeed(leadPartner, { city })).rows.filter(({ kind }) => kind === "role-given").length;
  const until = dayAfter(dayOf(now()), 30);
  await giveRole(leadPartner, {
    ...{ personId: observer.personId, email: "", role: "ad-hoc-expert", since: null, until },
    partnershipIds: [partners.own, partners.other],
  });
  expect([await given(partners.own), await given(partners.other), await given(partners.lead)]).toEqual([
    1, 1, 0,
  ]);
});

test("a template that was changed, and one that is Torg's own again, say of which kind and in which language", async () => {
  const { leadPartner, observer } = await foundNetwork();
  const template = { kind: "minutes", language: "lt" } as const;
  const sections = [{ heading: "Klausimai", guidance: "" }];
  const { revision } = await saveTemplate(leadPartner, { ...template, revision: 0, sections });
  await resetTemplate(leadPartner, { ...template, revision });
  expect((await readFeed(observer)).rows.slice(0, 2)).toMatchObject([
    { kind: "template-reset", precisely: "minutes", language: "lt" },
    { kind: "template-changed", precisely: "minutes", language: "lt" },
  ]);
  expect((await readFeed(observer)).rows[2]).toMatchObject({ language: null });
});

test("a partner that came in another's place is told with both", async () => {
  const { leadPartner, observer, partners } = await foundNetwork();
  const place = { city: newCity, cityName: "Ventspils", cityLanguage: "lv", country: "LV" };
  const order = { id: newId(), ...place, institution: "Municipality", role: "project-partner" };
  await replacePartnership(
    leadPartner,
    partners.own,
    ReplacePartnership.parse({ ...order, from: "2022-01-01" }),
  );
  const told = (await readFeed(observer)).rows.find(({ kind }) => kind === "partnership-replaced");
  expect(told).toMatchObject({ title: "Ventspils", cities: ["Alytus"] });
  const sentence = stringsOf("en").get("activity:sentence.partnership-replaced");
  expect(sentence).toMatch(/title.*city/);
});

test("a happening about a role says whose it is, as what, and for which cities", async () => {
  const { leadPartner, observer, partners } = await foundNetwork();
  await giveRole(leadPartner, {
    ...{ personId: observer.personId, email: "", role: "ad-hoc-expert", since: null },
    ...{ until: dayAfter(dayOf(now()), 30), partnershipIds: [partners.own, partners.other] },
  });
  const [given] = (await readFeed(leadPartner)).rows;
  expect(given).toMatchObject({ kind: "role-given", person: "Observer", role: "ad-hoc-expert" });
  expect(given?.cities).toEqual(["Alytus", "Novska"]);
});
