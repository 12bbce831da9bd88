// What a search tells, and to whom: every role against every visibility of both texts and their remarks; finds, counts, surroundings,
// suggestions and the order of it all.
import { expect, test } from "vitest";
import { readsPublishedText, readsWorkingText, sharedDocument } from "~/domain/access/document-texts";
import type { Member } from "~/domain/access/member";
import { memberOf, membershipsOf } from "~/domain/access/members.server";
import { addComment, deleteComment } from "~/domain/comments/comments.server";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { noFacts } from "~/domain/documents/document-facts";
import { asJson } from "~/domain/documents/kept-aside.server";
import { renameDocument } from "~/domain/documents/managing.server";
import { searchCaughtUp } from "~/domain/search/search.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { enrol, foundNetwork, foundPerson } from "../../support/found-network";
import { ask, titles, whole } from "../../support/searches";

const roles = [
  "officer",
  "colleague",
  "otherOfficer",
  "leadPartner",
  "leadExpert",
  "adHocExpert",
  "localGroupMember",
  "observer",
] as const;

const working = ["private", "draft", "local-group", "network"] as const;
const published = [null, "network", "public"] as const;

test("each role finds, is shown and has counted exactly the texts and remarks that it may read, however they are shared", async () => {
  const network = await foundNetwork();
  const { officer } = network;
  const ofAnotherGroup = await foundPerson("Of another group");
  await enrol(network, ofAnotherGroup, "local-group-member", network.partners.other);
  const members = [...roles.map((role) => network[role]), await memberOf(ofAnotherGroup, network.slug)];
  const elsewhere = await foundNetwork();
  const seen: string[] = [];
  for (const visibility of working)
    for (const publishedVisibility of published) {
      const sign = `${visibility.replace("-", "")}x${publishedVisibility ?? "nothing"}`;
      const { id } = await createDocument(officer, {
        partnershipId: network.partners.own,
        kind: "note",
        title: `Title ${sign}`,
        language: "en",
        text: `Zebra ${sign}`,
      });
      await publishDocument(officer, id, { revision: 1 });
      await addComment(officer, id, { id: newId(), text: `Giraffe ${sign} frozen`, madeOn: "published" });
      await addComment(officer, id, { id: newId(), text: `Giraffe ${sign} open`, madeOn: "working" });
      await searchCaughtUp();
      await database().write((transaction) =>
        transaction.document.update({
          where: { id },
          data: {
            visibility,
            publishedVisibility,
            ...(publishedVisibility !== null && { publishedTitle: `Frozen ${sign}` }),
          },
        }),
      );
      const document = await database().read.document.findUniqueOrThrow({
        where: { id },
        select: sharedDocument,
      });
      for (const member of members) {
        const name = `${member.name} ${sign}`;
        const [reads, readsFrozen] = [
          readsWorkingText(member, document),
          readsPublishedText(member, document),
        ];
        const texts = await ask(member, `zebra ${sign}`);
        expect([name, texts.count]).toEqual([name, reads || readsFrozen ? 1 : 0]);
        expect([name, texts.kinds]).toEqual([name, reads || readsFrozen ? [{ kind: "note", count: 1 }] : []]);
        const remarks = await ask(member, `giraffe ${sign}`);
        const expected = (reads ? 2 : 0) || (readsFrozen ? 1 : 0);
        expect([name, remarks.count]).toEqual([name, expected]);
        const told = [...texts.finds, ...remarks.finds].map(
          (find) => `${whole(find.title)} ${whole(find.around)}`,
        );
        expect([name, told.some((each) => each.includes(`${sign} open`))]).toEqual([name, reads]);
        const named = texts.finds.map(({ title }) => whole(title));
        const expectedTitle = readsFrozen ? `Frozen ${sign}` : `Title ${sign}`;
        expect([name, named]).toEqual([name, reads || readsFrozen ? [expectedTitle] : []]);
        if (reads || readsFrozen) seen.push(name);
      }
      for (const stranger of [elsewhere.officer, elsewhere.leadPartner])
        for (const question of [`zebra ${sign}`, `giraffe ${sign}`, sign, `${sign.slice(0, -1)}q`])
          expect(await ask(stranger, question)).toMatchObject({
            count: 0,
            finds: [],
            kinds: [],
            instead: null,
          });
    }
  expect(new Set(seen).size).toBeGreaterThan(40);
});

