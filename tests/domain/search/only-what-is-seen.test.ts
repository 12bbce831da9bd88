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
import { openWorkingText } from "~/domain/documents/sharing.server";
import { closeSearch, searchCaughtUp } from "~/domain/search/search.server";
import { readVisit } from "~/domain/visits/reading.server";
import { keepReflection, shareReflection, unshareReflection } from "~/domain/visits/reflections.server";
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
  const { publishedVisibility } = await database().read.document.findUniqueOrThrow({
    where: { id: text.id },
    select: { publishedVisibility: true },
  });
  for (const [visibility, count] of [
    [null, 0],
    [publishedVisibility, 1],
  ] as const) {
    await database().write((transaction) =>
      transaction.document.update({ where: { id: text.id }, data: { publishedVisibility: visibility } }),
    );
    expect(await ask(leadPartner, "pangolin")).toMatchObject({ count, instead: null });
  }
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

test("what is said beside a visit note is found by exactly those to whom its page shows it, however the note is shared", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, networkId, slug } = network;
  const ofAnotherGroup = await foundPerson("Of another group");
  await enrol(network, ofAnotherGroup, "local-group-member", network.partners.other);
  const members = [...roles.map((role) => network[role]), await memberOf(ofAnotherGroup, slug)];
  const elsewhere = await foundNetwork();
  const seen: string[] = [];
  for (const visibility of working)
    for (const publishedVisibility of published) {
      const sign = `${visibility.replace("-", "")}x${publishedVisibility ?? "nothing"}`;
      const note = { title: `Note ${sign}`, text: "Seen.", language: "en" as const };
      const place = { partnershipId: network.partners.own, kind: "visit-note" as const };
      const { id } = await createDocument(officer, { ...place, ...note });
      await publishDocument(officer, id, { revision: 1 });
      const beside = { networkId, documentId: id };
      const said = { ...beside, authorId: officer.personId };
      await database().write(async (transaction) => {
        for (const { kind, text, at } of [
          { kind: "reply", text: "earlier", at: new Date(1) },
          { kind: "addition", text: "added", at: new Date(2) },
          { kind: "reply", text: "latest", at: new Date(3) },
        ])
          await transaction.visitStatement.create({
            data: { ...said, id: newId(), kind, text: `Zebra ${sign} ${text}`, at },
          });
        for (const [{ personId: authorId }, text, sharedAt] of [
          [officer, "own", null],
          [leadExpert, "shared", new Date()],
        ] as const)
          await transaction.reflection.create({
            data: { ...beside, id: newId(), authorId, text: `Zebra ${sign} ${text}`, sharedAt },
          });
        await transaction.document.update({ where: { id }, data: { visibility, publishedVisibility } });
      });
      // As it were after a start: these rows came without a happening.
      await closeSearch();
      for (const member of members) {
        const name = `${member.name} ${sign}`;
        const shown = new Set<string>();
        for (const text of ["working", "published"] as const) {
          const visit = await readVisit(member, id, text).catch(() => null);
          const { reply, earlierReplies = [], additions = [], shared = [], own } = visit ?? {};
          const htmls = [reply, ...earlierReplies, ...additions, ...shared].map((one) => one?.html ?? "");
          for (const words of [...htmls, own?.text ?? ""])
            for (const [, last = ""] of words.matchAll(/Zebra \S+ ([a-z]+)/g)) shown.add(last);
        }
        const answer = await ask(member, `zebra ${sign}`);
        const found = answer.finds.map(({ around }) => whole(around).split(" ").at(-1));
        expect([name, found.sort()]).toEqual([name, [...shown].sort()]);
        expect([name, answer.count]).toEqual([name, shown.size]);
        expect([name, answer.kinds.reduce((sum, { count }) => sum + count, 0)]).toEqual([name, shown.size]);
        for (const word of ["own", "shared", "earlier"])
          expect([name, (await ask(member, `${sign} ${word}`)).count]).toEqual([
            name,
            shown.has(word) ? 1 : 0,
          ]);
        for (const { kind, isOwn, text, around } of answer.finds) {
          const wrote = member === leadExpert ? "shared" : "own";
          expect([name, isOwn]).toEqual([name, whole(around).endsWith(wrote) ? true : undefined]);
          if (kind === "reflection") expect(text).toBe("working");
          seen.push(`${name} ${whole(around)}`);
        }
      }
      for (const stranger of [elsewhere.officer, elsewhere.leadExpert])
        expect(await ask(stranger, `zebra ${sign}`)).toMatchObject({ count: 0, kinds: [], instead: null });
    }
  expect(new Set(seen).size).toBeGreaterThan(100);
});

test("of a private reflection nobody but its writer learns a word, also of those who hold the same roles, until it is shared", async () => {
  const network = await foundNetwork();
  const { officer, colleague, partners } = network;
  const order = { partnershipId: partners.own, title: "A visit", language: "en" as const, text: "Seen." };
  const { id } = await createDocument(officer, { ...order, kind: "visit-note" });
  await openWorkingText(officer, id, { visibility: "network" });
  await keepReflection(officer, id, { text: "Quokka thoughts", revision: 0 });
  const others = roles.filter((role) => role !== "officer");
  // Whoever asks first does not answer for the next one.
  for (const first of [officer, colleague]) {
    await closeSearch();
    await ask(first, "quokka");
    expect(await titles(officer, "quokka")).toEqual(["reflection: A visit"]);
    for (const role of others)
      for (const question of ["quokka", "quok", "quokkq", "thoughts"])
        expect(await ask(network[role], question)).toMatchObject({
          ...{ count: 0, finds: [], kinds: [], instead: null },
        });
  }
  expect((await ask(officer, "quokkq")).instead).toBe("quokka");
  await shareReflection(officer, id);
  expect(await titles(colleague, "quokka")).toEqual(["reflection: A visit"]);
  expect(await titles(network.leadExpert, "quokka")).toEqual(["reflection: A visit"]);
  await unshareReflection(officer, id);
  expect((await ask(colleague, "quokka")).count).toBe(0);
  expect((await ask(officer, "quokka")).count).toBe(1);
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