test("a published text that its city has changed is shown, searched and suggested in its published words alone", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published: text } = network;
  await saveDocument(officer, text.id, {
    title: "Wolverine",
    language: "en",
    text: "Wolverine",
    revision: 1,
  });
  expect(await titles(officer, "wolverine")).toEqual(["good-practice: Wolverine"]);
  expect(await ask(leadPartner, "wolverine")).toMatchObject({ count: 0, instead: null });
  expect(await ask(leadPartner, "wolverime")).toMatchObject({ count: 0, instead: null });
  expect((await ask(officer, "wolverime")).instead).toBe("wolverine");
  expect(await titles(leadPartner, "published")).toEqual(["good-practice: The published one"]);
  await withdrawDocument(officer, text.id);
  expect(await titles(leadPartner, "published")).toEqual([]);
});

test("withdrawn, trashed, deleted: gone at once, also for an index that has not heard of it", async () => {
  const network = await foundNetwork();
  const { officer, leadPartner, published: text } = network;
  const { id } = { id: newId() };
  await addComment(officer, text.id, { id, text: "Pangolin", madeOn: "published" });
  expect((await ask(leadPartner, "pangolin")).count).toBe(1);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: text.id }, data: { trashedAt: new Date() } }),
  );
  for (const question of ["pangolin", "published", "pangolim"])
    expect(await ask(leadPartner, question)).toMatchObject({ count: 0, instead: null });
  await database().write((transaction) =>
    transaction.document.update({ where: { id: text.id }, data: { trashedAt: null } }),
  );
  expect((await ask(leadPartner, "pangolin")).count).toBe(1);
  await deleteComment(officer, text.id, id);
  expect((await ask(leadPartner, "pangolin")).count).toBe(0);
});

test("a private text is found by those who are named on it, from then until they are not", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, leadPartner } = network;
  const { id } = await createDocument(officer, {
    partnershipId: network.partners.own,
    kind: "note",
    title: "Armadillo",
    language: "en",
    text: "Kept between two",
  });
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { visibility: "private" } }),
  );
  await database().write((transaction) =>
    transaction.naming.create({
      data: {
        documentId: id,
        personId: leadExpert.personId,
        networkId: network.networkId,
        level: "reader",
        namedById: officer.personId,
      },
    }),
  );
  const again = async (member: Member) => memberOf(await network.person(member), network.slug);
  expect(await titles(await again(leadExpert), "armadillo")).toEqual(["note: Armadillo"]);
  expect(await titles(await again(leadPartner), "armadillo")).toEqual([]);
  expect(await titles(await again(network.colleague), "armadillo")).toEqual([]);
  await database().write((transaction) => transaction.naming.deleteMany({ where: { documentId: id } }));
  expect(await titles(await again(leadExpert), "armadillo")).toEqual([]);
});

test("what is shown is the same, in the same order and with the same counts, whatever others have written", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, leadPartner } = network;
  const write = async (by: Member, title: string, text: string, isPublished = true) => {
    const partnershipId = by === officer ? network.partners.own : network.partners.other;
    const { id } = await createDocument(by, { partnershipId, kind: "note", title, language: "en", text });
    if (isPublished) await publishDocument(by, id, { revision: 1 });
  };
  await write(officer, "Tapir", "Okapi and more words");
  await write(officer, "Okapi", "Tapir");
  await write(officer, "Long", `Tapir okapi. ${"More words here. ".repeat(200)}`);
  await write(officer, "Short", "Okapi tapir");
  const questions = ["tapir okapi", "okapi", "tapor", "words", "okap"];
  const before = [];
  for (const question of questions) before.push(await ask(leadPartner, question));
  for (let index = 0; index < 15; index += 1) {
    await write(otherOfficer, `Okapi ${index}`, `Tapor tapur okapi ${"okapi ".repeat(index * 20)}`, false);
  }
  const elsewhere = await foundNetwork();
  await createDocument(elsewhere.officer, {
    partnershipId: elsewhere.partners.own,
    kind: "note",
    title: "Tapor",
    language: "en",
    text: "Tapor okapi words ".repeat(300),
  });
  for (const [index, question] of questions.entries())
    expect(await ask(leadPartner, question)).toEqual(before[index]);
});

test("people are found by name and by city as the network knows them, former ones and those of other networks not at all", async () => {
  const network = await foundNetwork();
  const both = await foundPerson("Ona Pavyzdytė");
  const elsewhere = await foundNetwork();
  await enrol(network, both, "observer", null);
  await enrol(elsewhere, both, "project-officer", elsewhere.partners.other);
  expect(await titles(network.leadPartner, "pavyzdyte")).toEqual(["person: Ona Pavyzdytė"]);
  expect(await titles(network.leadPartner, "novska")).not.toContain("person: Ona Pavyzdytė");
  expect(await titles(elsewhere.leadPartner, "novska")).toContain("person: Ona Pavyzdytė");
  expect(await titles(network.leadPartner, "former officer")).toEqual([]);
  expect(await ask(network.leadPartner, network.formerOfficer.email)).toMatchObject({ count: 0 });
});

test("over several networks a person finds what each membership opens, and nothing once none is left", async () => {
  const [one, other] = [await foundNetwork(), await foundNetwork()];
  const person = await foundPerson("In two networks");
  await enrol(one, person, "observer", null);
  await enrol(other, person, "project-officer", other.partners.own);
  const membersNow = async () => {
    const slugs = new Set((await membershipsOf(person.id)).map(({ network }) => network.slug));
    return Promise.all([...slugs].map((slug) => memberOf(person, slug)));
  };
  const found = (await ask(await membersNow(), "the draft")).finds.map(({ network }) => network.slug);
  expect(found).toEqual([other.slug]);
  const frozen = (await ask(await membersNow(), "published one")).finds;
  expect(frozen.map(({ network }) => network.slug).sort()).toEqual([one.slug, other.slug].sort());
  expect(frozen.map(({ title }) => whole(title))).toEqual(["The published one", "The published one"]);
  await database().write((transaction) =>
    transaction.membership.updateMany({ where: { personId: person.id }, data: { until: new Date() } }),
  );
  expect(await ask(await membersNow(), "the draft")).toMatchObject({ count: 0, finds: [], kinds: [] });
});

test("private reflections are never in the index", async () => {
  const network = await foundNetwork();
  await database().write((transaction) =>
    transaction.reflection.create({
      data: {
        id: newId(),
        networkId: network.networkId,
        documentId: network.draft.id,
        authorId: network.officer.personId,
        text: "Quokka thoughts",
      },
    }),
  );
  for (const role of roles) expect((await ask(network[role], "quokka")).count).toBe(0);
});

test("whoever was met and did not consent to be named is found by nobody", async () => {
  const network = await foundNetwork();
  const { officer, partners } = network;
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind: "visit-note", title: "A visit", language: "en", text: "Seen." },
  });
  const met = { name: "Zephyrine", role: "Wombat", organisation: "", sector: "", hasConsented: false };
  await database().write((transaction) =>
    transaction.document.update({
      where: { id },
      data: { facts: asJson({ ...noFacts("visit-note"), met: [met] }) },
    }),
  );
  await renameDocument(officer, id, { title: "The visit", was: "A visit" });
  expect((await ask(officer, "wombat")).count).toBe(1);
  expect((await ask(officer, "zephyrine")).count).toBe(0);
});
